import petitionsData from '@hromada/datasets/petitions/dataset.ts'
import {daysBetween, likeness, shinglesOf} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'

/** Petitions opened further apart do not take each other's signatures. */
const daysApart = 180
/** Texts that have so much in common ask for the same. */
const leastSimilarity = 0.75

/** Pairs of published petitions of one topic and half-year whose texts are almost the same, each pair once. */
export default defineModel({
  name: 'int_petition_pairs',
  title: {uk: 'Пари схожих петицій', en: 'Pairs of petitions that are alike'},
  describe: {
    uk: 'Опубліковані петиції однієї теми, тексти яких майже однакові.',
    en: 'Published petitions of one topic whose texts are almost the same.',
  },
  grain: ['city', 'petition_id', 'other_id'],
  inputs: [staging(petitionsData)],
  columns: {
    similarity: {
      uk: 'Спільна частка трислівних уривків (коефіцієнт Жаккара)',
      en: 'Share of three-word pieces in common (Jaccard)',
      unit: '1',
    },
  },
  query: db => {
    const texts = db
      .selectFrom('stg_petitions')
      .where('text', 'is not', null)
      .where('opened_at', 'is not', null)
      .select(eb => [
        'city',
        eb.fn.coalesce('topic', eb.val('')).as('topic'),
        'petition_id',
        eb.ref('opened_at').$notNull().as('opened_at'),
        shinglesOf(eb.ref('text').$notNull()).as('shingles'),
      ])
    const pairs = db
      .selectFrom(texts.as('one'))
      .innerJoin(texts.as('other'), join =>
        join
          .onRef('other.city', '=', 'one.city')
          .onRef('other.topic', '=', 'one.topic')
          .onRef('other.petition_id', '>', 'one.petition_id'),
      )
      .where(eb => eb(daysBetween(eb.ref('one.opened_at'), eb.ref('other.opened_at')), '<=', daysApart))
      .where(eb => eb(daysBetween(eb.ref('other.opened_at'), eb.ref('one.opened_at')), '<=', daysApart))
      .select(eb => [
        'one.city',
        'one.petition_id',
        'other.petition_id as other_id',
        likeness(eb.ref('one.shingles'), eb.ref('other.shingles')).as('similarity'),
      ])
    return db.selectFrom(pairs.as('pair')).where('similarity', '>=', leastSimilarity).selectAll()
  },
})
