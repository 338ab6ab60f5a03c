import utilityNodes from '@hromada/datasets/utility-nodes/dataset.ts'
import {defineModel, staging} from '../../../src/model.ts'

export default defineModel({
  name: 'utility_nodes',
  title: utilityNodes.title,
  describe: utilityNodes.describe,
  grain: ['city', 'node_id'],
  publish: true,
  inputs: [staging(utilityNodes)],
  query: db =>
    db
      .selectFrom('stg_utility_nodes')
      .select(['city', 'node_id', 'kind', 'name', 'district_id', 'capacity', 'capacity_unit', 'backup_hours'])
      .orderBy('city')
      .orderBy('node_id'),
})
