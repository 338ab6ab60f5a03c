import petitionsData from '@hromada/datasets/petitions/dataset.ts'
import {countOver, eachOf, integer, lengthOfList, rowNumber, shinglesOf} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'

/** Texts that have so much in common ask for the same. A power of two: shares of it are exact. */
export const leastSimilarity = 0.75

/**
 * Of each petition's three-word pieces its rarest: as many as are needed so that two petitions as similar as
 * `leastSimilarity` have at least one of them in common. Of two sets with Jaccard’s share t and pieces in one common order,
 * the first n − ⌈t n⌉ + 1 of each meet (Chaudhuri, Ganti and Kaushik, A primitive operator for similarity joins in data
 * cleaning, ICDE 2006; Xiao et al., Efficient similarity joins for near duplicate detection, WWW 2008, lemma 1); rare
 * pieces come first, so that few petitions meet in vain.
 */
export default defineModel({
  name: 'int_petition_pieces',
  title: {uk: 'Рідкісні уривки петицій', en: 'Rare pieces of petitions'},
  describe: {
    uk: 'Найрідкісніші трислівні уривки тексту кожної опублікованої петиції, за якими шукають схожі.',
    en: 'The rarest three-word pieces of each published petition’s text, by which those alike are looked for.',
  },
  grain: ['city', 'petition_id', 'piece'],
  inputs: [staging(petitionsData)],
  columns: {
    topic: {uk: 'Тема; порожньо – не сказано', en: 'Topic; empty where it is not said'},
    piece: {uk: 'Уривок, згорнутий у число', en: 'Piece, hashed'},
    pieces: {uk: 'Скільки уривків у тексті', en: 'Pieces of the text', unit: '1'},
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
    const counted = db
      .selectFrom(texts.as('text'))
      .crossJoin(eb => eachOf(eb.ref('text.shingles')))
      .select(eb => [
        'text.city',
        'text.topic',
        'text.petition_id',
        'text.opened_at',
        'each.item as piece',
        lengthOfList(eb.ref('text.shingles')).as('pieces'),
        integer(countOver([eb.ref('text.city'), eb.ref('each.item')])).as('found'),
      ])
    const ranked = db
      .selectFrom(counted.as('one'))
      .select(eb => [
        'city',
        'topic',
        'petition_id',
        'opened_at',
        'piece',
        'pieces',
        integer(rowNumber([eb.ref('city'), eb.ref('petition_id')], [eb.ref('found'), eb.ref('piece')])).as(
          'rank',
        ),
      ])
    return db
      .selectFrom(ranked.as('one'))
      .where(eb => eb('rank', '<=', eb(eb(eb.ref('pieces'), '*', 1 - leastSimilarity), '+', 1)))
      .select(['city', 'topic', 'petition_id', 'opened_at', 'piece', 'pieces'])
  },
})
