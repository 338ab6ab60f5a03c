import projectsData from '@hromada/datasets/participatory-projects/dataset.ts'
import votesData from '@hromada/datasets/participatory-votes/dataset.ts'
import {countOf, localDate, localHour, localWeekday, maxOver} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'
import cities from '../../reference/cities.ts'

/** When votes were cast tells whether a project was carried by its city, by one school, or by the last hours. */
export default defineModel({
  name: 'participatory_voting',
  title: {uk: 'Коли голосували за проєкти', en: 'When projects were voted for'},
  describe: {
    uk: 'Голоси за кожний проєкт: в останні дві години голосування, у шкільний час (будні, 9–16), в інший час. Числа, менші за 5, приховано.',
    en: 'Votes for each project: in the last two hours of the voting, in school hours (weekdays, 9 to 16), at other times. Numbers below 5 are not shown.',
  },
  grain: ['city', 'year', 'project_id', 'voting_time'],
  publish: true,
  inputs: [staging(projectsData), staging(votesData), cities],
  columns: {
    voting_time: {
      uk: 'last_two_hours останній день після 22:00, school_hours будні з 9:00 до 16:00, other інший час',
      en: 'last_two_hours: the last day after 22:00; school_hours: weekdays from 9:00 to 16:00; other',
    },
    votes: {uk: 'Голосів', en: 'Votes', unit: '1'},
  },
  counts: {of: 'persons', measures: ['votes'], dimensions: [['year', 'project_id'], ['voting_time']]},
  query: db => {
    const cast = db
      .selectFrom('stg_participatory_votes as vote')
      .innerJoin('stg_participatory_projects as project', join =>
        join.onRef('project.city', '=', 'vote.city').onRef('project.project_id', '=', 'vote.project_id'),
      )
      .innerJoin('cities as place', 'place.city', 'vote.city')
      .select(eb => [
        'vote.city',
        'project.year',
        'vote.project_id',
        localDate(eb.ref('vote.voted_at'), eb.ref('place.zone')).as('day'),
        localHour(eb.ref('vote.voted_at'), eb.ref('place.zone')).as('hour'),
        localWeekday(eb.ref('vote.voted_at'), eb.ref('place.zone')).as('weekday'),
        maxOver(localDate(eb.ref('vote.voted_at'), eb.ref('place.zone')), [
          eb.ref('vote.city'),
          eb.ref('project.year'),
        ]).as('last_day'),
      ])
    const timed = db.selectFrom(cast.as('vote')).select(eb => [
      'city',
      'year',
      'project_id',
      eb
        .case()
        .when(eb.and([eb('day', '=', eb.ref('last_day')), eb('hour', '>=', 22)]))
        .then('last_two_hours')
        .when(eb.and([eb('weekday', '<=', 5), eb('hour', '>=', 9), eb('hour', '<', 16)]))
        .then('school_hours')
        .else('other')
        .end()
        .as('voting_time'),
    ])
    return db
      .selectFrom(timed.as('vote'))
      .select(['city', 'year', 'project_id', 'voting_time', countOf().as('votes')])
      .groupBy(['city', 'year', 'project_id', 'voting_time'])
      .orderBy('city')
      .orderBy('year')
      .orderBy('project_id')
      .orderBy('voting_time')
  },
})
