import {distance, heading, type Point, step} from '../../space/vector.ts'
import type {Block} from '../build/blocks.ts'
import {deepestPlace} from '../build/deepest-place.ts'
import {findRoom} from '../build/find-room.ts'
import {frontages} from '../build/frontages.ts'
import {frame, rectangle, union} from '../build/shape.ts'
import type {Town} from '../build/town.ts'
import type {BuildingKind} from '../ground.ts'
import type {Zone} from '../layout.ts'
import {churchShape} from './church-shape.ts'
import {placeSchool} from './place-school.ts'
import {spread} from './spread.ts'

/** Zones whose own recipe does not see to schools. */
const streets: readonly Zone[] = ['centre', 'old', 'stalinist', 'garden', 'village']

/** Schools, kindergartens, churches, polyclinics and fire stations: each keeps away from the next of its kind. */
export function buildServices(town: Town, all: readonly Block[], used: ReadonlySet<Block>): void {
  const free = all.filter(block => !used.has(block))
  const within = (zones: readonly Zone[], least: number, most = Infinity) =>
    free.filter(({quarter, squareMetres}) => zones.includes(quarter.zone) && squareMetres > least && squareMetres < most)

  const schools = placesOf(town, 'school')
  spread(within(streets, 9000, 90_000), 'school', 900, schools, block => school(town, block, 'school'))
  const kindergartens = placesOf(town, 'kindergarten')
  spread(within(streets, 7000, 90_000), 'kindergarten', 900, kindergartens, block => school(town, block, 'kindergarten'))
  const churches = placesOf(town, 'church')
  spread(within(['old', 'garden', 'village', 'khrushchev', 'stalinist'], 6000, 60_000), 'church', 1000, churches, block => church(town, block), 8)
  spread(within(['khrushchev', 'garden', 'stalinist', 'old'], 8000, 90_000), 'clinic', 1150, [], block => clinic(town, block), 8)
  spread(within(['old', 'garden', 'khrushchev', 'industry', 'stalinist'], 5000), 'fire', 1900, [], block => fireStation(town, block), 5)
}

/** A house of culture, with columns and a hall, and what the city runs on: transformers and pumps behind fences. */
export function buildUtilities(town: Town, all: readonly Block[], used: ReadonlySet<Block>): void {
  const free = all.filter(block => !used.has(block))
  const within = (zones: readonly Zone[]) =>
    free.filter(({quarter, squareMetres}) => zones.includes(quarter.zone) && squareMetres > 6000)
  spread(within(['stalinist', 'khrushchev', 'garden']), 'culture', 2400, [], block => cultureHouse(town, block), 3)
  spread(within(['industry', 'garden', 'field']), 'power', 2200, [], block => fenced(town, block, 'power-substation'), 5)
  spread(within(['garden', 'village', 'park', 'industry', 'resort']), 'pumps', 1300, [], block => fenced(town, block, 'pumping-station'), 10)
}

function cultureHouse(town: Town, block: Block): boolean {
  const draw = town.draw('culture', block)
  const {at: near} = deepestPlace(town.site, block)
  const room = findRoom(town, block, near, block.quarter.along, [56, 62], {road: 3, gap: 5}, draw)
  if (!room) return false
  const shape = union(room.at, [
    [8, 22, 48, 36],
    [14, 36, 42, 58],
  ])
  const plan = {storeys: 2, roof: 'hipped', year: 1949 + draw.below(12), role: 'culture-house'} as const
  if (!town.build('public', shape, block, plan)) return false
  town.yard('square', rectangle(room.at, [6, 2, 50, 20]))
  town.parcel(room.plot, block)
  return true
}

function fenced(town: Town, block: Block, role: 'power-substation' | 'pumping-station'): boolean {
  const draw = town.draw(role, block)
  const isPower = role === 'power-substation'
  const {at: near} = deepestPlace(town.site, block)
  const size = isPower ? ([48, 38] as const) : ([24, 20] as const)
  const room = findRoom(town, block, near, block.quarter.along, size, {road: 3, gap: 5}, draw)
  if (!room) return false
  const shape = union(room.at, [isPower ? [6, 24, 24, 34] : [5, 6, 17, 14]])
  if (!town.build('substation', shape, block, {storeys: isPower ? 2 : 1, year: 1955 + draw.below(33), role})) return false
  town.site.take(room.plot)
  town.parcel(room.plot, block)
  return true
}

