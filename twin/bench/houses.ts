import type {Surface} from '@hromada/warehouse'
import type {Place} from '../src/earth-centred.ts'
import {localFrame} from '../src/tiles/local-frame.ts'
import type {BuildingFacts, LonLat, TileBuilding} from '../src/tiles/tile-building.ts'

/** How many houses a large city has here. */
export const houseCount = 100_000

const side = Math.ceil(Math.sqrt(houseCount))
const [perLon, perLat] = [77_463, 111_152]
const uses = ['житло', 'житло', 'житло', 'магазин', 'школа', 'склад', 'гараж']

/** A place under the roof of a house, degrees. */
export function siteOf(number: number): {lon: number; lat: number} {
  const {at} = site(number)
  const [lon, lat] = at(-2, -2)
  return {lon, lat}
}

/** Where a building stands, how it is turned, and what is known of it: 40 m apart, no two alike. */
function site(number: number) {
  const random = (salt: number) => (Math.imul(number * 31 + salt, 0x9e3779b1) >>> 8) / 2 ** 24
  const middle: LonLat = [
    30.7 + (((number % side) - side / 2) * 40) / perLon,
    46.5 + ((Math.floor(number / side) - side / 2) * 40) / perLat,
  ]
  const levels = 1 + Math.floor(random(1) * 20)
  const facts: BuildingFacts = {
    city: 'bench',
    building_id: `UA.${String(number).padStart(6, '0')}`,
    height_m: levels * 3.1,
    ground_m: Math.round(random(2) * 400) / 10,
    levels,
    use: uses[number % uses.length]!,
    address: `вул. Зразкова, ${1 + (number % 120)}`,
    year: 1900 + Math.floor(random(3) * 125),
    roof: null,
  }
  const [turn, wide, deep] = [random(4) * Math.PI, 6 + random(5) * 8, 6 + random(6) * 8]
  const at = (x: number, y: number): LonLat => [
    middle[0] + (x * Math.cos(turn) - y * Math.sin(turn)) / perLon,
    middle[1] + (x * Math.sin(turn) + y * Math.cos(turn)) / perLat,
  ]
  return {facts, wide, deep, at, middle}
}

/** Raised footprints of six corners. */
export async function* footprints(count = houseCount): AsyncGenerator<TileBuilding> {
  for (let number = 0; number < count; number++) yield footprint(number)
}

/** The same with one of them higher. */
export async function* changed(): AsyncGenerator<TileBuilding> {
  for (let number = 0; number < houseCount; number++)
    yield number === 4711 ? {...footprint(number), height_m: 99} : footprint(number)
}

function footprint(number: number): TileBuilding {
  const {facts, wide: w, deep: d, at} = site(number)
  const ring = [at(-w, -d), at(w, -d), at(w, 0), at(0, 0), at(0, d), at(-w, d), at(-w, -d)]
  return {...facts, footprint: {type: 'Polygon', coordinates: [ring]}, baseMetres: 25}
}

/** Houses of ground, two slopes, two gables and two eaves walls, as a city model has them. */
export async function* pitched(count = houseCount): AsyncGenerator<TileBuilding & {surfaces: Surface[]}> {
  for (let number = 0; number < count; number++) {
    const {facts, wide: w, deep: d, middle} = site(number)
    const {toPlace} = localFrame([...middle.slice(0, 2), 25 + (number % 30)] as unknown as Place)
    const face = (type: string, ...corners: Place[]) => ({
      type,
      rings: [corners.map(toPlace)] as [Place[]],
    })
    const [eaves, ridge] = [facts.height_m! * 0.7, facts.height_m!]
    yield {
      ...facts,
      roof: 'gabled',
      surfaces: [
        face('GroundSurface', [-w, d, 0], [w, d, 0], [w, -d, 0], [-w, -d, 0]),
        face('RoofSurface', [-w, -d, eaves], [w, -d, eaves], [w, 0, ridge], [-w, 0, ridge]),
        face('RoofSurface', [w, d, eaves], [-w, d, eaves], [-w, 0, ridge], [w, 0, ridge]),
        face('WallSurface', [-w, -d, 0], [w, -d, 0], [w, -d, eaves], [-w, -d, eaves]),
        face('WallSurface', [w, d, 0], [-w, d, 0], [-w, d, eaves], [w, d, eaves]),
        face('WallSurface', [w, -d, 0], [w, d, 0], [w, d, eaves], [w, 0, ridge], [w, -d, eaves]),
        face('WallSurface', [-w, d, 0], [-w, -d, 0], [-w, -d, eaves], [-w, 0, ridge], [-w, d, eaves]),
      ],
    }
  }
}
