import districts from '../districts/dataset.ts'
import {check, column, defineDataset, licences} from '../src/index.ts'

export default defineDataset({
  id: 'utility-nodes',
  title: {uk: 'Вузли мереж', en: 'Nodes of the networks'},
  describe: {
    uk: 'Підстанції, насосні станції, котельні, лікарні та пожежні частини як вузли мереж. Це критична інфраструктура: де вони, не публікується, лише до якого району належать.',
    en: 'Substations, pumping stations, boiler houses, hospitals and fire stations as nodes of networks. This is critical infrastructure: where they are is not published, only to which district they belong.',
  },
  publisher: {uk: 'Комунальні підприємства', en: 'Municipal utilities'},
  theme: 'ENER',
  cadence: 'IRREG',
  licence: licences.ccBy4,
  key: ['node_id'],
  columns: {
    node_id: column.text({from: 'uid', describe: {uk: 'Номер', en: 'Number'}}),
    kind: column.text({
      from: 'kind',
      allowed: [
        'supply',
        'substation',
        'intake',
        'main_pump',
        'zone_pump',
        'sewage_pump',
        'boiler_house',
        'hospital',
        'fire_station',
      ],
      describe: {
        uk: 'Вид: supply вузлова підстанція, substation підстанція, intake водозабір, main_pump головна насосна, zone_pump насосна зони, sewage_pump каналізаційна насосна, boiler_house котельня, hospital лікарня, fire_station пожежна частина',
        en: 'Kind of node',
      },
    }),
    name: column.text({from: 'name', describe: {uk: 'Назва', en: 'Name, in Ukrainian'}}),
    district_id: column.text({
      from: 'CATUTTC',
      nullable: true,
      describe: {uk: 'Район, код КАТОТТГ', en: 'District, KATOTTH code'},
    }),
    address: column.text({
      from: 'addressThoroughfare',
      nullable: true,
      privacy: 'internal',
      describe: {uk: 'Вулиця', en: 'Street, in Ukrainian'},
    }),
    house: column.text({
      from: 'addressLocatorDesignator',
      nullable: true,
      privacy: 'internal',
      describe: {uk: 'Номер будинку', en: 'House number'},
    }),
    lon: column.number({
      from: 'lon',
      nullable: true,
      unit: 'deg',
      privacy: 'internal',
      describe: {uk: 'Довгота, WGS 84', en: 'Longitude, WGS 84'},
    }),
    lat: column.number({
      from: 'lat',
      nullable: true,
      unit: 'deg',
      privacy: 'internal',
      describe: {uk: 'Широта, WGS 84', en: 'Latitude, WGS 84'},
    }),
    place_note: column.text({
      from: 'addressDescription',
      nullable: true,
      privacy: 'internal',
      describe: {uk: 'Де саме', en: 'Where exactly, in Ukrainian'},
    }),
    capacity: column.number({
      from: 'capacity',
      nullable: true,
      unit: '1',
      describe: {uk: 'Потужність, в одиницях capacity_unit', en: 'Capacity, in units of capacity_unit'},
    }),
    capacity_unit: column.text({
      from: 'capacityUnit',
      nullable: true,
      describe: {uk: 'Одиниця потужності', en: 'Unit of the capacity'},
    }),
    backup_hours: column.number({
      from: 'backupHours',
      nullable: true,
      unit: 'h',
      describe: {
        uk: 'На скільки годин є резерв без мережі',
        en: 'Hours for which it can do without the grid',
      },
    }),
  },
  checks: [
    check.inCity('lon', 'lat'),
    check.relation('district_id', districts, 'district_id'),
    check.range('capacity', {from: 0}),
    check.range('backup_hours', {from: 0, to: 720}),
  ],
})
