import {countOf, integer, rounded, wholeSum} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import pairs from '../../intermediate/petitions/int_petition_pairs.ts'
import petitions from './petitions.ts'

/**
 * Published petitions of one topic and one half-year whose texts are almost the same, by Jaccard's share of three-word
 * pieces. Each belongs to the group of the petition with the least number among those it is like.
 */
export default defineModel({
  name: 'petitions_alike',
  title: {uk: 'Петиції про те саме', en: 'Petitions that ask for the same'},
  describe: {
    uk: 'Опубліковані петиції однієї теми й одного півріччя з майже однаковим текстом: скільки їх у групі й скільки підписів разом. Копії розпорошують підписи.',
    en: 'Published petitions of one topic and half-year with almost the same text: how many a group has, and how many signatures together. Copies scatter signatures.',
  },
  grain: ['city', 'petition_id'],
  publish: true,
  inputs: [pairs, petitions],
  columns: {
    group_id: {uk: 'Перша за номером петиція групи', en: 'The first petition of the group by number'},
    similarity: {
      uk: 'Яка частка трислівних уривків спільна з найближчою петицією',
      en: 'What share of three-word pieces it has in common with the nearest petition',
      unit: '1',
    },
    petitions: {uk: 'Скільки петицій у групі', en: 'How many petitions the group has', unit: '1'},
    signatures_together: {uk: 'Підписів разом', en: 'Signatures together', unit: '1'},
    is_scattered: {
      uk: 'Чи жодна не дістала порогу, а разом підписів вистачило б',
      en: 'Did none reach the threshold while together there were signatures enough',
    },
  },
  query: db => {
    const near = db.selectFrom('int_petition_pairs')
    const alike = near
      .select(['city', 'petition_id', 'other_id', 'similarity'])
      .unionAll(near.select(['city', 'other_id as petition_id', 'petition_id as other_id', 'similarity']))
    const grouped = db
      .selectFrom(alike.as('pair'))
      .select(eb => [
        'city',
        'petition_id',
        eb.fn<string>('least', [eb.fn.min('petition_id'), eb.fn.min('other_id')]).as('group_id'),
        eb.fn.max('similarity').as('similarity'),
      ])
      .groupBy(['city', 'petition_id'])
    const members = db
      .selectFrom(grouped.as('member'))
      .innerJoin('petitions as petition', join =>
        join
          .onRef('petition.city', '=', 'member.city')
          .onRef('petition.petition_id', '=', 'member.petition_id'),
      )
      .select([
        'member.city',
        'member.petition_id',
        'member.group_id',
        'member.similarity',
        'petition.title',
        'petition.topic',
        'petition.signatures',
        'petition.threshold',
        'petition.collection',
      ])
    const groups = db
      .selectFrom(members.as('member'))
      .select(eb => [
        'city',
        'group_id',
        integer(countOf()).as('petitions'),
        wholeSum(eb.ref('signatures')).as('signatures'),
        eb.fn.max('threshold').as('threshold'),
        eb.fn
          .max(eb.case().when('collection', '=', 'threshold_reached').then(eb.lit(1)).else(eb.lit(0)).end())
          .as('reached'),
      ])
      .groupBy(['city', 'group_id'])
    return db
      .selectFrom(members.as('member'))
      .innerJoin(groups.as('all'), join =>
        join.onRef('all.city', '=', 'member.city').onRef('all.group_id', '=', 'member.group_id'),
      )
      .select(eb => [
        'member.city',
        'member.petition_id',
        'member.group_id',
        'member.title',
        'member.topic',
        'member.signatures',
        'member.threshold',
        rounded(eb.ref('member.similarity'), 3).as('similarity'),
        'all.petitions',
        'all.signatures as signatures_together',
        eb
          .and([eb('all.reached', '=', 0), eb('all.signatures', '>=', eb.ref('all.threshold'))])
          .$castTo<boolean | null>()
          .as('is_scattered'),
      ])
      .orderBy('member.city')
      .orderBy('member.petition_id')
  },
})
