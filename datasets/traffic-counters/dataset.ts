import {check, column, defineDataset, licences} from '../src/index.ts'

export default defineDataset({
  id: 'traffic-counters',
  title: {uk: 'Лічильники руху', en: 'Traffic counters'},
  describe: {
    uk: 'Реєстр лічильників транспорту: на якій вулиці й де саме вони стоять.',
    en: 'Register of traffic counters: on which street and where exactly they are.',
  },
  publisher: {uk: 'Міська рада', en: 'City council'},
  theme: 'TRAN',
  cadence: 'IRREG',
  licence: licences.ccBy4,
  key: ['counter_id'],
  columns: {
    counter_id: column.text({from: 'counter_id', describe: {uk: 'Лічильник', en: 'Counter'}}),
    name: column.text({from: 'name', nullable: true, describe: {uk: 'Назва', en: 'Name'}}),
    street: column.text({from: 'street', nullable: true, describe: {uk: 'Вулиця', en: 'Street'}}),
    road_class: column.text({
      from: 'road_class',
      nullable: true,
      describe: {uk: 'Клас дороги', en: 'Class of road'},
    }),
    is_bridge: column.boolean({
      from: 'is_bridge',
      nullable: true,
      describe: {uk: 'Чи на мосту', en: 'Is it on a bridge'},
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
    installed_date: column.date({
      from: 'installed_date',
      nullable: true,
      describe: {uk: 'Коли встановлено', en: 'When it was installed'},
    }),
    district: column.text({from: 'district', nullable: true, describe: {uk: 'Район', en: 'District'}}),
  },
  checks: [check.inCity('lon', 'lat'), check.past('installed_date')],
})
