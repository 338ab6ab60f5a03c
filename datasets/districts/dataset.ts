import {check, column, defineDataset, forms, licences} from '../src/index.ts'

export default defineDataset({
  id: 'districts',
  title: {uk: 'Райони міста', en: 'Districts of the city'},
  describe: {
    uk: 'Межі, назви й коди районів міста.',
    en: 'Borders, names and codes of the city’s districts.',
  },
  publisher: {uk: 'Учасники OpenStreetMap', en: 'OpenStreetMap contributors'},
  theme: 'REGI',
  cadence: 'IRREG',
  licence: licences.odbl,
  key: ['district_id'],
  columns: {
    district_id: column.text({from: 'katotth', describe: {uk: 'Код КАТОТТГ', en: 'KATOTTH code'}}),
    name_uk: column.text({from: 'name:uk', describe: {uk: 'Назва українською', en: 'Name in Ukrainian'}}),
    name_en: column.text({
      from: 'name:en',
      nullable: true,
      describe: {uk: 'Назва англійською', en: 'Name in English'},
    }),
    former_name_uk: column.text({
      from: 'old_name',
      nullable: true,
      describe: {uk: 'Колишня назва', en: 'Former name, in Ukrainian'},
    }),
    geometry: column.geometry({
      from: 'geometry',
      describe: {uk: 'Межа, GeoJSON у WGS 84', en: 'Border, GeoJSON in WGS 84'},
    }),
  },
  checks: [
    check.shapeInCity('geometry', {severity: 'block'}),
    check.pattern('district_id', ...forms.katottg),
    // Much names its district by name alone.
    check.unique(['name_uk'], {severity: 'block'}),
  ],
})
