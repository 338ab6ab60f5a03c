import snapshots from '@hromada/datasets/petition-snapshots/dataset.ts'
import {earlierRow, laterRow, quotient, rounded, runningBefore, wholeDays} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'

/** A fall by less than this share is people who took their names back; a larger one is the site's. */
const tolerated = 0.01
/** A zero after so many signatures is a fault. */
const zeroAfter = 100

export default defineModel({
  name: 'petitions_history',
  title: {uk: 'Підписи під петиціями день за днем', en: 'Petition signatures day by day'},
  describe: {
    uk: 'Скільки підписів показувала сторінка петиції кожного дня, поки тривав збір. Нуль або падіння понад 1 % – помилка джерела: її позначено, а лічити варто за signatures.',
    en: 'How many signatures a petition’s page showed on each day of collecting. A zero, or a fall by more than 1 %, is an error of the source: it is flagged, and signatures is what to count by.',
  },
  grain: ['city', 'petition_id', 'date'],
  publish: true,
  inputs: [staging(snapshots)],
  columns: {
    date: {uk: 'День, наприкінці якого знято лічильник', en: 'Day at the end of which it was read'},
    shown: {uk: 'Підписів на сторінці', en: 'Signatures shown on the page', unit: '1'},
    signatures: {
      uk: 'Підписів: показане, а де це схибило – останнє відоме',
      en: 'Signatures: as shown, or the last known where that failed',
      unit: '1',
    },
    added: {uk: 'Більше, ніж у попередньому знімку', en: 'More than in the snapshot before', unit: '1'},
    pace: {
      uk: 'Підписів за день, за останні сім знімків',
      en: 'Signatures a day over the last seven snapshots',
      unit: '1/d',
    },
    suspect: {
      uk: 'Що не так: zero – нуль після сотні й більше; fall – падіння понад 1 %; порожньо – усе гаразд',
      en: 'What is wrong: zero after a hundred and more; fall by more than 1 %; empty: nothing',
    },
  },
  query: db => {
    const beside = db.selectFrom('stg_petition_snapshots').select(eb => {
      const [petition, at] = [[eb.ref('city'), eb.ref('petition_id')], eb.ref('snapshot_date')]
      const shown = eb.ref('signatures')
      return [
        'city',
        'petition_id',
        'snapshot_date as date',
        'signatures as shown',
        earlierRow(shown, 1, petition, at).as('before'),
        laterRow(shown, 1, petition, at).as('after'),
        runningBefore('max', shown, petition, at).as('most_before'),
      ]
    })
    const judged = db
      .selectFrom(beside.as('day'))
      .selectAll()
      .select(eb =>
        eb
          .case()
          .when(eb.and([eb('shown', '=', 0), eb('most_before', '>=', zeroAfter)]))
          .then('zero')
          .when('shown', '<', eb('before', '*', eb.lit(1 - tolerated)))
          .then('fall')
          .end()
          .as('suspect'),
      )
    const kept = db
      .selectFrom(judged.as('day'))
      .select(['city', 'petition_id', 'date', 'shown', 'suspect'])
      .select(eb =>
        eb
          .case()
          .when('suspect', '=', 'zero')
          .then(eb.ref('most_before').$notNull())
          // A fall that is made good the next day, or of which nothing is known yet, was none.
          .when(
            eb.and([
              eb('suspect', '=', 'fall'),
              eb.or([eb('after', 'is', null), eb('after', '>=', eb.ref('before'))]),
            ]),
          )
          .then(eb.ref('before').$notNull())
          .else(eb.ref('shown'))
          .end()
          .as('signatures'),
      )
    return db
      .selectFrom(kept.as('day'))
      .select(eb => {
        const [petition, at] = [[eb.ref('city'), eb.ref('petition_id')], eb.ref('date')]
        const week = earlierRow(eb.ref('signatures'), 7, petition, at)
        return [
          'city',
          'petition_id',
          'date',
          'shown',
          'signatures',
          eb('signatures', '-', earlierRow(eb.ref('signatures'), 1, petition, at)).as('added'),
          rounded(
            quotient(eb('signatures', '-', week), wholeDays(earlierRow(at, 7, petition, at).$notNull(), at)),
            3,
          ).as('pace'),
          'suspect',
        ]
      })
      .orderBy('city')
      .orderBy('petition_id')
      .orderBy('date')
  },
})
