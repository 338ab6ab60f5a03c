import {check, column, defineDataset, forms, licences} from '../src/index.ts'

export default defineDataset({
  id: 'streets',
  title: {uk: 'Реєстр вулиць', en: 'Register of streets'},
  describe: {
    uk: 'Вулиці, проспекти, провулки, площі міста: назви теперішні й колишні, документ, яким назву надано, райони, довжина. Перейменовану вулицю в інших наборах можуть звати по-старому.',
    en: 'Streets, avenues, lanes and squares of the city: names now and before, the document that gave the name, districts, length. Other datasets may call a renamed street by its old name.',
  },
  publisher: {uk: 'Міська рада', en: 'City council'},
  theme: 'REGI',
  cadence: 'IRREG',
  licence: licences.ccBy4,
  key: ['street_id'],
  columns: {
    street_id: column.text({
      from: "Унікальний цифровий код об'єкта",
      describe: {uk: 'Код вулиці; не змінюється', en: 'Key of the street; never changes'},
    }),
    type: column.text({
      from: 'Категорія (тип)',
      describe: {uk: 'Тип: вулиця, проспект, провулок …', en: 'Type, in Ukrainian'},
    }),
    name_uk: column.text({
      from: 'Найменування',
      describe: {uk: 'Назва без типу', en: 'Name without its type'},
    }),
    name_en: column.text({
      from: 'Найменування латиницею',
      nullable: true,
      describe: {uk: 'Назва латиницею', en: 'Name in Latin letters'},
    }),
    former_name_uk: column.text({
      from: 'Колишнє найменування',
      nullable: true,
      describe: {uk: 'Колишня назва з типом', en: 'Former name with its type, in Ukrainian'},
    }),
    named_date: column.date({
      from: 'Дата документа про найменування',
      nullable: true,
      format: ['%d.%m.%Y', '%Y-%m-%d'],
      describe: {
        uk: 'Дата документа про теперішню назву',
        en: 'Date of the document that gave the present name',
      },
    }),
    decision_number: column.text({
      from: 'Номер документа',
      nullable: true,
      describe: {uk: 'Номер документа', en: 'Number of that document'},
    }),
    districts: column.text({
      from: 'Адміністративний район',
      nullable: true,
      describe: {
        uk: 'Райони, через які пролягає, через кому',
        en: 'Districts that it runs through, with commas',
      },
    }),
    length_m: column.number({
      from: 'Довжина, м',
      nullable: true,
      unit: 'm',
      describe: {uk: 'Довжина', en: 'Length'},
    }),
    katottg: column.text({
      from: 'КАТОТТГ',
      nullable: true,
      describe: {
        uk: 'Код району, або міста, якщо районів кілька',
        en: 'KATOTTH code of the district, or of the city where there are several',
      },
    }),
    course_uk: column.text({
      from: 'Коментар',
      nullable: true,
      describe: {uk: 'Звідки й куди пролягає', en: 'Where it runs from and to, in Ukrainian'},
    }),
  },
  checks: [
    check.unique(['type', 'name_uk']),
    check.range('length_m', {from: 10, to: 50_000}),
    check.pattern('katottg', ...forms.katottg),
    check.past('named_date'),
  ],
})
