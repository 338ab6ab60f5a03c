import petitionsData from '@hromada/datasets/petitions/dataset.ts'
import {lowered} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'

const rejected = ['rejected', 'відхилено']
const collecting = ['open', 'триває збір підписів', 'збір підписів']
const moderation = ['pending', 'validated', 'sponsored', 'flagged', 'на модерації']

/**
 * Two axes: what came of collecting, and what was decided. «Не підтримано» of the national sites means too few
 * signatures, not a negative decision.
 */
export default defineModel({
  name: 'petitions',
  title: {uk: 'Петиції', en: 'Petitions'},
  describe: {
    uk: 'Петиції: підписи, поріг, чим закінчився збір і чи є відповідь. Імена не публікуються.',
    en: 'Petitions: signatures, threshold, how collecting ended and whether there is an answer. Names are not published.',
  },
  grain: ['city', 'petition_id'],
  publish: true,
  inputs: [staging(petitionsData)],
  columns: {
    status_source: {uk: 'Стан за словами видавця', en: 'Status in the publisher’s words'},
    collection: {
      uk: 'Збір: moderation, rejected, collecting, threshold_reached, expired',
      en: 'Collection: moderation, rejected, collecting, threshold_reached, expired',
    },
    decision: {
      uk: 'Рішення: none немає, under_consideration на розгляді, answered_unspecified є відповідь',
      en: 'Decision: none, under_consideration, answered_unspecified',
    },
  },
  query: db =>
    db
      .selectFrom('stg_petitions')
      .select(eb => {
        const status = lowered(eb.ref('status'))
        return [
          'city',
          'petition_id',
          'title',
          'url',
          'topic',
          'status as status_source',
          eb
            .case()
            .when(eb.or([eb('rejected_at', 'is not', null), eb(status, 'in', rejected)]))
            .then('rejected')
            .when(status, 'in', moderation)
            .then('moderation')
            .when(
              eb.or([
                eb('threshold_reached_at', 'is not', null),
                eb('signatures', '>=', eb.ref('threshold')),
              ]),
            )
            .then('threshold_reached')
            .when(status, 'in', collecting)
            .then('collecting')
            .else('expired')
            .end()
            .as('collection'),
          eb
            .case()
            .when('answered_at', 'is not', null)
            .then('answered_unspecified')
            .when(status, '=', 'на розгляді')
            .then('under_consideration')
            .else('none')
            .end()
            .as('decision'),
          'signatures',
          'threshold',
          'created_at',
          'opened_at',
          'closes_at',
          'threshold_reached_at',
          'answered_at',
        ]
      })
      .orderBy('city')
      .orderBy('petition_id'),
})
