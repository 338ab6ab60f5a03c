import petitionsData from '@hromada/datasets/petitions/dataset.ts'
import {integer, jsonElements, jsonText, wholeSum} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'

export default defineModel({
  name: 'petitions_by_country',
  title: {uk: 'Підписи під петиціями за країнами', en: 'Petition signatures by country'},
  describe: {
    uk: 'Звідки підписували петицію – там, де видавець рахує це сам. Районів міста в жодному джерелі немає.',
    en: 'Where a petition was signed from, where the publisher counts it. No source has districts of a city.',
  },
  grain: ['city', 'petition_id', 'country_code'],
  publish: true,
  inputs: [staging(petitionsData)],
  columns: {
    country_code: {uk: 'Код країни', en: 'Country code'},
    country: {uk: 'Країна', en: 'Country'},
    signatures: {uk: 'Підписів', en: 'Signatures', unit: '1'},
  },
  query: db =>
    db
      .selectFrom('stg_petitions as petition')
      .crossJoin(eb => jsonElements(eb.ref('petition.signatures_by_country')))
      .select(eb => [
        'petition.city',
        'petition.petition_id',
        jsonText(eb.ref('element.json'), 'code').as('country_code'),
        jsonText(eb.ref('element.json'), 'name').as('country'),
        integer(jsonText(eb.ref('element.json'), 'signature_count')).as('signatures'),
      ])
      .orderBy('city')
      .orderBy('petition_id')
      .orderBy('country_code'),
  audits: {
    countries_add_up: {
      describe: {
        uk: 'Країни разом дають усі підписи петиції',
        en: 'Countries add up to all signatures of the petition',
      },
      severity: 'warn',
      faults: db =>
        db
          .selectFrom('petitions_by_country as place')
          .innerJoin('stg_petitions as petition', join =>
            join
              .onRef('petition.city', '=', 'place.city')
              .onRef('petition.petition_id', '=', 'place.petition_id'),
          )
          .select(['place.city', 'place.petition_id'])
          .groupBy(['place.city', 'place.petition_id', 'petition.signatures'])
          .having(
            eb => wholeSum(eb.ref('place.signatures')),
            '!=',
            eb => eb.ref('petition.signatures'),
          ),
    },
  },
})
