import {check, column, defineDataset, licences} from '../src/index.ts'

export default defineDataset({
  id: 'air-stations',
  title: {uk: 'Станції якості повітря', en: 'Air-quality stations'},
  describe: {
    uk: 'Реєстр станцій і датчиків усіх мереж: хто утримує, чим вимірюють, де стоять. Еталонні станції мають прилади, придатні для порівняння з нормами; решта показує відмінності й хід у часі.',
    en: 'Register of the stations and sensors of every network: who runs them, what they measure with, where they are. Reference stations have instruments fit for comparison with limits; the others show differences and the course of time.',
  },
  publisher: {uk: 'Міська рада', en: 'City council'},
  theme: 'ENVI',
  cadence: 'IRREG',
  licence: licences.ccBy4,
  key: ['station_id'],
  columns: {
    station_id: column.text({from: 'station_id', describe: {uk: 'Станція', en: 'Station'}}),
    operator: column.text({from: 'operator', describe: {uk: 'Хто утримує', en: 'Who runs it'}}),
    model: column.text({
      from: 'model',
      nullable: true,
      describe: {uk: 'Прилади або модель датчика', en: 'Instruments, or model of the sensor'},
    }),
    is_reference: column.boolean({
      from: 'is_reference',
      describe: {uk: 'Чи еталонна', en: 'Is it a reference station'},
    }),
    kind: column.text({
      from: 'kind',
      nullable: true,
      allowed: ['traffic', 'industrial', 'background'],
      describe: {
        uk: 'Тип за директивою 2008/50/ЄС: traffic, industrial, background',
        en: 'Kind by directive 2008/50/EC: traffic, industrial, background',
      },
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
    height_m: column.number({
      from: 'height_m',
      nullable: true,
      unit: 'm',
      describe: {uk: 'Висота забору повітря над землею', en: 'Height of the air inlet above the ground'},
    }),
    installed_date: column.date({
      from: 'installed_date',
      nullable: true,
      describe: {uk: 'Коли встановлено', en: 'When it was installed'},
    }),
    district: column.text({from: 'district', nullable: true, describe: {uk: 'Район', en: 'District'}}),
    licence: column.text({
      from: 'licence',
      nullable: true,
      describe: {uk: 'Ліцензія вимірів', en: 'Licence of its readings'},
    }),
  },
  checks: [
    check.inCity('lon', 'lat'),
    check.filled('lon'),
    check.range('height_m', {from: 0, to: 60}),
    check.past('installed_date'),
  ],
})
