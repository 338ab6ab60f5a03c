import {check, column, defineDataset, licences} from '../src/index.ts'

export default defineDataset({
  id: 'water-zones',
  title: {uk: 'Зони водопостачання', en: 'Zones of water supply'},
  describe: {
    uk: 'Яка насосна станція кому подає воду: межі зон узагальнено, у межах зони немає води, коли стоїть її насосна.',
    en: 'Which pumping station supplies whom: borders are generalised; within a zone there is no water while its pump stands still.',
  },
  publisher: {uk: 'Водоканал', en: 'Water utility'},
  theme: 'ENVI',
  cadence: 'IRREG',
  licence: licences.ccBy4,
  key: ['zone_id'],
  columns: {
    zone_id: column.text({from: 'uid', describe: {uk: 'Номер', en: 'Number'}}),
    name: column.text({from: 'name', describe: {uk: 'Назва', en: 'Name, in Ukrainian'}}),
    pump_id: column.text({
      from: 'pumpUid',
      nullable: true,
      privacy: 'internal',
      describe: {
        uk: 'Насосна станція зони, номер вузла',
        en: 'Pumping station of the zone, number of the node',
      },
    }),
    houses: column.integer({
      from: 'houses',
      nullable: true,
      unit: '1',
      describe: {uk: 'Житлових будинків', en: 'Residential buildings'},
    }),
    dwellings: column.integer({
      from: 'dwellings',
      nullable: true,
      unit: '1',
      describe: {uk: 'Квартир і домівок', en: 'Dwellings'},
    }),
    highest_storey: column.integer({
      from: 'highestStorey',
      nullable: true,
      unit: '1',
      describe: {uk: 'Найвищий поверх', en: 'Highest storey'},
    }),
    geometry: column.geometry({
      from: 'geometry',
      describe: {uk: 'Межа, GeoJSON у WGS 84', en: 'Border, GeoJSON in WGS 84'},
    }),
  },
  checks: [
    check.shapeInCity('geometry'),
    check.range('houses', {from: 1}),
    check.range('highest_storey', {from: 1, to: 100}),
  ],
})
