import {rowFaults} from '../../tools/faults/row-faults.ts'
import {Draw} from '../../tools/numbers/draw.ts'
import {dottedDate, isoDate, two} from '../../tools/time/days.ts'
import type {Cell} from '../../tools/write/csv-file.ts'
import {bodies} from '../../world/bodies.ts'
import {cityKatottg, districts} from '../../world/districts.ts'
import {overrunShare, overrunTitle} from './planted-projects.ts'
import type {Project} from './project.ts'
import {buildingFrom, type Round, suspended} from './rounds.ts'

/** Annex 35 to resolution No. 835, spelled as it is there, then what the city adds. */
export const projectHeader = [
  'uid',
  'kind',
  'type',
  'title',
  'description',
  'url',
  'text',
  'authorityName',
  'authorityId',
  'authorityCattutc',
  'count',
  'creator',
  'status',
  'decisionDate',
  'decisionUrl',
  'decisionText',
  'budgetPlan',
  'budgetFact',
  'projectResposible',
  'year',
  'topic',
  'district',
  'completedDate',
]

export const projectFaults = {
  address: {uk: 'uid – це адреса сторінки', en: 'uid is the address of a page'},
  exponent: {uk: 'сума на зразок 4e+05', en: 'a sum like 4e+05'},
  notAvailable: {uk: 'рядок, де замість null стоїть NA', en: 'a row with NA instead of null'},
  dotted: {uk: 'дати у вигляді дд.мм.рррр', en: 'dates as dd.mm.yyyy'},
}
export type ProjectFault = keyof typeof projectFaults

/** How the project is named in files: the first round ran on another site, whose export has addresses. */
export const projectUid = ({uid, year}: Project, firstYear: number): string =>
  year === firstYear ? `https://old-budget.pryklad.example/projects/${uid.slice(5)}` : uid

/** The row of a project after its round, and what is wrong with it. */
export function projectRow(
  project: Project,
  round: Round,
  {
    seed,
    today,
    firstYear,
    votes,
    isWinner,
  }: {seed: number; today: number; firstYear: number; votes: number; isWinner: boolean},
): {cells: Cell[]; faults: ProjectFault[]} {
  const {uid, year, planKopiykas, district} = project
  const {found: faults, has} = rowFaults<ProjectFault>(seed, 'project row', uid)
  if (year === firstYear) faults.push('address')
  const isDotted = has('dotted', 0.12, round.decided < today && !project.isRefused)
  const date = (day: number) => (isDotted ? dottedDate(day) : isoDate(day))
  const isDecided = round.decided < today && !project.isRefused
  const completedDay = isWinner && isDecided ? completion(seed, project) : null
  const isCompleted = completedDay !== null && completedDay < today
  const cells: Cell[] = [
    projectUid(project, firstYear),
    project.kind,
    project.type,
    project.title,
    project.describe,
    `https://budget.pryklad.example/projects/${uid}`,
    `${uid}.pdf`,
    bodies.council.name,
    bodies.council.edrpou,
    cityKatottg,
    votes,
    project.creator,
    statusOf(project, round, today, isWinner, isCompleted),
    isDecided ? date(round.decided) : null,
    isDecided ? `https://rada.pryklad.example/decisions/gb-${year}` : null,
    isDecided ? `gb-${year}.pdf` : null,
    has('exponent', 0.75, planKopiykas % 10_000_000 === 0 && planKopiykas < 100_000_000)
      ? `${planKopiykas / 10_000_000}e+05`
      : money(planKopiykas),
    isCompleted ? money(spent(seed, project)) : null,
    project.department,
    year,
    project.topic,
    district === null ? null : districts[district]!.katottg,
    isCompleted ? date(completedDay!) : null,
  ]
  const nothing = has('notAvailable', 0.2, cells.includes(null)) ? 'NA' : 'null'
  return {cells: cells.map(cell => cell ?? nothing), faults}
}

function statusOf(
  {isRefused}: Project,
  {voting, decided}: Round,
  today: number,
  isWinner: boolean,
  isCompleted: boolean,
): string {
  if (isRefused) return 'відхилено експертною групою'
  if (voting.from >= today) return 'на розгляді'
  if (voting.to > today) return 'триває голосування'
  if (decided >= today) return 'підбиття підсумків'
  return isCompleted ? 'реалізований' : isWinner ? 'в стадії реалізації' : 'не увійшов до переможців'
}

/** Built between April and December of the year in which it may be; some take a year more, after the pause many. */
function completion(seed: number, {uid, year, title}: Project): number {
  const draw = new Draw(seed, 'completed', uid)
  const from = buildingFrom(year)
  const later = title !== overrunTitle && draw.chance(year < suspended.from ? 0.35 : 0.12) ? 365 : 0
  return from + later + draw.below(270)
}

/** Mostly a little less than planned: the tender saves. */
function spent(seed: number, {uid, title, planKopiykas}: Project): number {
  if (title === overrunTitle) return Math.round(planKopiykas * overrunShare)
  return Math.round(planKopiykas * Math.min(1.18, new Draw(seed, 'spent', uid).lognormal(0.96, 0.06)))
}

/** 398450.00 */
const money = (kopiykas: number) => `${Math.floor(kopiykas / 100)}.${two(kopiykas % 100)}`
