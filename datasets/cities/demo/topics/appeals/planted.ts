import type {Scope} from '../../chapter.ts'
import {Draw} from '../../tools/numbers/draw.ts'
import {distance} from '../../tools/space/vector.ts'
import {dateOf, dayOf} from '../../tools/time/days.ts'
import {districtIndex} from '../../world/districts.ts'
import type {Ground} from '../../world/ground/ground.ts'
import type {Place, PlaceKind, Places} from './places.ts'

/** More of one kind of appeal on some days, from one part of the city or one place, as an event brings them. */
export type Surge = {
  problem: string
  /** Whose words the texts take. */
  topic: string
  from: number
  /** Appeals of each day from `from`, at scale 1. */
  perDay: number[]
  /** On its first day none comes before this minute of the city's clock. */
  firstMinute: number
  kind: PlaceKind
  /** −1 for all of the city. */
  district: number
}

export const surge = (
  spec: Partial<Surge> & Pick<Surge, 'problem' | 'topic' | 'from' | 'perDay'>,
): Surge => ({
  firstMinute: 0,
  kind: 'homes',
  district: -1,
  ...spec,
})

/** The planted events that add appeals of their own; those that multiply the usual ones are in arrivals.ts. */
export function surges({events}: Scope): Surge[] {
  const {storm, cloudburst, springFlood, steppeFire, bridgeClosed} = events
  const days = (from: number, to: number, perDay: (day: number) => number) =>
    Array.from({length: to - from}, (_, index) => perDay(from + index))
  return [
    surge({
      problem: 'dangerous-tree',
      topic: 'storm-tree',
      from: storm.day,
      perDay: [130, 70, 24, 8],
      kind: 'streets',
      firstMinute: 10 * 60,
    }),
    surge({
      problem: 'dark-street',
      topic: 'dark-street',
      from: storm.day,
      perDay: [40, 22],
      kind: 'streets',
      firstMinute: 15 * 60,
    }),
    surge({
      problem: 'flooded',
      topic: 'cloudburst-flood',
      from: cloudburst.day,
      perDay: [260, 90, 20],
      // Kyiv's summer clock is three hours ahead; the first ring when the water is at the door.
      firstMinute: cloudburst.peakMinute - cloudburst.day * 1440 + 180 + 10,
      kind: 'hollows',
    }),
    surge({
      problem: 'flooded',
      topic: 'river-flood',
      from: springFlood.from,
      kind: 'riverside',
      perDay: days(springFlood.from, springFlood.to, day => 44 / (1 + Math.abs(day - springFlood.peak))),
    }),
    surge({
      problem: 'smoke',
      topic: 'steppe-smoke',
      from: steppeFire.from,
      perDay: days(steppeFire.from, steppeFire.to, () => 85),
    }),
    surge({
      problem: 'timetable',
      topic: 'bridge-transport',
      from: bridgeClosed.from,
      district: districtIndex.zarichchianskyi,
      perDay: days(bridgeClosed.from, bridgeClosed.to, () => 7),
    }),
  ]
}

/** The lift that stopped a hundred and twenty times in the year before this one, and the days on which it did. */
export function brokenLift(
  {seed, today, scale}: Scope,
  places: Places,
): {place: Place; days: number[]} | null {
  const draw = new Draw(seed, 'appeals', 'lift')
  const lifts = places.of('lifts')
  if (lifts.length === 0) return null
  const place = draw.pick(lifts)
  const year = dateOf(today - 1).year - 1
  const times = Math.round(120 * Math.max(1, scale))
  const length = dayOf(year + 1, 1, 1) - dayOf(year, 1, 1)
  const days = Array.from(
    {length: times},
    (_, index) => dayOf(year, 1, 1) + Math.floor(((index + draw.unit()) / times) * length),
  )
  return {place, days}
}

/** Houses that a main serves: those of its street, and those of streets that branch off it, in one district. */
export type Served = {onStreet: readonly Place[]; aside: readonly Place[]}

/** Side streets are served as far from the main. */
const servedMetres = 180

export function servedBy(street: number, district: number, places: Places, ground: Ground): Served {
  const {edges} = ground.network
  const corners = new Set(edges.flatMap(edge => (edge.street === street ? [edge.from, edge.to] : [])))
  const branches = new Set(
    edges.flatMap(edge =>
      edge.street >= 0 && edge.street !== street && (corners.has(edge.from) || corners.has(edge.to))
        ? [edge.street]
        : [],
    ),
  )
  const ofDistrict = (index: number) =>
    places.onStreet(index).filter(({building}) => building.district === district)
  const onStreet = ofDistrict(street)
  const isServed = ({building}: Place) =>
    onStreet.some(main => distance(main.building.centre, building.centre) < servedMetres)
  return {
    onStreet,
    aside: [...branches]
      .sort((a, b) => a - b)
      .flatMap(ofDistrict)
      .filter(isServed),
  }
}

/** The street whose main burst: the one with most residents in Havanskyi district; −1 where nobody lives there. */
export function burstStreet(places: Places): number {
  let [street, most] = [-1, 0]
  for (const [index, residents] of places.residentsByStreet(districtIndex.havanskyi))
    if (residents > most) [street, most] = [index, residents]
  return street
}

/** The market beside which rubbish lies after every weekend; without a market, a shop. */
export function dumpPlace(places: Places): Place | null {
  return (
    places.all.find(({building}) => building.kind === 'market') ??
    places.all.find(({building}) => building.kind === 'shop') ??
    null
  )
}
