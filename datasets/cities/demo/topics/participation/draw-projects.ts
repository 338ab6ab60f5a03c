import {drawPerson, fullName} from '../../tools/language/people.ts'
import {Draw} from '../../tools/numbers/draw.ts'
import {power} from '../../tools/numbers/exact.ts'
import type {Events} from '../../world/events.ts'
import {officeName} from '../petitions/petition-answer.ts'
import type {PlaceBook} from '../petitions/place-book.ts'
import {atPlace} from '../petitions/place-words.ts'
import {isSeason} from '../petitions/seasons.ts'
import {lateProject, overrunProject, schoolProject, winningSchool} from './planted-projects.ts'
import {kindOf, type Project} from './project.ts'
import {type ProjectIdea, projectIdeas} from './project-ideas.ts'
import {type Round, turnoutOf} from './rounds.ts'

/** Share of projects that the experts refuse. */
export const refusedShare = 0.12

/** The projects of a round. `isLast`: the newest that is decided; `isOverrun`: one of its winners cost far too much. */
export function drawProjects(
  seed: number,
  round: Round,
  {isLast, isOverrun, events, book}: {isLast: boolean; isOverrun: boolean; events: Events; book: PlaceBook},
): Project[] {
  const {year, published} = round
  // Where more vote more is proposed, though not in the same measure.
  const count = Math.round(42 + 54 * turnoutOf(seed, year).share + new Draw(seed, 'projects', year).below(9))
  const ideas = projectIdeas.filter(({when}) => isSeason(when, published, events))
  const projects: Project[] = []
  const titles = new Set<string>()
  for (let index = 0; index < count; index++) {
    const project = drawProject(
      new Draw(seed, 'project', year, index),
      ideas,
      titles,
      year,
      index,
      published,
      book,
    )
    titles.add(project.title)
    projects.push(project)
  }

  // Votes for the planted ones are shares of all votes for the others.
  const appeal = projects.reduce((sum, project) => sum + (project.isRefused ? 0 : project.appeal), 0)
  plant(projects[23]!, schoolProject(year, book), 0.028 * appeal)
  if (isLast) plant(projects[41]!, lateProject(book), 0.004 * appeal)
  if (isOverrun) plant(projects[58]!, overrunProject(book), 0.045 * appeal)
  return projects
}

function drawProject(
  draw: Draw,
  ideas: ProjectIdea[],
  taken: Set<string>,
  year: number,
  index: number,
  day: number,
  book: PlaceBook,
): Project {
  let idea = draw.pick(ideas)
  let {title, describe, district} = titleOf(draw, idea, day, book)
  while (title.includes(winningSchool) || taken.has(title)) {
    idea = draw.pick(ideas)
    ;({title, describe, district} = titleOf(draw, idea, day, book))
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
    describe,
    creator: fullName(drawPerson(draw)),
    department: officeName(idea.office),
    district,
    planKopiykas,
    isRefused: draw.chance(refusedShare),
    // A few are known to everybody, most to their neighbours.
    appeal: Math.min(20, power(1 - draw.unit(), -1 / 1.5) - 0.4),
  }
}

function titleOf(draw: Draw, idea: ProjectIdea, day: number, book: PlaceBook) {
  const [pattern, ...descriptions] = draw.pick(idea.titles)
  const place = pattern.includes('{place}') ? book.draw(draw, idea.where, day) : {phrase: '', district: null}
  return {
    title: atPlace(pattern, place.phrase).trim(),
    describe: draw.pick(descriptions),
    district: place.district,
  }
}

function plant(project: Project, planted: Partial<Project>, appeal: number): void {
  Object.assign(project, planted, {appeal, isRefused: false})
  project.kind = kindOf(project.planKopiykas)
}
