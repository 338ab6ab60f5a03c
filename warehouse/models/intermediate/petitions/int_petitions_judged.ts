import petitionsData from '@hromada/datasets/petitions/dataset.ts'
import {localDate, lowered} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'
import cities from '../../reference/cities.ts'
import rules from '../../reference/petition_rules.ts'

const rejected = ['rejected', 'відхилено']
const collecting = ['open', 'триває збір підписів', 'збір підписів']
const moderation = ['pending', 'validated', 'sponsored', 'flagged', 'на модерації']
const supported = ['підтримано', 'підтримати']
const partly = ['підтримано частково', 'частково підтримано']
const refused = ['не підтримано', 'відмовлено']

/**
 * Two axes: what came of collecting, and what was decided. «Не підтримано» of the national sites means too few
 * signatures, not a negative decision. The threshold is the page's, or that of the rule in force when collecting began.
 */
export default defineModel({
  name: 'int_petitions_judged',
  title: {uk: 'Петиції зі станом', en: 'Petitions with their status'},
  describe: {
    uk: 'Петиції з порогом, станом збору й рішенням.',
    en: 'Petitions with their threshold, collection and decision.',
  },
  grain: ['city', 'petition_id'],
  inputs: [staging(petitionsData), cities, rules],
  columns: {
    collection: {
      uk: 'Збір: moderation, rejected, collecting, threshold_reached, expired',
      en: 'Collection: moderation, rejected, collecting, threshold_reached, expired',
    },
    decision: {
      uk: 'Рішення: none немає, under_consideration на розгляді, supported, partly_supported, not_supported, answered_unspecified є відповідь без рішення',
      en: 'Decision: none, under_consideration, supported, partly_supported, not_supported, answered_unspecified: an answer without a decision',
    },
    threshold_source: {
      uk: 'Звідки поріг: page зі сторінки, rule з правила, unknown',
      en: 'Where the threshold is from: page, rule, unknown',
    },
  },
  query: db => {
    const dated = db
      .selectFrom('stg_petitions as petition')
      .innerJoin('cities', 'cities.city', 'petition.city')
      .leftJoin('petition_rules as rule', join =>
        join
          .onRef('rule.city', '=', 'petition.city')
          .on(eb =>
            eb.or([
              eb('rule.scope', '=', eb.ref('petition.scope')),
              eb.and([eb('petition.scope', 'is', null), eb('rule.scope', '!=', 'district')]),
            ]),
          )
          .on(eb =>
            eb(
              'rule.valid_from',
              '<=',
              localDate(eb.ref('petition.opened_at').$notNull(), eb.ref('cities.zone')),
            ),
          )
          .on(eb =>
            eb.or([
              eb('rule.valid_to', 'is', null),
              eb(
                'rule.valid_to',
                '>',
                localDate(eb.ref('petition.opened_at').$notNull(), eb.ref('cities.zone')),
              ),
            ]),
          ),
      )
      .selectAll('petition')
      .select([
        'cities.zone',
        'cities.country',
        'cities.residents',
        'rule.needed',
        'rule.answer_working_days',
        'rule.scope as rule_scope',
      ])
    return db.selectFrom(dated.as('petition')).select(eb => {
      const status = lowered(eb.ref('status'))
      const decision = lowered(eb.fn.coalesce('decision', eb.val('')))
      const threshold = eb.fn.coalesce('threshold', 'needed')
      const day = (
        name: 'opened_at' | 'closes_at' | 'threshold_reached_at' | 'considered_at' | 'answered_at',
      ) =>
        eb
          .case()
          .when(name, 'is not', null)
          .then(localDate(eb.ref(name).$notNull(), eb.ref('zone')))
          .end()
      return [
        'city',
        'petition_id',
        'country',
        'residents',
        'title',
        'url',
        'topic',
        'status as status_source',
        eb.fn.coalesce('scope', 'rule_scope', eb.val('city')).as('scope'),
        'district_id',
        eb
          .case()
          .when(eb.or([eb('rejected_at', 'is not', null), eb(status, 'in', rejected)]))
          .then('rejected')
          .when(status, 'in', moderation)
          .then('moderation')
          .when(eb.or([eb('threshold_reached_at', 'is not', null), eb('signatures', '>=', threshold)]))
          .then('threshold_reached')
          .when(status, 'in', collecting)
          .then('collecting')
          .else('expired')
          .end()
          .as('collection'),
        eb
          .case()
          .when(eb.and([eb('answered_at', 'is not', null), eb(decision, 'in', partly)]))
          .then('partly_supported')
          .when(eb.and([eb('answered_at', 'is not', null), eb(decision, 'in', supported)]))
          .then('supported')
          .when(eb.and([eb('answered_at', 'is not', null), eb(decision, 'in', refused)]))
          .then('not_supported')
          .when('answered_at', 'is not', null)
          .then('answered_unspecified')
          .when(eb.or([eb(status, '=', 'на розгляді'), eb('considered_at', 'is not', null)]))
          .then('under_consideration')
          .else('none')
          .end()
          .as('decision'),
        'signatures',
        threshold.as('threshold'),
        eb
          .case()
          .when('threshold', 'is not', null)
          .then('page')
          .when('needed', 'is not', null)
          .then('rule')
          .else('unknown')
          .end()
          .as('threshold_source'),
        'answer_working_days',
        'created_at',
        'opened_at',
        'closes_at',
        'threshold_reached_at',
        'rejected_at',
        'considered_at',
        'answered_at',
        day('opened_at').as('opened_date'),
        day('closes_at').as('closes_date'),
        day('considered_at').as('considered_date'),
        day('answered_at').as('answered_date'),
      ]
    })
  },
})
