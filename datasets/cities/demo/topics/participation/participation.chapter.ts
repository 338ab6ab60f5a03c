import type {Chapter} from '../../chapter.ts'
import {dirtOf, noneOf} from '../../tools/faults/dirt-of.ts'
import {dateOf, isoDate} from '../../tools/time/days.ts'
import {clockText, dayMinutes} from '../../tools/time/kyiv-clock.ts'
import {PlaceBook} from '../petitions/place-book.ts'
import {castVotes} from './cast-votes.ts'
import {chooseWinners} from './choose-winners.ts'
import {drawProjects} from './draw-projects.ts'
import {lateTitle, overrunTitle} from './planted-projects.ts'
import {projectFaults, projectHeader, projectRow, projectUid} from './project-rows.ts'
import {buildingFrom, roundKopiykas, roundsUntil} from './rounds.ts'

const projectsFile = 'participation/projects.demo.csv'
/** One file a round: `*` is the year. */
const voteFiles = 'participation/votes-*.demo.csv'
const style = {delimiter: ';'} as const

export const participation: Chapter = {
  id: 'participation',
  title: {uk: 'Громадський бюджет', en: 'Participatory budget'},
  thread: 'first',
  truths: [
    {
      id: 'project-won-in-two-hours',
      title: {
        uk: 'Проєкт переміг голосами останніх двох годин',
        en: 'A project won by the votes of the last two hours',
      },
      where: {
        uk: `${voteFiles} останнього завершеного голосування: «${lateTitle}», понад дві третини voteDate – після 22:00 останнього дня.`,
        en: `${voteFiles} of the last voting that is over: «${lateTitle}», more than two thirds of voteDate are after 22:00 of the last day.`,
      },
    },
    {
      id: 'one-school-wins',
      title: {uk: 'Той самий ліцей перемагає в кожному голосуванні', en: 'The same school wins every voting'},
      where: {
        uk: `${projectsFile}: за кожен рік серед переможців є проєкт «…в ліцеї № 6», а більшість його голосів подано в робочі дні з 9-ї до 16-ї.`,
        en: `${projectsFile}: among the winners of every year is a project of «ліцей № 6», and most of its votes come on weekdays between 9:00 and 16:00.`,
      },
    },
    {
      id: 'project-cost-overrun',
      title: {
        uk: 'Один проєкт обійшовся у два з половиною рази дорожче',
        en: 'One project cost two and a half times its budget',
      },
      where: {
        uk: `${projectsFile}: «${overrunTitle}», budgetFact проти budgetPlan; в інших різниця не перевищує п’ятої частини.`,
        en: `${projectsFile}: «${overrunTitle}», budgetFact against budgetPlan; others differ by less than a fifth.`,
      },
    },
  ],

  write({seed, scale, today, firstDay, events, ground}, outbox) {
    const book = new PlaceBook(ground(), events.renamedOn)
    const rounds = roundsUntil(firstDay, today)
    const firstYear = dateOf(firstDay).year
    const lastDecided = rounds.findLast(({decided}) => decided < today)?.year
    // Winners have a building season; a year after it began, what was built on time has been built.
    const lastBuilt = rounds.findLast(({year}) => buildingFrom(year) + 270 < today)?.year
    const projectsCsv = outbox.csv(projectsFile, projectHeader, style)
    const counts = noneOf(projectFaults)
    for (const round of rounds) {
      const {year} = round
      const projects = drawProjects(seed, round, {
        isLast: year === lastDecided,
        isOverrun: year === lastBuilt,
        events,
        book,
      })
      const uids = projects.map(project => projectUid(project, firstYear))
      const votes = projects.map(() => 0)
      if (round.voting.from < today) {
        const csv = outbox.csv(
          voteFiles.replace('*', String(year)),
          ['projectUid', 'voterID', 'projectTitle', 'voteDate'],
          style,
        )
        for (const {voter, project, minute} of castVotes(seed, scale, round, projects, today)) {
          votes[project]!++
          csv.row([uids[project]!, voter, projects[project]!.title, moment(minute)])
        }
        outbox.done(csv)
      }
      const winners = chooseWinners(projects, votes, roundKopiykas)
      projects.forEach((project, index) => {
        const row = projectRow(project, round, {
          seed,
          today,
          firstYear,
          votes: votes[index]!,
          isWinner: winners.has(index),
        })
        projectsCsv.row(row.cells)
        for (const fault of row.faults) counts[fault]++
      })
    }
    outbox.done(projectsCsv)
    return {dirt: dirtOf(projectsFile, projectFaults, counts)}
  },
}

/** 2026-09-15T21:14, by the city’s clock. */
const moment = (minute: number) => `${isoDate(Math.floor(minute / dayMinutes))}T${clockText(minute)}`
