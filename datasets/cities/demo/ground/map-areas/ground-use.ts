import {unitOf} from '../../numbers/hash.ts'
import {noise} from '../../numbers/noise.ts'
import {dot, leftOf, type Point} from '../../space/vector.ts'
import type {AreaKind} from '../ground.ts'
import type {Layout, Quarter, Zone} from '../layout.ts'
import {boxMean} from '../terrain/box-mean.ts'
import {cellMetres, terrainCells, waterKinds} from '../terrain.ts'

/** How every cell of the terrain is used: an index into `uses`. Cells of one index are one area, or several apart. */
export type GroundUse = {labels: Uint16Array; uses: {kind: AreaKind; quarter: number}[]}

/** What a quarter's ground is on a map. */
const kindOfZone: Record<Zone, AreaKind> = {
  centre: 'residential',
  old: 'residential',
  stalinist: 'residential',
  khrushchev: 'residential',
  micro: 'residential',
  garden: 'residential',
  village: 'residential',
  resort: 'residential',
  dacha: 'allotments',
  industry: 'industry',
  harbour: 'harbour',
  park: 'park',
  cemetery: 'cemetery',
  market: 'market',
  field: 'field',
}

/** Zones whose slopes and wet ground are part of them. */
const keepsSlopes: ReadonlySet<Zone> = new Set(['park', 'cemetery', 'harbour', 'resort', 'market'])

/** Sand lies within this many cells of the sea, and no higher above it. */
const beachCells = 8
const beachMetres = 1.9

/** A field is about this long and wide, in metres. */
const field = {along: 820, across: 380}

/** The use of every cell: quarters, cut into fields where there are any, and on top of them slopes, meadows and water. */
export function groundUse({seed, terrain, unbuildable, quarters, quarterOf}: Layout): GroundUse {
  const uses: GroundUse['uses'] = []
  const numbers = new Map<string, number>()
  const numberOf = (kind: AreaKind, quarter: number, part = 0) => {
    const key = `${kind} ${quarter} ${part}`
    let number = numbers.get(key)
    if (number === undefined) {
      // Label 0 stays free: it would make no region.
      number = uses.push({kind, quarter})
      numbers.set(key, number)
    }
    return number
  }
  const water = waterKinds.map(kind => (kind === 'none' ? 0 : numberOf(kind, -1)))
  const beach = numberOf('beach', -1)
  const meadow = numberOf('meadow', -1)
  const wood = numberOf('wood', -1)
  const own = quarters.map((quarter, index) => (quarter.zone === 'field' ? 0 : numberOf(kindOfZone[quarter.zone], index)))
  const fields = quarters.map((quarter, index) => fieldCutter(quarter, part => numberOf('field', index, part)))
  const nearSea = nearWater(terrain.water, waterKinds.indexOf('sea'), beachCells)

  const labels = new Uint16Array(terrainCells * terrainCells)
  for (let row = 0; row < terrainCells; row++)
    for (let column = 0; column < terrainCells; column++) {
      const cell = row * terrainCells + column
      const wet = terrain.water[cell]!
      if (wet > 0) {
        labels[cell] = water[wet]!
        continue
      }
      const index = quarterOf[cell]! - 1
      const zone = quarters[index]?.zone
      if (zone !== 'harbour' && nearSea[cell]! > 0 && terrain.heights[cell]! < beachMetres) {
        labels[cell] = beach
        continue
      }
      const ground = unbuildable[cell]!
      if (zone !== undefined && (ground === 0 || keepsSlopes.has(zone))) {
        labels[cell] = zone === 'field' ? fields[index]!(column * cellMetres, row * cellMetres) : own[index]!
        continue
      }
      const grown = noise(seed + 31, column / 45, row / 45)
      labels[cell] = grown > (ground === 2 ? -0.15 : 0.42) ? wood : meadow
    }
  return {labels, uses}
}

/** How much such water there is in the box of so many cells around each cell. */
function nearWater(water: Uint8Array, kind: number, cells: number): Float32Array {
  return boxMean(Float32Array.from(water, value => (value === kind ? 1 : 0)), terrainCells, cells)
}

/** Says which field of a quarter a place lies in: long strips with uneven edges, some of them halved. */
function fieldCutter({along, key, zone}: Quarter, numberOf: (part: number) => number): (x: number, y: number) => number {
  if (zone !== 'field') return () => 0
  const across = leftOf(along)
  const known = new Map<number, number>()
  return (x, y) => {
    const at: Point = [x, y]
    const row = line(dot(at, across) / field.across, key, 1)
    const column = line(dot(at, along) / field.along, key, 2 + row)
    const part = (row + 500) * 1000 + column + 500
    let number = known.get(part)
    if (number === undefined) {
      number = numberOf(part)
      known.set(part, number)
    }
    return number
  }
}

/** The number of the strip that a place lies in, where borders stand off even spacing by up to a fifth to each side. */
function line(at: number, key: number, salt: number): number {
  const whole = Math.floor(at)
  const share = at - whole
  const border = (index: number) => (unitOf(key, salt, index) - 0.5) * 0.4
  if (share < border(whole)) return whole - 1
  if (share >= 1 + border(whole + 1)) return whole + 1
  return whole
}

