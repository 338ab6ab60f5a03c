import {unitOf} from '../../../tools/numbers/hash.ts'
import {noise} from '../../../tools/numbers/noise.ts'
import {evenSteps} from '../../../tools/space/even-steps.ts'
import {leftOf, type Point} from '../../../tools/space/vector.ts'
import type {AreaKind} from '../ground.ts'
import type {Layout, Quarter, Zone} from '../layout/layout.ts'
import {cellAt} from '../terrain/cell-at.ts'
import {cellMetres, terrainCells, waterKinds} from '../terrain.ts'
import {seaQuarters} from './sea-quarters.ts'
import {widenCells} from './widen-cells.ts'

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
const keepsWetGround: ReadonlySet<Zone> = new Set(['cemetery', 'harbour', 'resort', 'market'])

/** Sand lies within this many cells of the sea, and no higher above it. */
const beachCells = 8
const beachMetres = 1.9

/** A field is about this long and wide, in metres. */
const field = {along: 820, across: 380}

/** The use of every cell: quarters, cut into fields where there are any, and on top of them slopes, meadows and water. */
export function groundUse(layout: Layout): GroundUse {
  const {seed, terrain, unbuildable, quarters, quarterOf} = layout
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
  const own = quarters.map((quarter, index) =>
    quarter.zone === 'field' ? 0 : numberOf(kindOfZone[quarter.zone], index),
  )
  const fields = quarters.map((quarter, index) =>
    quarter.zone === 'field' ? new FieldCutter(quarter, part => numberOf('field', index, part)) : null,
  )
  const isAtSea = seaQuarters(layout)
  const pier = numberOf('harbour', -1)
  const isHarbour = quarters.map(({zone}) => zone === 'harbour')
  const sea = waterKinds.indexOf('sea')
  const harbourMarks = new Uint8Array(terrainCells * terrainCells)
  const seaMarks = new Uint8Array(terrainCells * terrainCells)
  for (let cell = 0; cell < seaMarks.length; cell++) {
    if (isHarbour[quarterOf[cell]! - 1]) harbourMarks[cell] = 1
    if (terrain.water[cell] === sea) seaMarks[cell] = 1
  }
  const isPier = piers(layout, harbourMarks, isAtSea)
  const nearSea = widenCells(seaMarks, terrainCells, beachCells)

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
      if (isPier[cell]) {
        labels[cell] = pier
        continue
      }
      const zone = isAtSea[index] ? undefined : quarters[index]?.zone
      if (zone !== 'harbour' && nearSea[cell] && terrain.heights[cell]! < beachMetres) {
        labels[cell] = beach
        continue
      }
      const ground = unbuildable[cell]!
      if (zone !== undefined && (ground === 0 || (ground === 1 ? keepsWetGround : keepsSlopes).has(zone))) {
        labels[cell] = fields[index]?.at(column * cellMetres, row * cellMetres) ?? own[index]!
        continue
      }
      const grown = noise(seed + 31, column / 45, row / 45)
      labels[cell] = grown > (ground === 2 ? -0.15 : 0.42) ? wood : meadow
    }
  return {labels, uses}
}

/** Land among the sea that hangs together with the harbour, up to half a kilometre from it, and moles. */
function piers(
  {terrain, quarterOf, landmarks}: Layout,
  harbour: Uint8Array,
  isAtSea: Uint8Array,
): Uint8Array {
  const isPier = new Uint8Array(harbour.length)
  let edge: number[] = []
  const visit = (cell: number) => {
    if (isPier[cell] || terrain.water[cell] !== 0 || !isAtSea[quarterOf[cell]! - 1]) return
    isPier[cell] = 1
    edge.push(cell)
  }
  const visitAround = (cell: number) => {
    for (const other of [cell - 1, cell + 1, cell - terrainCells, cell + terrainCells]) visit(other)
  }
  for (const mole of landmarks.moles) for (const at of evenSteps(mole, cellMetres)) visit(cellAt(at))
  for (let cell = 0; cell < harbour.length; cell++) if (harbour[cell]) visitAround(cell)
  for (let round = 0; round < pierCells && edge.length > 0; round++) {
    const last = edge
    edge = []
    for (const cell of last) visitAround(cell)
  }
  return isPier
}

/** How far piers reach beyond the harbour's quarters. */
const pierCells = 125

/** Fields are told apart within this many strips of a quarter's own frame to each side of the plan's corner. */
const strips = 64

/** Says which field of a quarter a place lies in: strips side by side, each cut across where its own borders are. */
class FieldCutter {
  #along: Point
  #across: Point
  #rows: Float64Array
  #columns: (Float64Array | undefined)[] = []
  #numbers = new Int32Array(4 * strips * strips)
  #key: number
  #numberOf: (part: number) => number

  constructor({along, key}: Quarter, numberOf: (part: number) => number) {
    this.#along = along
    this.#across = leftOf(along)
    this.#key = key
    this.#rows = unevenBorders(key, 1)
    this.#numberOf = numberOf
  }

  at(x: number, y: number): number {
    const row = stripAt((x * this.#across[0] + y * this.#across[1]) / field.across, this.#rows)
    this.#columns[row] ??= unevenBorders(this.#key, 2 + row)
    const column = stripAt((x * this.#along[0] + y * this.#along[1]) / field.along, this.#columns[row])
    const part = row * 2 * strips + column
    let number = this.#numbers[part]!
    if (number === 0) {
      number = this.#numberOf(part)
      this.#numbers[part] = number
    }
    return number
  }
}

/** Borders of strips that stand off even spacing by up to a fifth of a strip to each side. */
const unevenBorders = (key: number, salt: number): Float64Array =>
  Float64Array.from(
    {length: 2 * strips + 1},
    (_, index) => index - strips + (unitOf(key, salt, index) - 0.5) * 0.4,
  )

/** The number of the strip that a place lies in. */
function stripAt(at: number, borders: Float64Array): number {
  const whole = Math.floor(at) + strips
  if (at < borders[whole]!) return whole - 1
  return at >= borders[whole + 1]! ? whole + 1 : whole
}
