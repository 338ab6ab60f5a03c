import {boxOf} from '../../../../tools/space/box-of.ts'
import {evenSteps} from '../../../../tools/space/even-steps.ts'
import {lineLength} from '../../../../tools/space/line-length.ts'
import {NearIndex} from '../../../../tools/space/near-index.ts'
import {nearestOnSegment} from '../../../../tools/space/nearest-on-segment.ts'
import {simplifyLine} from '../../../../tools/space/simplify-line.ts'
import {between, dot, heading, type Point} from '../../../../tools/space/vector.ts'
import type {MainLine} from '../../plan/main-lines.ts'
import {boxMean} from '../../terrain/box-mean.ts'
import {cellAt} from '../../terrain/cell-at.ts'
import {unbuildableKinds} from '../../terrain/mark-unbuildable.ts'
import {cellMetres, terrainCells} from '../../terrain.ts'
import {roadMetres, type Zone} from '../layout.ts'
import {contours} from './contours.ts'
import type {ZoneMap} from './zone-map.ts'

/** What runs along the rim of a ravine, a bluff or the flood plain, by the zone that ends there. */
const rimClass: Partial<Record<Zone, MainLine['class']>> = {
  centre: 'path',
  old: 'path',
  stalinist: 'path',
  khrushchev: 'path',
  micro: 'path',
  resort: 'path',
  garden: 'lane',
  village: 'lane',
  dacha: 'lane',
}
/** Zones that build on the flood plain. */
const wetZones: ReadonlySet<Zone> = new Set(['village', 'harbour'])
/** Shorter contours are of humps and hollows; shorter pieces between two main lines are left out. */
const shortestContour = 260
const shortestPiece = 40
const stepMetres = 10
const hugMetres = 16

type Side = {a: Point; b: Point; half: number}

/**
 * Lines along the rims of ground that may not be built on. Where a main line runs close by, it is the rim; the others
 * join it there.
 */
export function rims(unbuildable: Uint8Array, zones: ZoneMap, mainLines: readonly MainLine[]): MainLine[] {
  const mask = new Float32Array(unbuildable.length)
  for (let cell = 0; cell < mask.length; cell++) if (unbuildable[cell]) mask[cell] = 1
  for (let cell = 0; cell < mask.length; cell++) {
    if (unbuildable[cell] !== unbuildableKinds.low) continue
    const at: Point = [
      ((cell % terrainCells) + 0.5) * cellMetres,
      (Math.floor(cell / terrainCells) + 0.5) * cellMetres,
    ]
    if (wetZones.has(zones(at).zone)) mask[cell] = 0
  }
  const sides = new NearIndex<Side>(60)
  for (const {class: lineClass, points} of mainLines)
    for (let index = 0; index + 1 < points.length; index++) {
      const [a, b] = [points[index]!, points[index + 1]!]
      sides.add({a, b, half: roadMetres[lineClass] / 2}, boxOf([a, b]))
    }

  const found: MainLine[] = []
  for (const rough of contours(
    {values: boxMean(mask, terrainCells, 3), cells: terrainCells, cellMetres},
    0.4,
    2,
  )) {
    if (lineLength(rough) < shortestContour) continue
    const line = evenSteps(simplifyLine(rough, 4), stepMetres)
    let run: MainLine | undefined
    const close = (end: Point) => {
      if (!run) return
      run.points.push(end)
      if (lineLength(run.points) > shortestPiece)
        found.push({class: run.class, points: simplifyLine(run.points, 3)})
      run = undefined
    }
    for (const [index, point] of line.entries()) {
      const direction = heading(line[Math.max(0, index - 2)]!, line[Math.min(line.length - 1, index + 2)]!)
      const hugged = huggedBy(sides, point, direction)
      if (hugged) {
        close(hugged)
        continue
      }
      const lineClass = rimClass[zones(point).zone] ?? 'limit'
      if (run && run.class !== lineClass) close(point)
      if (!run) {
        const before = line[index - 1]
        run = {class: lineClass, points: before ? [huggedBy(sides, before, direction) ?? before] : []}
      }
      run.points.push(point)
    }
    if (run) close(line[line.length - 1]!)
  }
  return found
}

/** The place on a main line that runs beside a point the same way; undefined where none does. */
function huggedBy(sides: NearIndex<Side>, point: Point, direction: Point): Point | undefined {
  let best: Point | undefined
  let shortest = Infinity
  for (const {a, b, half} of sides.near(point, hugMetres + 20)) {
    const {metres, share} = nearestOnSegment(point, a, b)
    if (metres > half + hugMetres || metres >= shortest || Math.abs(dot(heading(a, b), direction)) < 0.8)
      continue
    shortest = metres
    best = between(a, b, share)
  }
  return best
}

/** Is most of a ring's ground such that it may not be built on? `isWet` allows the flood plain. */
export function isUnbuildable(unbuildable: Uint8Array, samples: readonly Point[], isWet: boolean): boolean {
  let bad = 0
  for (const sample of samples) {
    const kind = unbuildable[cellAt(sample)]!
    if (kind > unbuildableKinds.low || (kind === unbuildableKinds.low && !isWet)) bad++
  }
  return bad * 2 > samples.length
}
