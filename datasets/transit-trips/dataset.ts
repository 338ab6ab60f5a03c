import {check, column, defineDataset, licences} from '../src/index.ts'
import transitRoutes from '../transit-routes/dataset.ts'
import transitServices from '../transit-services/dataset.ts'

export default defineDataset({
  id: 'transit-trips',
  title: {uk: 'Рейси громадського транспорту', en: 'Public transport trips'},
  describe: {
    uk: 'Рейси з розкладу у форматі GTFS: маршрут, дні руху, напрямок.',
    en: 'Trips of the timetable in GTFS: route, days, direction.',
  },
  publisher: {uk: 'Перевізники міста', en: 'Operators of the city'},
  theme: 'TRAN',
  cadence: 'MONTHLY',
  licence: licences.ccBy4,
  key: ['trip_id'],
  columns: {
    trip_id: column.text({from: 'trip_id', describe: {uk: 'Код рейсу', en: 'Key of the trip'}}),
    route_id: column.text({from: 'route_id', describe: {uk: 'Код маршруту', en: 'Key of the route'}}),
    service_id: column.text({
      from: 'service_id',
      describe: {uk: 'Код розкладу: у які дні', en: 'Key of the service: on which days'},
    }),
    headsign: column.text({
      from: 'trip_headsign',
      nullable: true,
      describe: {uk: 'Куди, як на табло', en: 'Where to, as on the sign'},
    }),
    direction_id: column.integer({
      from: 'direction_id',
      nullable: true,
      unit: '1',
      describe: {uk: 'Напрямок: 0 туди, 1 назад', en: 'Direction: 0 there, 1 back'},
    }),
    shape_id: column.text({
      from: 'shape_id',
      nullable: true,
      describe: {uk: 'Код лінії на мапі', en: 'Key of the line on the map'},
    }),
  },
  checks: [
    check.relation('route_id', transitRoutes, 'route_id'),
    check.relation('service_id', transitServices, 'service_id'),
    check.range('direction_id', {from: 0, to: 1}),
  ],
})
