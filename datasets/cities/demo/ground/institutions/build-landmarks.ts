import {Draw} from '../../numbers/draw.ts'
import {isInside} from '../../space/is-inside.ts'
import {distance, type Point, step} from '../../space/vector.ts'
import type {Block} from '../build/blocks.ts'
import {deepestPlace} from '../build/deepest-place.ts'
import {propertyRing} from '../build/property-ring.ts'
import {frame, type Rectangle, union} from '../build/shape.ts'
import type {Role, Town} from '../build/town.ts'
import type {AreaKind, BuildingKind, Roof} from '../ground.ts'
import {churchShape} from './church-shape.ts'

type Landmark = {
  /** Along the coast and inland, in the frame of the old centre. */
  place: readonly [along: number, inland: number]
  area: AreaKind
  kind?: BuildingKind
  role?: Role
  storeys?: number
  roof?: Roof
  year?: number
  /** In a frame whose origin is the block's middle. */
  parts?: Rectangle[]
}

const landmarks: Landmark[] = [
  {place: [670, 720], area: 'square', kind: 'church', role: 'cathedral', storeys: 2, year: 1848},
  {place: [1050, 400], area: 'square'},
  {
    place: [1180, 60],
    area: 'square',
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
    place: [640, 60],
    area: 'square',
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
    place: [1390, 800],
    area: 'square',
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
    place: [420, 480],
    area: 'square',
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

/** The squares of the old centre and what stands on them. @returns the blocks that are full now */
export function buildLandmarks(town: Town, all: readonly Block[]): Set<Block> {
  const used = new Set<Block>()
  for (const landmark of landmarks) {
    const at = town.layout.landmarks.centre(...landmark.place)
    const block = blockAt(all, at, used)
    if (!block) continue
    used.add(block)
    const ring = propertyRing(block)
    town.parcel(ring, block)
    town.note(landmark.area, [ring])
    if (landmark.kind) stand(town, block, landmark)
  }
  return used
}

function stand(town: Town, block: Block, {kind, role, storeys = 2, roof = 'hipped', year = 1880, parts}: Landmark): void {
  const {at: middle} = deepestPlace(town.site, block)
  const {along} = block.quarter
  const draw = new Draw(town.layout.seed, 'landmark', role ?? '')
  for (let attempt = 0; attempt < 12; attempt++) {
    const reach = 4 * attempt
    const at = frame(step(middle, along, draw.between(-reach, reach), draw.between(-reach, reach)), along)
    const shape = parts ? union(at, parts) : churchShape(at, 1.5)
    if (town.build(kind!, shape, block, {storeys, roof, year, clearance: {road: 4}, ...(role && {role})})) return
  }
}

/** The block at a place of the centre, else the nearest that is not used. */
function blockAt(all: readonly Block[], at: Point, used: ReadonlySet<Block>): Block | undefined {
  const free = all.filter(block => block.quarter.zone === 'centre' && !used.has(block) && block.squareMetres > 6000)
  const here = free.find(({ring}) => isInside(at, ring))
  return here ?? free.toSorted((a, b) => distance(a.centroid, at) - distance(b.centroid, at))[0]
}
