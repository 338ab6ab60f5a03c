import buildingsData from '@hromada/datasets/buildings/dataset.ts'
import {cityObjectMeasures} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'
import cities from '../../reference/cities.ts'

export default defineModel({
  name: 'int_city_objects',
  title: {uk: 'Тривимірні моделі', en: 'Three-dimensional models'},
  describe: {
    uk: 'Будівлі, що мають тривимірну модель, з виміряним контуром, висотою й місцем.',
    en: 'Buildings with a three-dimensional model, their footprint, height and place measured.',
  },
  grain: ['city', 'building_id'],
  inputs: [staging(buildingsData), cities],
  columns: {measures: {uk: 'Виміри моделі, JSON', en: 'Measures of the model, JSON'}},
  query: db =>
    db
      .selectFrom('stg_buildings as building')
      .innerJoin('cities', 'cities.city', 'building.city')
      .where('building.feature', 'is not', null)
      .select(eb => [
        'building.city',
        'building.building_id',
        'building.feature',
        'building.header',
        'cities.geoid',
        cityObjectMeasures(eb.ref('building.feature'), eb.ref('building.header'), eb.ref('cities.geoid')).as(
          'measures',
        ),
      ])
      .orderBy('building.city')
      .orderBy('building.building_id'),
})
