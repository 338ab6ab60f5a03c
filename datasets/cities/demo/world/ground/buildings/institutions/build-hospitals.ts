import {boxAlong} from '../../../../tools/space/oriented-box.ts'
import {ringCentroid} from '../../../../tools/space/ring-centroid.ts'
import {distance, leftOf, type Point} from '../../../../tools/space/vector.ts'
import type {BuildingKind} from '../../ground.ts'
import type {Zone} from '../../layout/layout.ts'
import type {Block} from '../site/blocks.ts'
import {propertyRing} from '../site/property-ring.ts'
import {frame, type Rectangle, union} from '../site/shape.ts'
import type {Town} from '../site/town.ts'

type Ward = {kind: BuildingKind; storeys: number; year: number; parts: Rectangle[]}

const zones: ReadonlySet<Zone> = new Set<Zone>(['garden', 'khrushchev', 'old', 'stalinist'])

/** One complex in each of these districts, on a block of its own. */
const districts = [0, 2, 3]

/** Wards around a main building; metres in a frame from the middle of the block. */
const complexes: Ward[][] = [
  [
    {
      kind: 'hospital',
      storeys: 2,
      year: 1911,
      parts: [
        [-38, -7, 38, 7],
        [-8, 7, 8, 20],
      ],
    },
    {kind: 'hospital', storeys: 2, year: 1908, parts: [[-52, 30, -12, 43]]},
    {kind: 'hospital', storeys: 3, year: 1956, parts: [[4, 32, 48, 46]]},
    {kind: 'hospital', storeys: 5, year: 1974, parts: [[-50, -48, 8, -33]]},
    {kind: 'boiler', storeys: 1, year: 1962, parts: [[30, -44, 44, -34]]},
  ],
  [
    {
      kind: 'hospital',
      storeys: 7,
      year: 1981,
      parts: [
        [-45, -8, 45, 8],
        [-8, 8, 8, 30],
        [-26, -22, 26, -8],
      ],
    },
    {kind: 'hospital', storeys: 4, year: 1983, parts: [[-60, 42, -10, 56]]},
    {kind: 'hospital', storeys: 3, year: 1979, parts: [[8, 44, 48, 57]]},
    {kind: 'hospital', storeys: 2, year: 1978, parts: [[-62, -48, -30, -35]]},
    {kind: 'boiler', storeys: 1, year: 1978, parts: [[38, -50, 56, -37]]},
    {kind: 'garage', storeys: 1, year: 1979, parts: [[-14, -52, 22, -44]]},
  ],
  [
    {
      kind: 'hospital',
      storeys: 4,
      year: 1964,
      parts: [
        [-40, -7, 40, 7],
        [-7, 7, 7, 20],
      ],
    },
    {kind: 'hospital', storeys: 4, year: 1967, parts: [[-40, 32, 24, 45]]},
    {kind: 'hospital', storeys: 2, year: 1962, parts: [[-44, -40, -8, -28]]},
    {kind: 'boiler', storeys: 1, year: 1964, parts: [[24, -42, 38, -31]]},
  ],
]

/** Three hospitals in gardens. @returns the blocks that are theirs */
export function buildHospitals(town: Town, all: readonly Block[], used: ReadonlySet<Block>): Set<Block> {
  const taken = new Set<Block>()
  districts.forEach((district, index) => {
    const centre = centreOfDistrict(all, district)
    const able = all
      .filter(
        block => block.quarter.district === district && zones.has(block.quarter.zone) && !used.has(block),
      )
      .filter(block => block.squareMetres > 12_000 && block.squareMetres < 90_000)
      .toSorted((a, b) => distance(a.centroid, centre) - distance(b.centroid, centre))
    // Among those near the middle the first that has room for all of the wards, or else for most; then farther out.
    const near = able.filter(({centroid}) => distance(centroid, centre) < nearMetres)
    const wards = complexes[index]!
    const counts = wards.map((_, missing) => wards.length - missing).filter(count => count > 2)
    const tries = [near, able].flatMap(blocks => counts.map(fewest => ({blocks, fewest})))
    for (const {blocks, fewest} of tries) {
      const block = blocks.find(one => build(town, one, wards, fewest))
      if (!block) continue
      taken.add(block)
      break
    }
  })
  return taken
}

/** Farther than this from the middle of its district a hospital stands only where there is no room nearer. */
const nearMetres = 1400

function build(town: Town, block: Block, wards: readonly Ward[], fewest: number): boolean {
  const along =
    boxAlong(block.ring, block.quarter.along).lengthMetres >
    boxAlong(block.ring, leftOf(block.quarter.along)).lengthMetres
      ? block.quarter.along
      : leftOf(block.quarter.along)
  const clearance = {road: 7, gap: 8}
  const middle = ringCentroid(block.ring)
  const at = frame(middle, along)
  const shapes = wards.map(({parts}) => union(at, parts))
  if (!town.site.isFree(shapes[0]!.parts, clearance)) return false
  const room = shapes.filter(shape => town.site.isFree(shape.parts, clearance)).length
  if (room < fewest) return false
  for (const [index, {kind, storeys, year}] of wards.entries()) {
    const roof = year < 1940 ? 'hipped' : 'flat'
    town.build(kind, shapes[index]!, block, {storeys, year, roof, clearance})
  }
  const ring = propertyRing(block)
  town.parcel(ring, block)
  town.note('park', [ring])
  return true
}

/** The middle of the blocks people live in. */
function centreOfDistrict(all: readonly Block[], district: number): Point {
  let [x, y, count] = [0, 0, 0]
  for (const {quarter, centroid} of all) {
    if (quarter.district !== district || quarter.zone === 'field' || quarter.zone === 'park') continue
    x += centroid[0]
    y += centroid[1]
    count++
  }
  return [x / Math.max(1, count), y / Math.max(1, count)]
}
