import {describe, expect, test} from 'vitest'
import {parseDay} from '../../tools/time/days.ts'
import {districts} from '../../world/districts.ts'
import {makeGround} from '../../world/ground/make-ground.ts'
import {placeReader} from '../petitions/named-places.fixture.ts'
import {type Row, writeChapter} from '../petitions/written-files.fixture.ts'
import {refusedShare} from './draw-projects.ts'
import {participation} from './participation.chapter.ts'
import {lateTitle, overrunTitle} from './planted-projects.ts'
import {roundKopiykas} from './rounds.ts'

const projectsFile = 'participation/projects.demo.csv'
const ground = makeGround({seed: 1, scale: 0.01})
const write = (scale = 1, today = '2026-11-21') =>
  writeChapter(participation, {ground: () => ground, scale, today})
const files = write()
const projects = files.rows(projectsFile)
const votes = files.rows('participation/votes-*.demo.csv')
const years = [...new Set(projects.map(({year}) => year!))]
const of = (year: string) => projects.filter(project => project.year === year)
const votesFor = (uid: string) => votes.filter(({projectUid}) => projectUid === uid)
const won = ({status}: Row) => status === 'реалізований' || status === 'в стадії реалізації'

describe('four rounds, none of them in 2022 and 2023', () => {
  test('of sixty to a hundred projects, and of each its own turnout: half after the pause, then more again', () => {
    expect(years).toEqual(['2021', '2024', '2025', '2026'])
    const voters = years.map(
      year =>
        new Set(votes.filter(({voteDate}) => voteDate!.startsWith(year)).map(({voterID}) => voterID)).size,
    )
    const [before, first, second, third] = voters as [number, number, number, number]
    expect(before).toBeGreaterThan(8000)
    expect(first / before).toBeGreaterThan(0.42)
    expect(first / before).toBeLessThan(0.62)
    expect(second / first).toBeGreaterThan(1.15)
    expect(third / second).toBeGreaterThan(1.1)
    expect(third).toBeLessThan(before)
    const counts = years.map(year => of(year).length)
    for (const count of counts) {
      expect(count).toBeGreaterThan(60)
      expect(count).toBeLessThan(106)
    }
    expect(new Set(counts).size).toBe(counts.length)
    expect(Math.max(...counts) - Math.min(...counts)).toBeGreaterThan(15)
    const refused = projects.filter(({status}) => status === 'відхилено експертною групою').length
    expect(Math.abs(refused / projects.length - refusedShare)).toBeLessThan(0.04)
  })

  test('count every vote once, and nobody votes twice for one project or more than three times', () => {
    const counts = Map.groupBy(votes, ({projectUid}) => projectUid!)
    for (const {uid, count} of projects) expect(counts.get(uid!)?.length ?? 0).toBe(Number(count))
    const byVoter = Map.groupBy(votes, ({voterID}) => voterID!)
    for (const cast of byVoter.values()) {
      expect(cast.length).toBeLessThanOrEqual(3)
      expect(new Set(cast.map(({projectUid}) => projectUid)).size).toBe(cast.length)
    }
  })

  test('take the winners by votes while the money lasts', () => {
    for (const year of years) {
      const plan = (project: Row) => Math.round(Number(project.budgetPlan) * 100)
      const candidates = of(year)
        .filter(({status}) => status !== 'відхилено експертною групою')
        .sort((a, b) => Number(b.count) - Number(a.count))
      const spent = candidates.filter(won).reduce((sum, project) => sum + plan(project), 0)
      expect(spent).toBeLessThanOrEqual(roundKopiykas)
      // The first that lost would not have fitted in beside those before it.
      const first = candidates.findIndex(project => !won(project))
      const before = candidates.slice(0, first).reduce((sum, project) => sum + plan(project), 0)
      expect(before + plan(candidates[first]!)).toBeGreaterThan(roundKopiykas)
      expect(candidates.slice(0, 5).every(won)).toBe(true)
    }
  })

  test('votes come in their hours, and files in order', () => {
    for (const year of years) {
      const times = votes.map(({voteDate}) => voteDate!).filter(time => time.startsWith(year))
      expect([...times].sort()).toEqual(times)
      expect(times[0]! >= `${year}-09-01T00:00` && times.at(-1)! <= `${year}-09-15T23:59`).toBe(true)
      const atNight = times.filter(time => /T0[1-5]/.test(time)).length / times.length
      expect(atNight).toBeLessThan(0.03)
    }
  })

  test('ten times the people are ten times the votes for as many projects', () => {
    const tenth = write(0.1)
    expect(tenth.rows(projectsFile)).toHaveLength(projects.length)
    const share = tenth.rows('participation/votes-*.demo.csv').length / votes.length
    expect(share).toBeCloseTo(0.1, 2)
    expect(write().written).toEqual(files.written)
  })
})