function placesOf(town: Town, kind: BuildingKind): Point[] {
  return town.drafts.filter(draft => draft.kind === kind).map(({shape}) => shape.outline[0]!)
}

const years: Partial<Record<Zone, readonly [number, number]>> = {
  centre: [1896, 1914],
  old: [1908, 1962],
  stalinist: [1937, 1955],
  khrushchev: [1959, 1969],
}

function school(town: Town, block: Block, kind: 'school' | 'kindergarten'): boolean {
  const draw = town.draw(kind, block)
  const [from, to] = years[block.quarter.zone] ?? [1954, 1988]
  const year = from + draw.below(to - from + 1)
  const {at} = deepestPlace(town.site, block)
  const plan = {kind, year, storeys: kind === 'school' ? 3 : 2, gap: 3, road: 1}
  return placeSchool(town, block, at, block.quarter.along, plan, draw)
}

/** The altar looks as nearly east as the streets allow. */
function church(town: Town, block: Block): boolean {
  const draw = town.draw('church', block)
  const [x, y] = block.quarter.along
  const east: Point = Math.abs(x) >= Math.abs(y) ? (x > 0 ? [x, y] : [-x, -y]) : y > 0 ? [y, -x] : [-y, x]
  const {at: near} = deepestPlace(town.site, block)
  const size = draw.between(0.85, 1.2)
  const room = findRoom(town, block, near, east, [52 * size, 38 * size], {road: 1, gap: 2}, draw)
  if (!room) return false
  const at = frame(room.at(28 * size, 19 * size), room.along)
  const isOld = block.quarter.zone === 'old' || block.quarter.zone === 'village'
  const year = isOld ? 1842 + draw.below(70) : 1993 + draw.below(28)
  if (!town.build('church', churchShape(at, size), block, {storeys: 1, roof: 'hipped', year})) return false
  town.yard('square', room.plot)
  town.parcel(room.plot, block)
  return true
}

function clinic(town: Town, block: Block): boolean {
  const draw = town.draw('clinic', block)
  const {at: near} = deepestPlace(town.site, block)
  const room = findRoom(town, block, near, block.quarter.along, [64, 46], {road: 2, gap: 4}, draw)
  if (!room) return false
  const shape = union(room.at, [[8, 16, 56, 30], [24, 30, 40, 40]])
  town.build('clinic', shape, block, {storeys: 3 + draw.below(2), year: 1958 + draw.below(30)})
  town.yard('parking', rectangle(room.at, [10, 3, 50, 13]))
  town.parcel(room.plot, block)
  return true
}

/** Beside a street, the doors towards it. */
function fireStation(town: Town, block: Block): boolean {
  const draw = town.draw('fire', block)
  for (const {line, halfRoadMetres, lengthMetres, class: road} of frontages(block, ({class: one}) => one === 'main' || one === 'street' || one === 'avenue')) {
    if (lengthMetres < 60 || road === 'avenue') continue
    const along = heading(line[0]!, line[1]!)
    const ahead = Math.min(distance(line[0]!, line[1]!), lengthMetres) * 0.4
    const at = frame(step(line[0]!, along, ahead, halfRoadMetres + 2), along)
    const plot = rectangle(at, [0, 0, 50, 38])
    if (!town.site.isFree([plot], {gap: 1})) continue
    const shape = union(at, [[4, 12, 34, 26], [34, 16, 41, 23]])
    town.build('public', shape, block, {storeys: 2, year: 1955 + draw.below(30), role: 'fire-station'})
    town.yard('parking', rectangle(at, [2, 0.5, 40, 11]))
    town.site.take(plot)
    town.parcel(plot, block)
    return true
  }
  return false
}
