import streetsData from '@hromada/datasets/streets/dataset.ts'
import {defineModel, staging} from '../../../src/model.ts'

export default defineModel({
  name: 'streets',
  title: streetsData.title,
  describe: streetsData.describe,
  grain: ['city', 'street_id'],
  publish: true,
  inputs: [staging(streetsData)],
  query: db =>
    db
      .selectFrom('stg_streets')
      .select([
        'city',
        'street_id',
        'type',
        'name_uk',
        'name_en',
        'former_name_uk',
        'named_date',
        'decision_number',
        'districts',
        'length_m',
        'katottg',
        'course_uk',
      ])
      .orderBy('city')
      .orderBy('street_id'),
})
