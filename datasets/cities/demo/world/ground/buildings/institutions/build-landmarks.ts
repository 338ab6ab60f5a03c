import {Draw} from '../../../../tools/numbers/draw.ts'
import {isInside} from '../../../../tools/space/is-inside.ts'
import {ringCentroid} from '../../../../tools/space/ring-centroid.ts'
import {distance, type Point, step} from '../../../../tools/space/vector.ts'
import type {BuildingKind, Roof} from '../../ground.ts'
import type {Block} from '../site/blocks.ts'
import {propertyRing} from '../site/property-ring.ts'
import {frame, type Rectangle, union} from '../site/shape.ts'
import type {Role, Town} from '../site/town.ts'
import {churchShape} from './church-shape.ts'

type Landmark = {
  /** Which of the plan's squares, or where in the frame of the old centre: along the coast and inland. */
  site: number | readonly [along: number, inland: number]
  kind: BuildingKind
  role: Role
  storeys: number
  roof: Roof
  year: number
  /** In a frame whose origin is the block's middle. */
  parts?: Rectangle[]
}

const landmarks: Landmark[] = [
  {site: 0, kind: 'church', role: 'cathedral', storeys: 2, roof: 'hipped', year: 1848},
  {
    site: 1,
    kind: 'public',
    role: 'theatre',
    storeys: 4,
    roof: 'hipped',
    year: 1887,
    parts: [
      [-22, -17, 22, 19],
      [-12, 19, 12, 30],
      [-14, -24, 14, -17],
    ],
  },
  {
    site: 2,
    kind: 'public',
    role: 'university',
    storeys: 4,
    roof: 'hipped',
    year: 1899,
    parts: [
      [-46, -8, 46, 8],
      [-46, 8, -32, 30],
      [32, 8, 46, 30],
      [-9, 8, 9, 26],
    ],
  },
  {
    site: [640, 60],
    kind: 'public',
    role: 'city-hall',
    storeys: 3,
    roof: 'hipped',
    year: 1829,
    parts: [
      [-38, -22, 38, -11],
      [-38, -11, -27, 11],
      [27, -11, 38, 11],
      [-38, 11, 38, 22],
    ],
  },
  {
    site: [420, 480],
    kind: 'public',
    role: 'library',
    storeys: 3,
    roof: 'hipped',
    year: 1907,
    parts: [
      [-24, -9, 24, 9],
      [-8, 9, 8, 22],
    ],
  },
]

/** The squares and gardens of the old centre and what stands on them. @returns the blocks that are full now */
export function buildLandmarks(town: Town, all: readonly Block[]): Set<Block> {
  const used = new Set<Block>()
  const {sites, landmarks: places} = town.layout
  const squares = sites.filter(({kind}) => kind === 'square')
  for (const landmark of landmarks) {
    const {site} = landmark
    const square = typeof site === 'number' ? squares[site] : undefined
    const at = typeof site === 'number' ? square && ringCentroid(square.ring) : places.centre(...site)
    const block = at && blockAt(all, at, used)
    if (!block) continue
    used.add(block)
    const ring = propertyRing(block)
    town.parcel(ring, block)
    town.note('square', [ring])
    stand(town, block, square ? at : block.centroid, landmark)
  }
  for (const {kind, ring} of sites) {
    if (kind !== 'garden') continue
    const block = blockAt(all, ringCentroid(ring), used)
    if (!block) continue
    used.add(block)
    town.note('park', [propertyRing(block)])
  }
  return used
}

function stand(
  town: Town,
  block: Block,
  middle: Point,
  {kind, role, storeys, roof, year, parts}: Landmark,
): void {
  const {along} = block.quarter
  const draw = new Draw(town.layout.seed, 'landmark', role)
  for (let attempt = 0; attempt < 16; attempt++) {
    const reach = 4 * attempt
    const at = frame(step(middle, along, draw.between(-reach, reach), draw.between(-reach, reach)), along)
    const shape = parts ? union(at, parts) : churchShape(at, 1.5)
    if (town.build(kind, shape, block, {storeys, roof, year, role, clearance: {road: 4}})) return
  }
}

/** The block at a place of the centre, else the nearest that is not used. */
function blockAt(all: readonly Block[], at: Point, used: ReadonlySet<Block>): Block | undefined {
  const free = all.filter(
    block => block.quarter.zone === 'centre' && !used.has(block) && block.squareMetres > 6000,
  )
  const here = free.find(({ring}) => isInside(at, ring))
  return here ?? free.toSorted((a, b) => distance(a.centroid, at) - distance(b.centroid, at))[0]
}
