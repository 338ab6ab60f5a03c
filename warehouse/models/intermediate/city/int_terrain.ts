import terrainData from '@hromada/datasets/terrain/dataset.ts'
import {defineModel, staging} from '../../../src/model.ts'
import cities from '../../reference/cities.ts'

export default defineModel({
  name: 'int_terrain',
  title: {uk: 'Рельєф', en: 'Terrain'},
  describe: {
    uk: 'Поверхні землі з геоїдом міста.',
    en: 'Surfaces of the ground with the geoid of the city.',
  },
  grain: ['city', 'terrain_id'],
  inputs: [staging(terrainData), cities],
  query: db =>
    db
      .selectFrom('stg_terrain as terrain')
      .innerJoin('cities', 'cities.city', 'terrain.city')
      .select(['terrain.city', 'terrain.terrain_id', 'terrain.feature', 'terrain.header', 'cities.geoid'])
      .orderBy('terrain.city')
      .orderBy('terrain.terrain_id'),
})
