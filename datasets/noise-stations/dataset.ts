import {check, column, defineDataset, licences} from '../src/index.ts'

export default defineDataset({
  id: 'noise-stations',
  title: {uk: 'Станції шуму', en: 'Noise stations'},
  describe: {
    uk: 'Реєстр станцій, що вимірюють шум: де стоять і з якою точністю слухають.',
    en: 'Register of noise stations: where they stand and how precisely they listen.',
  },
  publisher: {uk: 'Міська рада', en: 'City council'},
  theme: 'ENVI',
  cadence: 'IRREG',
  licence: licences.ccBy4,
  key: ['station_id'],
  columns: {
    station_id: column.text({from: 'station_id', describe: {uk: 'Станція', en: 'Station'}}),
    name: column.text({from: 'name', nullable: true, describe: {uk: 'Назва', en: 'Name'}}),
    accuracy: column.text({
      from: 'accuracy',
      nullable: true,
      describe: {uk: 'Клас точності за IEC 61672', en: 'Class of accuracy by IEC 61672'},
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
      describe: {uk: 'Висота мікрофона над землею', en: 'Height of the microphone above the ground'},
    }),
    installed_date: column.date({
      from: 'installed_date',
      nullable: true,
      describe: {uk: 'Коли встановлено', en: 'When it was installed'},
    }),
    district: column.text({from: 'district', nullable: true, describe: {uk: 'Район', en: 'District'}}),
  },
  checks: [
    check.inCity('lon', 'lat'),
    check.range('height_m', {from: 0, to: 60}),
    check.past('installed_date'),
  ],
})
