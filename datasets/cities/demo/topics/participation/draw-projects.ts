import {drawPerson, fullName} from '../../tools/language/people.ts'
import {Draw} from '../../tools/numbers/draw.ts'
import {power} from '../../tools/numbers/exact.ts'
import {atPlace, drawPlace} from '../petitions/petition-places.ts'
import {lateProject, overrunProject, schoolProject, winningSchool} from './planted-projects.ts'
import {kindOf, type Project} from './project.ts'
import {type ProjectIdea, projectIdeas} from './project-ideas.ts'
import type {Round} from './rounds.ts'

/** Share of projects that the experts refuse. */
export const refusedShare = 0.12

/** The projects of a round. `isLast`: the newest that is decided; `isDone`: its winners have been built. */
export function drawProjects(
  seed: number,
  round: Round,
  {isLast, isDone, renamedOn}: {isLast: boolean; isDone: boolean; renamedOn: number},
): Project[] {
  const {year, published} = round
  const count = 74 + new Draw(seed, 'projects', year).below(14)
  const projects: Project[] = []
  for (let index = 0; index < count; index++)
    projects.push(drawProject(new Draw(seed, 'project', year, index), year, index, published, renamedOn))

  // Votes for the planted ones are shares of all votes for the others.
  const appeal = projects.reduce((sum, project) => sum + (project.isRefused ? 0 : project.appeal), 0)
  plant(projects[23]!, schoolProject(year), 0.028 * appeal)
  if (isLast) plant(projects[41]!, lateProject, 0.004 * appeal)
  if (isDone) plant(projects[58]!, overrunProject, 0.045 * appeal)
  return projects
}

function drawProject(draw: Draw, year: number, index: number, day: number, renamedOn: number): Project {
  let idea = draw.pick(projectIdeas)
  let {title, district} = titleOf(draw, idea, day, renamedOn)
  while (title.includes(winningSchool) || (idea.isWartime && year < 2022)) {
    idea = draw.pick(projectIdeas)
    ;({title, district} = titleOf(draw, idea, day, renamedOn))
  }
  const [from, to] = idea.hryvnias
  const exact = 100 * Math.round(draw.between(from, to))
  // Authors like round sums.
  const planKopiykas = draw.chance(0.2)
    ? Math.max(1, Math.round(exact / 10_000_000)) * 10_000_000
    : draw.chance(0.5)
      ? Math.round(exact / 50_000) * 50_000
      : exact
  return {
    uid: `${year}-${String(index + 1).padStart(3, '0')}`,
    year,
    kind: kindOf(planKopiykas),
    type: district === null || draw.chance(0.15) ? 'загальноміський' : 'локальний',
    topic: idea.topic,
    title,
    describe: draw.pick(idea.describe),
    creator: fullName(drawPerson(draw)),
    department: idea.department,
    district,
    planKopiykas,
    isRefused: draw.chance(refusedShare),
    // A few are known to everybody, most to their neighbours.
    appeal: Math.min(20, power(1 - draw.unit(), -1 / 1.5) - 0.4),
  }
}

function titleOf(draw: Draw, idea: ProjectIdea, day: number, renamedOn: number) {
  const pattern = draw.pick(idea.titles)
  const place = pattern.includes('{place}')
    ? drawPlace(draw, idea.where, day, renamedOn)
    : {phrase: '', district: null}
  return {title: atPlace(pattern, place.phrase).trim(), district: place.district}
}

function plant(project: Project, planted: Partial<Project>, appeal: number): void {
  Object.assign(project, planted, {appeal, isRefused: false})
  project.kind = kindOf(project.planKopiykas)
}
