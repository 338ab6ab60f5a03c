import {column, defineDataset, licences} from '../src/index.ts'

export default defineDataset({
  id: 'terrain',
  title: {uk: 'Рельєф', en: 'Terrain'},
  describe: {uk: 'Поверхня землі трикутниками.', en: 'The surface of the ground, in triangles.'},
  publisher: {uk: 'Міська рада', en: 'City council'},
  theme: 'REGI',
  cadence: 'IRREG',
  licence: licences.ccBy4,
  key: ['terrain_id'],
  columns: {
    terrain_id: column.text({from: 'id', describe: {uk: 'Код поверхні', en: 'Key of the surface'}}),
    feature: column.json({
      from: 'feature',
      describe: {uk: 'Трикутники, CityJSONFeature', en: 'Triangles, CityJSONFeature'},
    }),
    header: column.json({
      from: 'header',
      describe: {uk: 'Система координат і масштаб моделі', en: 'Coordinate system and scale of the model'},
    }),
  },
})