test('a city that is told to the middle of a year knows only half of its last round', () => {
  const early = write(0.05, '2026-06-01')
  const last = early.rows(projectsFile).filter(({year}) => year === '2026')
  expect(new Set(last.map(({status}) => status))).toEqual(
    new Set(['на розгляді', 'відхилено експертною групою']),
  )
  expect(early.written.map(({path}) => path)).not.toContain('participation/votes-2026.demo.csv')
  expect(early.rows(projectsFile).some(({title, year}) => title === lateTitle && year === '2025')).toBe(true)
})

describe('what people propose', () => {
  const {renamedOn} = files.scope.events
  const read = placeReader(ground, renamedOn)
  const named = projects.map(project => ({
    project,
    ...read(project.title!, parseDay(`${project.year}-04-10`)),
  }))

  test('lies on the ground, in the district of the row', () => {
    expect(named.flatMap(({unknown}) => unknown)).toEqual([])
    expect(named.filter(({count}) => count > 0).length).toBeGreaterThan(280)
    const atHouses = named.filter(({houses}) => houses.length > 0)
    expect(atHouses.length).toBeGreaterThan(20)
    for (const {project, houses} of atHouses)
      for (const house of houses) expect(project.district).toBe(districts[house.district]!.katottg)
  })

  test('has a title of its own in its year', () => {
    for (const year of years) expect(new Set(of(year).map(({title}) => title)).size).toBe(of(year).length)
  })

  test('knows of the war since the war', () => {
    const isOfWar = ({title}: Row) => /укритт|ветеран|тактичн|без мережі/i.test(title!)
    expect(of('2021').filter(isOfWar)).toEqual([])
    for (const year of years.slice(1)) expect(of(year).filter(isOfWar).length).toBeGreaterThan(5)
    expect(projects.filter(({title, year}) => /Фестиваль|Кіно/.test(title!) && year !== '2021')).toEqual([])
  })
})

test('what won in 2021 waited: nothing was completed while the budget was suspended', () => {
  const completed = projects
    .filter(({completedDate}) => /\d/.test(completedDate!))
    .map(({completedDate}) => completedDate!.replace(/^(\d\d)\.(\d\d)\.(\d{4})$/, '$3-$2-$1'))
    .sort()
  expect(completed.length).toBeGreaterThan(40)
  expect(completed[0]! >= '2024-04-01').toBe(true)
})

describe('truths', () => {
  test('project-won-in-two-hours', () => {
    const late = projects.find(({title}) => title === lateTitle)!
    expect(won(late)).toBe(true)
    const share = (uid: string) => {
      const cast = votesFor(uid)
      return cast.filter(({voteDate}) => voteDate! >= `${late.year}-09-15T22:00`).length / cast.length
    }
    expect(share(late.uid!)).toBeGreaterThan(2 / 3)
    for (const other of of(late.year!))
      if (other.uid !== late.uid && Number(other.count) > 30) expect(share(other.uid!)).toBeLessThan(0.1)
  })

  test('one-school-wins', () => {
    const schoolOf = ({title}: Row) => /ліце[їй]\S* № (\d+)/.exec(title!)?.[1]
    const winners = years.map(year => new Set(of(year).filter(won).map(schoolOf)))
    const always = [...winners[0]!].filter(school => school && winners.every(one => one.has(school)))
    expect(always).toContain('6')
    for (const year of years) {
      const project = of(year).find(one => won(one) && one.title!.endsWith('ліцеї № 6'))!
      const cast = votesFor(project.uid!)
      const inSchoolHours = cast.filter(({voteDate}) => {
        const time = new Date(`${voteDate}Z`)
        return time.getUTCDay() % 6 !== 0 && time.getUTCHours() >= 9 && time.getUTCHours() < 16
      })
      expect(inSchoolHours.length / cast.length).toBeGreaterThan(0.5)
    }
  })

  test('project-cost-overrun', () => {
    const ratios = projects
      .filter(({budgetFact}) => Number(budgetFact) > 0)
      .map(({title, budgetPlan, budgetFact}) => ({title, ratio: Number(budgetFact) / Number(budgetPlan)}))
    expect(ratios.length).toBeGreaterThan(40)
    const over = ratios.filter(({ratio}) => ratio > 1.2)
    expect(over).toEqual([{title: overrunTitle, ratio: expect.closeTo(2.47, 2)}])
  })
})

test('faults are as many as said', () => {
  const count = (is: (row: Row) => boolean) => projects.filter(is).length
  expect(count(({uid}) => uid!.startsWith('https://'))).toBe(
    files.dirt(projectsFile, 'uid is the address of a page'),
  )
  expect(count(({budgetPlan}) => budgetPlan!.includes('e+'))).toBe(
    files.dirt(projectsFile, 'a sum like 4e+05'),
  )
  expect(count(row => Object.values(row).includes('NA'))).toBe(
    files.dirt(projectsFile, 'a row with NA instead of null'),
  )
  expect(count(({decisionDate}) => /^\d\d\.\d\d\.\d{4}$/.test(decisionDate!))).toBe(
    files.dirt(projectsFile, 'dates as dd.mm.yyyy'),
  )
})
