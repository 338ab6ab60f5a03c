import petitionsData from '@hromada/datasets/petitions/dataset.ts'
import {daysBetween, likeness, shinglesOf} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'
import pieces, {leastSimilarity} from './int_petition_pieces.ts'

/** Petitions opened further apart do not take each other's signatures. */
const daysApart = 180

/**
 * Pairs of published petitions of one topic and half-year whose texts are almost the same, each pair once. Only those that
 * have a rare piece in common are compared; no other can be alike.
 */
export default defineModel({
  name: 'int_petition_pairs',
  title: {uk: 'Пари схожих петицій', en: 'Pairs of petitions that are alike'},
  describe: {
    uk: 'Опубліковані петиції однієї теми, тексти яких майже однакові.',
    en: 'Published petitions of one topic whose texts are almost the same.',
  },
  grain: ['city', 'petition_id', 'other_id'],
  inputs: [staging(petitionsData), pieces],
  columns: {
    similarity: {
      uk: 'Спільна частка трислівних уривків (коефіцієнт Жаккара)',
      en: 'Share of three-word pieces in common (Jaccard)',
      unit: '1',
    },
  },
  query: db => {
    const candidates = db
      .selectFrom('int_petition_pieces as one')
      .innerJoin('int_petition_pieces as other', join =>
        join
          .onRef('other.city', '=', 'one.city')
          .onRef('other.topic', '=', 'one.topic')
          .onRef('other.piece', '=', 'one.piece')
          .onRef('other.petition_id', '>', 'one.petition_id'),
      )
      .where(eb => eb(daysBetween(eb.ref('one.opened_at'), eb.ref('other.opened_at')), '<=', daysApart))
      .where(eb => eb(daysBetween(eb.ref('other.opened_at'), eb.ref('one.opened_at')), '<=', daysApart))
      // What is much shorter cannot have enough in common.
      .where(eb => eb('one.pieces', '>=', eb(eb.ref('other.pieces'), '*', leastSimilarity)))
      .where(eb => eb('other.pieces', '>=', eb(eb.ref('one.pieces'), '*', leastSimilarity)))
      .select(['one.city', 'one.petition_id', 'other.petition_id as other_id'])
      .distinct()
    const texts = db
      .selectFrom('stg_petitions')
      .where('text', 'is not', null)
      .select(eb => ['city', 'petition_id', shinglesOf(eb.ref('text').$notNull()).as('shingles')])
    const pairs = db
      .selectFrom(candidates.as('pair'))
      .innerJoin(texts.as('one'), join =>
        join.onRef('one.city', '=', 'pair.city').onRef('one.petition_id', '=', 'pair.petition_id'),
      )
      .innerJoin(texts.as('other'), join =>
        join.onRef('other.city', '=', 'pair.city').onRef('other.petition_id', '=', 'pair.other_id'),
      )
      .select(eb => [
        'pair.city',
        'pair.petition_id',
        'pair.other_id',
        likeness(eb.ref('one.shingles'), eb.ref('other.shingles')).as('similarity'),
      ])
    return db.selectFrom(pairs.as('pair')).where('similarity', '>=', leastSimilarity).selectAll()
  },
})
