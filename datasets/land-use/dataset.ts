import {check, column, defineDataset, licences} from '../src/index.ts'

export default defineDataset({
  id: 'land-use',
  title: {uk: 'Використання землі', en: 'Land use'},
  describe: {
    uk: 'Чим зайнята земля й вода міста: житло, промисловість, парки, пляжі, поля, ліс, море й річка. Основні полігони разом покривають місто без прогалин; площі, стоянки й майданчики лежать поверх них.',
    en: 'What the city’s land and water are used for: housing, industry, parks, beaches, fields, woods, sea and river. The main polygons cover the city without gaps; squares, car parks and pitches lie on top of them.',
  },
  publisher: {uk: 'Міська рада', en: 'City council'},
  theme: 'ENVI',
  cadence: 'ANNUAL',
  licence: licences.ccBy4,
  key: ['area_id'],
  columns: {
    area_id: column.text({from: 'area_id', describe: {uk: 'Код ділянки', en: 'Key of the area'}}),
    kind: column.text({
      from: 'kind',
      describe: {
        uk: 'Використання: residential – житло, allotments – дачі, harbour – порт, wood – ліс …',
        en: 'Use: residential, allotments, industry, harbour, park, wood …',
      },
    }),
    name_uk: column.text({from: 'name:uk', nullable: true, describe: {uk: 'Назва', en: 'Name in Ukrainian'}}),
    name_en: column.text({
      from: 'name:en',
      nullable: true,
      describe: {uk: 'Назва англійською', en: 'Name in English'},
    }),
    area_m2: column.number({
      from: 'area_m2',
      nullable: true,
      unit: 'm2',
      describe: {uk: 'Площа', en: 'Area'},
    }),
    geometry: column.geometry({
      from: 'geometry',
      describe: {uk: 'Межа, GeoJSON у WGS 84', en: 'Outline, GeoJSON in WGS 84'},
    }),
  },
  checks: [check.shapeInCity('geometry'), check.range('area_m2', {from: 1})],
})
