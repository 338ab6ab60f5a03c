import {check, column, defineDataset, licences} from '../src/index.ts'

const centimetres = (from: string, uk: string, en: string) =>
  column.number({from, nullable: true, unit: 'cm', describe: {uk, en}})

export default defineDataset({
  id: 'water-gauges',
  title: {uk: 'Водомірні пости', en: 'Water gauges'},
  describe: {
    uk: 'Реєстр постів, що вимірюють рівень води або дощ: де стоять, на якій висоті нуль і в якій системі висот, від яких рівнів слід пильнувати й рятуватися.',
    en: 'Register of gauges of water level or rain: where they stand, how high the zero lies and in which vertical datum, and from which levels to take care and to leave.',
  },
  publisher: {uk: 'Гідрометслужба', en: 'Hydrometeorological service'},
  theme: 'ENVI',
  cadence: 'IRREG',
  licence: licences.ccBy4,
  key: ['gauge_id'],
  columns: {
    gauge_id: column.text({from: 'gauge_id', describe: {uk: 'Пост', en: 'Gauge'}}),
    kind: column.text({
      from: 'kind',
      nullable: true,
      allowed: ['reservoir', 'river', 'stream', 'sea', 'rain'],
      describe: {
        uk: 'Що вимірює: reservoir, river, stream, sea – рівень; rain – дощ',
        en: 'What it measures: reservoir, river, stream, sea are levels; rain is rain',
      },
    }),
    name: column.text({from: 'name', nullable: true, describe: {uk: 'Назва', en: 'Name'}}),
    operator: column.text({
      from: 'operator',
      nullable: true,
      describe: {uk: 'Хто утримує', en: 'Who runs it'},
    }),
    lon: column.number({
      from: 'lon',
      nullable: true,
      unit: 'deg',
      describe: {uk: 'Довгота, WGS 84', en: 'Longitude, WGS 84'},
    }),
    lat: column.number({
      from: 'lat',
      nullable: true,
      unit: 'deg',
      describe: {uk: 'Широта, WGS 84', en: 'Latitude, WGS 84'},
    }),
    zero_m: column.number({
      from: 'zero_m',
      nullable: true,
      unit: 'm',
      describe: {uk: 'Висота нуля поста', en: 'Height of the gauge’s zero'},
    }),
    datum: column.text({
      from: 'datum',
      nullable: true,
      describe: {uk: 'Система висот нуля', en: 'Vertical datum of the zero'},
    }),
    attention_cm: centimetres('attention_cm', 'Рівень уваги', 'Level of attention'),
    danger_cm: centimetres('danger_cm', 'Небезпечний рівень', 'Level of danger'),
    installed_date: column.date({
      from: 'installed_date',
      nullable: true,
      describe: {uk: 'Коли встановлено', en: 'When it was installed'},
    }),
    district: column.text({from: 'district', nullable: true, describe: {uk: 'Район', en: 'District'}}),
  },
  checks: [
    check.inCity('lon', 'lat', {marginMetres: 10_000}),
    check.order('attention_cm', '<', 'danger_cm'),
    check.past('installed_date'),
  ],
})
