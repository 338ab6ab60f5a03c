import {check, column, defineDataset, licences} from '../src/index.ts'

export default defineDataset({
  id: 'planning-zones',
  title: {uk: 'Зони плану зонування', en: 'Zones of the zoning plan'},
  describe: {
    uk: 'Території, для яких план зонування встановлює умови забудови. Самі умови – у таблиці правил, за кодом зони.',
    en: 'Areas for which the zoning plan sets conditions of building. The conditions themselves are in the table of rules, by the code of the zone.',
  },
  publisher: {uk: 'Міська рада', en: 'City council'},
  theme: 'REGI',
  cadence: 'IRREG',
  licence: licences.ccBy4,
  key: ['zone_id'],
  columns: {
    zone_id: column.text({
      from: 'zone_id',
      describe: {uk: 'Номер ділянки зони', en: 'Number of the zone’s area'},
    }),
    zone_code: column.text({
      from: 'zone',
      describe: {uk: 'Код зони: Ж-3, Г-1 …', en: 'Code of the zone: Ж-3, Г-1 …'},
    }),
    name_uk: column.text({
      from: 'name:uk',
      describe: {uk: 'Назва зони', en: 'Name of the zone in Ukrainian'},
    }),
    name_en: column.text({
      from: 'name:en',
      nullable: true,
      describe: {uk: 'Назва англійською', en: 'Name in English'},
    }),
    geometry: column.geometry({
      from: 'geometry',
      describe: {uk: 'Межа, GeoJSON у WGS 84', en: 'Border, GeoJSON in WGS 84'},
    }),
  },
  checks: [check.shapeInCity('geometry')],
})
