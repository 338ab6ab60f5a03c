import utilityLinks from '@hromada/datasets/utility-links/dataset.ts'
import {defineModel, staging} from '../../../src/model.ts'

export default defineModel({
  name: 'utility_links',
  title: utilityLinks.title,
  describe: utilityLinks.describe,
  grain: ['city', 'link_id'],
  publish: true,
  inputs: [staging(utilityLinks)],
  query: db =>
    db
      .selectFrom('stg_utility_links')
      .select(['city', 'link_id', 'medium', 'role'])
      .orderBy('city')
      .orderBy('link_id'),
})
