import snapshots from '@hromada/datasets/petition-snapshots/dataset.ts'
import {defineRule} from '../src/checks/define-rule.ts'
import {staging} from '../src/model.ts'

export default defineRule({
  name: 'petition_signatures_fall',
  inputs: [staging(snapshots)],
  column: 'signatures',
  holds: {
    uk: 'Підписів не стає менше, ніж було напередодні',
    en: 'There are never fewer signatures than on the day before',
  },
  broken: {
    uk: 'Підписів стало менше: лічильник схибив або підписи вилучено',
    en: 'There are fewer signatures than before: the counter failed, or signatures were taken out',
  },
  faults: db =>
    db
      .selectFrom(
        db
          .selectFrom('stg_petition_snapshots')
          .select(['city', 'petition_id', 'snapshot_date', 'signatures'])
          .select(({fn}) =>
            fn
              .agg<number | null>('lag', ['signatures'])
              .over(over => over.partitionBy(['city', 'petition_id']).orderBy('snapshot_date'))
              .as('signatures_before'),
          )
          .as('day'),
      )
      .select(['city', 'petition_id', 'snapshot_date'])
      .whereRef('signatures', '<', 'signatures_before'),
})
