import {isInside} from '../../../../tools/space/is-inside.ts'
import {distance, heading, leftOf, type Point, step} from '../../../../tools/space/vector.ts'
import type {Roof} from '../../ground.ts'
import type {Block} from '../site/blocks.ts'
import {frame, ribbon, union} from '../site/shape.ts'
import type {Clearance} from '../site/site.ts'
import type {Town} from '../site/town.ts'
import type {PanelType} from './panel-type.ts'
import {type Leg, legRing, type SlabField} from './slab-field.ts'

export type Snake = {
  panels: PanelType
  year: number
  storeys?: number
  roof?: Roof
  clearance: Clearance
  /** Sections a slab has at least, and at most before a gap is left for passing through. */
  fewest: number
  most: number
  /** Metres of the gap. */
  gapMetres: number
}

type Section = {leg: number; from: Point; to: Point; along: Point; isFree: boolean}

/**
 * Lays connected sections along a line, through its corners, wherever they find room, and builds each run of them as one
 * slab. Legs are shortened to whole sections.
 * @returns how many sections were built
 */
export function laySnake(
  town: Town,
  block: Block,
  field: SlabField,
  line: readonly Point[],
  snake: Snake,
): number {
  const {panels, fewest, most, gapMetres} = snake
  const sections = sectionsAlong(line, panels)
  for (const section of sections)
    section.isFree = hasRoom(town, block, field, legOf(section, panels.depthMetres), snake)
  let built = 0
  let start = 0
  const gapSections = Math.ceil(gapMetres / panels.sectionMetres)
  while (start < sections.length) {
    if (!sections[start]!.isFree) {
      start++
      continue
    }
    let end = start
    while (end < sections.length && end - start < most && sections[end]!.isFree) end++
    // A short rest behind a gap is better joined, or left out.
    if (sections.length - end > 0 && sections.length - end < fewest + gapSections) {
      const rest = sections.slice(end)
      if (end - start + rest.length <= most + 1 && rest.every(({isFree}) => isFree)) end = sections.length
    }
    const run = sections.slice(start, end)
    if (run.length >= fewest && buildRun(town, block, field, run, snake)) built += run.length
    start = end + (end - start >= fewest ? gapSections : 0)
  }
  return built
}

/** Is there room for a straight piece of a slab, in its block, on nobody else's ground and in the sun? */
export function hasRoom(
  {site}: Town,
  block: Block,
  field: SlabField,
  leg: Leg,
  {clearance, panels}: Snake,
): boolean {
  const ring = legRing(leg)
  return (
    site.isFree([ring], clearance) &&
    site.isUnparcelled(ring) &&
    field.fits(leg, panels) &&
    isInside(step(leg.from, leg.along, leg.lengthMetres / 2), block.ring)
  )
}

function sectionsAlong(line: readonly Point[], {sectionMetres, depthMetres}: PanelType): Section[] {
  const sections: Section[] = []
  for (let leg = 0; leg + 1 < line.length; leg++) {
    const from = line[leg]!
    const along = heading(from, line[leg + 1]!)
    const isFirst = leg === 0
    const isLast = leg + 2 === line.length
    // At a corner the first section of a leg begins beyond the depth of the leg before it.
    const begin = isFirst ? 0 : depthMetres / 2
    const length = distance(from, line[leg + 1]!) - begin - (isLast ? 0 : depthMetres / 2)
    const count =
      isLast || isFirst ? Math.floor(length / sectionMetres + 1e-6) : Math.round(length / sectionMetres)
    if (count < 1) return sections
    const each = isLast ? sectionMetres : length / count
    for (let index = 0; index < count; index++) {
      const near = begin + index * each
      // The section at a corner reaches across it.
      const start = index === 0 && !isFirst ? near - depthMetres : near
      const end = index === count - 1 && !isLast ? near + each + depthMetres : near + each
      sections.push({leg, from: step(from, along, start), to: step(from, along, end), along, isFree: false})
    }
  }
  return sections
}

const legOf = ({from, to, along}: {from: Point; to: Point; along: Point}, depthMetres: number): Leg => ({
  from,
  along,
  lengthMetres: distance(from, to),
  depthMetres,
})

function buildRun(town: Town, block: Block, field: SlabField, run: Section[], snake: Snake): boolean {
  const {panels, year, clearance, storeys = panels.storeys, roof = 'flat'} = snake
  const {depthMetres} = panels
  const first = run[0]!
  const last = run.at(-1)!
  const legs: {from: Point; to: Point; along: Point}[] = []
  for (const section of run) {
    const leg = legs.at(-1)
    if (leg && run[run.indexOf(section) - 1]!.leg === section.leg) leg.to = section.to
    else legs.push({from: section.from, to: section.to, along: section.along})
  }
  const shape =
    legs.length === 1
      ? union(frame(step(first.from, first.along, 0, -depthMetres / 2), first.along), [
          [0, 0, distance(first.from, last.to), depthMetres],
        ])
      : ribbon([first.from, ...legs.slice(1).map(cornerBefore), last.to], depthMetres)
  const dwellings = Math.round((run.length * panels.flatsPerSection * storeys) / panels.storeys)
  if (!town.build(panels.kind, shape, block, {storeys, year, roof, dwellings, clearance})) return false
  for (const leg of legs) field.add(legOf(leg, depthMetres), panels)
  return true

  /** Where the middle lines of a leg and the one before it meet. */
  function cornerBefore({from, along}: {from: Point; along: Point}, index: number): Point {
    const before = legs[index]!
    const across = leftOf(before.along)
    const [dx, dy] = [from[0] - before.from[0], from[1] - before.from[1]]
    const off = dx * across[0] + dy * across[1]
    const turn = along[0] * across[0] + along[1] * across[1]
    return step(from, along, -off / turn)
  }
}
