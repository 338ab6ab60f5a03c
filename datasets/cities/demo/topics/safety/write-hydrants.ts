import type {Dirt, Scope} from '../../chapter.ts'
import {dirtOf, noneOf} from '../../tools/faults/dirt-of.ts'
import {chooser} from '../../tools/numbers/chooser.ts'
import {Draw} from '../../tools/numbers/draw.ts'
import {degrees, toLonLat} from '../../tools/space/plan-frame.ts'
import {distance, type Point} from '../../tools/space/vector.ts'
import {isoDate} from '../../tools/time/days.ts'
import type {Outbox} from '../../tools/write/outbox.ts'
import type {Building, Edge, Ground} from '../../world/ground/ground.ts'
import {hasAddress} from '../../world/ground/has-address.ts'
import {nearest} from './nearest.ts'
import type {WaterZone} from './place-utilities.ts'

export const hydrantsFile = 'networks/hydrants.demo.csv'

/** How many hydrants the city has, about. */
const hydrantCount = 600
/** A house this near stands by the road. */
const roadsideMetres = 110
/** Beside the roadway, in metres from its middle. */
const kerbMetres: Partial<Record<Edge['class'], number>> = {avenue: 9, main: 7, street: 5}

const states = chooser([
  ['справний', 80],
  ['несправний', 11],
  ['потребує ремонту', 6],
  [null, 3],
] as const)
const diameters = chooser([
  [100, 34],
  [125, 12],
  [150, 30],
  [200, 18],
  [300, 6],
] as const)

const dirt = {
  otherWords: {
    uk: '«справний» іншими словами або з пробілом',
    en: '«справний» (works) in other words or with a blank',
  },
  noHouse: {uk: 'адреса без номера будинку', en: 'an address without a house number'},
}

/** The ways in which inspectors write that a hydrant works. */
const otherWords = ['Справний', 'справний ', 'спр.']

/** Fire hydrants along avenues and streets, evenly by length. */
export function writeHydrants(
  ground: Ground,
  zones: WaterZone[],
  {seed, today}: Scope,
  outbox: Outbox,
): Dirt[] {
  const csv = outbox.csv(
    hydrantsFile,
    [
      'uid',
      'type',
      'addressThoroughfare',
      'addressLocatorDesignator',
      'lat',
      'lon',
      'diameterMm',
      'pressureBar',
      'state',
      'hasSign',
      'waterZoneUid',
      'checkedAt',
    ],
    {delimiter: ';'},
  )
  const counts = noneOf(dirt)
  const houses = Map.groupBy(ground.buildings.filter(hasAddress), ({street}) => street)
  placeHydrants(ground, houses).forEach(({at, street}, index) => {
    const uid = `ПГ-${String(index + 1).padStart(4, '0')}`
    const draw = new Draw(seed, 'hydrant', index)
    const state = states(draw)
    const word = state === 'справний' && draw.chance(0.12) ? draw.pick(otherWords) : state
    if (word !== state) counts.otherWords++
    const house = draw.chance(0.9) ? houseNear(houses.get(street)!, at) : null
    if (house === null) counts.noHouse++
    const [lon, lat] = toLonLat(at)
    const zone = nearest(zones, at, ({site}) => site)
    csv.row([
      uid,
      draw.chance(0.86) ? 'підземний' : 'наземний',
      ground.streets[street]!.name.uk,
      house ?? 'null',
      degrees(lat),
      degrees(lon),
      diameters(draw),
      state === 'справний' ? (10 + draw.below(36)) / 10 : 'null',
      word ?? 'null',
      draw.chance(0.1) ? 'null' : draw.chance(0.7) ? 'True' : 'False',
      zone.uid,
      draw.chance(0.93) ? isoDate(today - 15 - draw.below(420)) : 'null',
    ])
  })
  outbox.done(csv)
  return dirtOf(hydrantsFile, dirt, counts)
}

/** Every so many metres of avenue and street, at the kerb, where houses stand by the road. */
function placeHydrants({network}: Ground, houses: Map<number, Building[]>): {at: Point; street: number}[] {
  const middleOf = ({from, to}: Edge): Point => {
    const [[ax, ay], [bx, by]] = [network.nodes[from]!.at, network.nodes[to]!.at]
    return [(ax + bx) / 2, (ay + by) / 2]
  }
  const roads = network.edges.filter(
    edge =>
      kerbMetres[edge.class] !== undefined &&
      !edge.isBridge &&
      houses.get(edge.street)?.some(({centre}) => distance(centre, middleOf(edge)) < roadsideMetres),
  )
  const step = roads.reduce((sum, {lengthMetres}) => sum + lengthMetres, 0) / hydrantCount
  const hydrants: {at: Point; street: number}[] = []
  let walked = step / 2
  for (const {from, to, class: kind, lengthMetres, street} of roads) {
    const [ax, ay] = network.nodes[from]!.at
    const [bx, by] = network.nodes[to]!.at
    const aside = kerbMetres[kind]! / lengthMetres
    for (; walked < lengthMetres; walked += step) {
      const share = walked / lengthMetres
      hydrants.push({
        at: [ax + share * (bx - ax) - aside * (by - ay), ay + share * (by - ay) + aside * (bx - ax)],
        street,
      })
    }
    walked -= lengthMetres
  }
  return hydrants
}

/** The number of the nearest house of the street. */
const houseNear = (houses: Building[], at: Point): string => nearest(houses, at, ({centre}) => centre).house
