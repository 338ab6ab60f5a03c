import projectsData from '@hromada/datasets/participatory-projects/dataset.ts'
import {
  countOf,
  descending,
  hasText,
  lengthOf,
  lowered,
  nullIfZero,
  quotient,
  rowNumber,
  sumOfMoney,
} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'
import contracts from '../spending/contracts.ts'

/** A shorter title would be found in contracts that have nothing to do with it. */
const leastTitle = 20

/**
 * From project to payment: a contract belongs to a project when its subject speaks of the budget (громадський
 * бюджет, бюджет участі) and quotes the whole title. Where no contract
 * does, only the publisher's own figure (`spent_uah`) says what it cost.
 */
export default defineModel({
  name: 'participatory_projects',
  title: {uk: 'Проєкти громадського бюджету', en: 'Projects of the participatory budget'},
  describe: {
    uk: 'Від задуму до платежу: голоси, місце серед проєктів року, скільки просили, скільки витратили за словами видавця і скільки сплачено за договорами, що називають проєкт.',
    en: 'From idea to payment: votes, rank in the year, what it was to cost, what it cost in the publisher’s words, and what was paid under contracts that name it.',
  },
  grain: ['city', 'project_id'],
  publish: true,
  inputs: [staging(projectsData), contracts],
  columns: {
    votes_rank: {
      uk: 'Місце за голосами серед проєктів року',
      en: 'Rank by votes among the projects of the year',
      unit: '1',
    },
    spent_share: {
      uk: 'Витрачено, частка запланованого',
      en: 'Spent, as a share of what was planned',
      unit: '1',
    },
    stage: {
      uk: 'completed реалізовано, in_progress у роботі, voting голосування, not_selected не увійшов, rejected відхилено, other інше',
      en: 'completed, in_progress, voting, not_selected, rejected, other',
    },
    contracts: {uk: 'Договорів, що називають проєкт', en: 'Contracts that name the project', unit: '1'},
    contracts_paid_uah: {uk: 'Сплачено за ними', en: 'Paid under them', unit: 'UAH'},
  },
  query: db => {
    return db
      .selectFrom('stg_participatory_projects as project')
      .select(eb => {
        const linked = eb
          .selectFrom('contracts as contract')
          .whereRef('contract.city', '=', 'project.city')
          .where(inner =>
            inner(lowered(inner.fn.coalesce('contract.subject', inner.val(''))), 'like', '%бюджет%'),
          )
          .where(inner => inner(lengthOf(inner.ref('project.title')), '>=', leastTitle))
          .where(inner =>
            hasText(
              lowered(inner.fn.coalesce('contract.subject', inner.val(''))),
              lowered(inner.ref('project.title')),
            ),
          )
        const status = lowered(eb.ref('project.status'))
        return [
          'project.city',
          'project.project_id',
          'project.year',
          'project.title',
          'project.text',
          'project.topic',
          'project.size',
          'project.reach',
          'project.district_id',
          'project.status',
          eb
            .case()
            .when(status, 'like', 'реалізован%')
            .then('completed')
            .when(status, 'like', '%реалізації%')
            .then('in_progress')
            .when(status, 'like', '%відхилен%')
            .then('rejected')
            .when(status, 'like', 'не %')
            .then('not_selected')
            .when(status, 'like', '%розгляд%')
            .then('voting')
            .when(status, 'like', '%голос%')
            .then('voting')
            .when(status, 'like', '%підпис%')
            .then('voting')
            .else('other')
            .end()
            .as('stage'),
          'project.votes',
          rowNumber(
            [eb.ref('project.city'), eb.ref('project.year')],
            [descending(eb.ref('project.votes')), eb.ref('project.project_id')],
          ).as('votes_rank'),
          'project.planned_uah',
          'project.spent_uah',
          quotient(eb.ref('project.spent_uah'), nullIfZero(eb.ref('project.planned_uah').$castTo<string>()))
            .$castTo<number | null>()
            .as('spent_share'),
          'project.decided_date',
          'project.completed_date',
          'project.organization',
          'project.url',
          linked.select(countOf().as('contracts')).as('contracts'),
          linked
            .select(inner => sumOfMoney(inner.ref('contract.paid_uah')).as('paid'))
            .as('contracts_paid_uah'),
        ]
      })
      .orderBy('project.city')
      .orderBy('project.year')
      .orderBy('project.project_id')
  },
})
