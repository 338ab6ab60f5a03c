import {cos, pi, sin} from '../../tools/numbers/exact.ts'
import {planMetres} from '../../tools/space/plan-frame.ts'
import type {Point} from '../../tools/space/vector.ts'
import type {Building, Ground} from '../../world/ground/ground.ts'
import {makePlan} from '../../world/ground/plan/plan.ts'
import {heightAt} from '../../world/ground/terrain/height-at.ts'
import {cellMetres, terrainCells, waterKinds} from '../../world/ground/terrain.ts'

/** Where the spring flood's crest stood between the bridges, metres above the city's datum: as its gauges show it. */
export const crestMetres = 3
/** As far from the river water finds its way over the meadow and through cellars, and this much above its crest. */
const reachMetres = 600
const seepsMetres = 1

/** As far from the bottom of a ravine, and this much above it, a cloudburst is dammed up. */
export const ravineMetres = {aside: 150, above: 4}
/** Around a house whose yard gathers rain the ground is this much higher, on the average of a circle of this radius. */
export const hollowMetres = 0.6
const ringMetres = 100

const directions = Array.from({length: 12}, (_, step): [number, number] => [
  ringMetres * cos((step * pi) / 6),
  ringMetres * sin((step * pi) / 6),
])

type Site = {building: Building}

/** By site: how far below the highest reach of a flood of the river it lies, in metres; 0 where none comes. */
export function floodDepths({terrain}: Ground, sites: readonly Site[]): Float64Array {
  const river = waterKinds.indexOf('river')
  const step = 5
  const reach = Math.floor(reachMetres / cellMetres)
  const isNearRiver = ([x, y]: Building['centre']) => {
    const [column, row] = [Math.floor(x / cellMetres), Math.floor(y / cellMetres)]
    for (let up = -reach; up <= reach; up += step)
      for (let across = -reach; across <= reach; across += step) {
        const [c, r] = [column + across, row + up]
        if (across * across + up * up > reach * reach || c < 0 || r < 0) continue
        if (c < terrainCells && r < terrainCells && terrain.water[r * terrainCells + c] === river) return true
      }
    return false
  }
  return Float64Array.from(sites, ({building: {groundMetres, centre}}) => {
    const depth = crestMetres + seepsMetres - groundMetres
    return depth > 0 && isNearRiver(centre) ? depth : 0
  })
}

/** By site: how much a cloudburst gathers there, 0 to some 2; 0 where it flows off. */
export function cloudburstDepths(seed: number, {terrain}: Ground, sites: readonly Site[]): Float64Array {
  const bottoms = ravineBottoms(seed).map(([x, y]) => ({x, y, metres: heightAt(terrain.heights, [x, y])}))
  const {aside, above} = ravineMetres
  const inRavine = ({groundMetres, centre: [east, north]}: Building) => {
    let most = 0
    for (const {x, y, metres} of bottoms) {
      const dx = x - east
      const dy = y - north
      const up = groundMetres - metres
      if (dx > aside || dx < -aside || dy > aside || dy < -aside || up > above) continue
      const away = 1 - Math.sqrt(dx * dx + dy * dy) / aside
      most = Math.max(most, away * (2 - Math.max(0, up) / above))
    }
    return most
  }
  const inHollow = ({groundMetres, centre}: Building) => {
    let sum = 0
    for (const [east, north] of directions)
      sum += heightAt(terrain.heights, [centre[0] + east, centre[1] + north])
    const depth = sum / directions.length - groundMetres
    return depth >= hollowMetres ? depth : 0
  }
  return Float64Array.from(sites, ({building}) => Math.min(2, inRavine(building) + inHollow(building)))
}

/** Points along the bottoms of the city's ravines and of the gullies that run into them, some fifty metres apart. */
export function ravineBottoms(seed: number): Point[] {
  const {ravines, character} = makePlan(seed)
  return ravines
    .flatMap(({line, spurs}) => [line, ...spurs].flatMap(bottom => bottom.filter((_, at) => at % 2 === 0)))
    .map(([x, y]) => [character.isMirrored ? planMetres - x : x, y])
}
