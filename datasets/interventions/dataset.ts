import {check, column, defineDataset, licences} from '../src/index.ts'

export default defineDataset({
  id: 'interventions',
  title: {uk: 'Оголошені заходи', en: 'Interventions that were declared'},
  describe: {
    uk: 'Заходи, про які місто наперед сказало, де, відколи і який показник вони мають змінити. Решта районів – для порівняння. Офіційної структури немає: поля названо за зразком додатків до постанови № 835.',
    en: 'Interventions of which the city said beforehand where, since when, and which indicator they shall change. Other districts are there to compare with. There is no official structure: fields are named after the annexes of resolution No. 835.',
  },
  publisher: {uk: 'Міська рада', en: 'City council'},
  theme: 'GOVE',
  cadence: 'IRREG',
  licence: licences.ccBy4,
  key: ['intervention_id'],
  columns: {
    intervention_id: column.text({
      from: 'uid',
      describe: {uk: 'Номер заходу', en: 'Number of the intervention'},
    }),
    title_uk: column.text({from: 'title', describe: {uk: 'Назва', en: 'Title, in Ukrainian'}}),
    title_en: column.text({
      from: 'titleEn',
      nullable: true,
      describe: {uk: 'Назва англійською', en: 'Title, in English'},
    }),
    what_uk: column.text({
      from: 'description',
      nullable: true,
      describe: {uk: 'Що зроблено', en: 'What was done, in Ukrainian'},
    }),
    what_en: column.text({
      from: 'descriptionEn',
      nullable: true,
      describe: {uk: 'Що зроблено, англійською', en: 'What was done, in English'},
    }),
    kpi: column.text({
      from: 'indicator',
      describe: {
        uk: 'Показник, що має змінитися, за таблицею kpi_definitions',
        en: 'Indicator that shall change, by the table kpi_definitions',
      },
    }),
    treated_districts: column.text({
      from: 'districts',
      nullable: true,
      describe: {
        uk: 'Райони, де діє захід, через кому; порожньо – усе місто',
        en: 'Districts it is for, with commas between; empty for the whole city',
      },
    }),
    control_districts: column.text({
      from: 'controlDistricts',
      nullable: true,
      describe: {
        uk: 'Райони для порівняння, через кому; порожньо – усі інші',
        en: 'Districts to compare with, with commas between; empty for all others',
      },
    }),
    control_cities: column.text({
      from: 'controlCities',
      nullable: true,
      describe: {
        uk: 'Міста для порівняння, через кому, якщо захід на все місто; порожньо – усі інші, що їх завантажено',
        en: 'Cities to compare with, with commas between, where it is for the whole city; empty for all others that are loaded',
      },
    }),
    start_month: column.date({
      from: 'startDate',
      describe: {
        uk: 'Перший день місяця, з якого діє',
        en: 'First day of the month since which it is in force',
      },
    }),
    months_before: column.integer({
      from: 'monthsBefore',
      unit: '1',
      describe: {uk: 'Скільки місяців до порівнюється', en: 'Months before that are compared'},
    }),
    months_after: column.integer({
      from: 'monthsAfter',
      unit: '1',
      describe: {uk: 'Скільки місяців після порівнюється', en: 'Months after that are compared'},
    }),
    declared_date: column.date({
      from: 'decisionDate',
      describe: {uk: 'Коли оголошено', en: 'When it was declared'},
    }),
    decision_number: column.text({
      from: 'decisionNumber',
      nullable: true,
      describe: {uk: 'Номер рішення', en: 'Number of the decision'},
    }),
    decision_url: column.text({
      from: 'decisionUrl',
      nullable: true,
      describe: {uk: 'Текст рішення', en: 'Text of the decision'},
    }),
    body: column.text({
      from: 'organizationName',
      describe: {uk: 'Хто відповідає', en: 'Who is responsible for it'},
    }),
  },
  checks: [
    check.range('months_before', {from: 1, to: 60}),
    check.range('months_after', {from: 1, to: 60}),
    check.past('declared_date'),
    check.order('declared_date', '<=', 'start_month', {severity: 'info'}),
  ],
})
