import {check, column, defineDataset, licences} from '../src/index.ts'

export default defineDataset({
  id: 'transit-stops',
  title: {uk: 'Зупинки громадського транспорту', en: 'Public transport stops'},
  describe: {
    uk: 'Зупинки з розкладу у форматі GTFS: назва, місце, чи доступні людям на кріслах колісних.',
    en: 'Stops of the timetable in GTFS: name, place, and whether wheelchair users can board.',
  },
  publisher: {uk: 'Перевізники міста', en: 'Operators of the city'},
  theme: 'TRAN',
  cadence: 'MONTHLY',
  licence: licences.ccBy4,
  key: ['stop_id'],
  columns: {
    stop_id: column.text({from: 'stop_id', describe: {uk: 'Код зупинки', en: 'Key of the stop'}}),
    stop_code: column.text({
      from: 'stop_code',
      nullable: true,
      describe: {uk: 'Номер на знаку зупинки', en: 'Number on the sign'},
    }),
    name: column.text({from: 'stop_name', describe: {uk: 'Назва', en: 'Name'}}),
    wheelchair_boarding: column.text({
      from: 'wheelchair_boarding',
      nullable: true,
      allowed: ['0', '1', '2'],
      describe: {
        uk: 'Посадка на кріслі колісному: 0 невідомо, 1 можлива, 2 неможлива',
        en: 'Boarding in a wheelchair: 0 unknown, 1 possible, 2 not possible',
      },
    }),
    lon: column.number({
      from: 'stop_lon',
      nullable: true,
      unit: 'deg',
      describe: {uk: 'Довгота, WGS 84', en: 'Longitude, WGS 84'},
    }),
    lat: column.number({
      from: 'stop_lat',
      nullable: true,
      unit: 'deg',
      describe: {uk: 'Широта, WGS 84', en: 'Latitude, WGS 84'},
    }),
  },
  checks: [check.inCity('lon', 'lat', {marginMetres: 5000}), check.filled('lon')],
})
