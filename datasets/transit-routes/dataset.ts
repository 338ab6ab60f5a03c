import {check, column, defineDataset, licences} from '../src/index.ts'

export default defineDataset({
  id: 'transit-routes',
  title: {uk: 'Маршрути громадського транспорту', en: 'Public transport routes'},
  describe: {
    uk: 'Маршрути з розкладу у форматі GTFS: номер, звідки й куди, вид транспорту.',
    en: 'Routes of the timetable in GTFS: number, from where to where, means of transport.',
  },
  publisher: {uk: 'Перевізники міста', en: 'Operators of the city'},
  theme: 'TRAN',
  cadence: 'MONTHLY',
  licence: licences.ccBy4,
  key: ['route_id'],
  columns: {
    route_id: column.text({from: 'route_id', describe: {uk: 'Код маршруту', en: 'Key of the route'}}),
    agency_id: column.text({
      from: 'agency_id',
      nullable: true,
      describe: {uk: 'Код перевізника', en: 'Key of the operator'},
    }),
    short_name: column.text({
      from: 'route_short_name',
      nullable: true,
      describe: {uk: 'Номер', en: 'Number'},
    }),
    long_name: column.text({
      from: 'route_long_name',
      nullable: true,
      describe: {uk: 'Кінцеві зупинки', en: 'Where it begins and ends'},
    }),
    route_type: column.integer({
      from: 'route_type',
      unit: '1',
      describe: {
        uk: 'Вид: 0 трамвай, 1 метро, 2 залізниця, 3 автобус, 4 пором, 11 тролейбус',
        en: 'Kind: 0 tram, 1 underground, 2 rail, 3 bus, 4 ferry, 11 trolleybus',
      },
    }),
    colour: column.text({
      from: 'route_color',
      nullable: true,
      describe: {uk: 'Колір на схемі, RRGGBB', en: 'Colour on maps, RRGGBB'},
    }),
  },
  checks: [
    check.range('route_type', {from: 0, to: 1702}),
    check.pattern('colour', /^[0-9A-F]{6}$/i, {
      uk: 'колір: 6 шістнадцяткових цифр',
      en: 'a colour: 6 hexadecimal digits',
    }),
  ],
})
