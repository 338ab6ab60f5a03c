import rulesData from '@hromada/datasets/zone-rules/dataset.ts'
import {defineModel, staging} from '../../../src/model.ts'

export default defineModel({
  name: 'zone_rules',
  title: {uk: 'Правила зон плану зонування', en: 'Rules of the zoning plan’s zones'},
  describe: {
    uk: 'Граничні показники й норми кожної зони, з документом і пунктом. За ними перевіряють проєктні пропозиції у тривимірному плануванні.',
    en: 'Limits and norms of each zone, with document and paragraph. Proposals in the 3D twin are checked against them.',
  },
  grain: ['city', 'zone_code', 'rule'],
  publish: true,
  inputs: [staging(rulesData)],
  query: db =>
    db
      .selectFrom('stg_zone_rules')
      .select(['city', 'zone_code', 'rule', 'limit_value', 'document_uk', 'document_en', 'paragraph'])
      .orderBy('city')
      .orderBy('zone_code')
      .orderBy('rule'),
})
