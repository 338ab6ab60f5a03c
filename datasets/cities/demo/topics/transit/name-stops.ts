import type {Text} from '../../../../src/index.ts'
import {NearIndex} from '../../tools/space/near-index.ts'
import {distance} from '../../tools/space/vector.ts'
import type {BuildingKind, Ground} from '../../world/ground/ground.ts'
import type {Pole} from './find-poles.ts'
import type {Stop} from './place-stops.ts'

/** Buildings that stops are called after, and how near they must be. */
const landmarks: Partial<Record<BuildingKind, {name: Text; metres: number}>> = {
  station: {name: {uk: 'Вокзал', en: 'Station'}, metres: 150},
  hospital: {name: {uk: 'Лікарня', en: 'Hospital'}, metres: 130},
  clinic: {name: {uk: 'Поліклініка', en: 'Clinic'}, metres: 90},
  church: {name: {uk: 'Церква', en: 'Church'}, metres: 80},
  market: {name: {uk: 'Ринок', en: 'Market'}, metres: 110},
  school: {name: {uk: 'Школа', en: 'School'}, metres: 75},
}
const poleMetres = 260

/** What stops are called: after what lines lead to, a landmark, the street that crosses there, or their own street. */
export function nameStops(ground: Ground, stops: readonly Stop[], poles: Iterable<Pole>): Text[] {
  const {buildings, network, streets} = ground
  const named = [...poles].filter(({name}) => name !== null)
  const known = new NearIndex<{name: Text; metres: number; at: Stop['at']}>(150)
  for (const {kind, centre} of buildings) {
    const landmark = landmarks[kind]
    if (landmark) known.add({...landmark, at: centre}, [centre[0], centre[1], centre[0], centre[1]])
  }
  const meeting = new Map<number, number[]>()
  network.edges.forEach(({from, to, street}) => {
    if (street < 0) return
    for (const node of [from, to]) {
      const there = meeting.get(node)
      if (!there) meeting.set(node, [street])
      else if (!there.includes(street)) there.push(street)
    }
  })
  return stops.map(({at, node, edge}) => {
    const [pole] = named
      .filter(({at: there}) => distance(there, at) < poleMetres)
      .sort((a, b) => distance(a.at, at) - distance(b.at, at))
    if (pole) return capitalised(pole.name!)
    const [landmark] = known
      .near(at, 150)
      .filter(({metres, at: there}) => distance(there, at) < metres)
      .sort((a, b) => distance(a.at, at) - distance(b.at, at))
    if (landmark) return landmark.name
    const own = network.edges[edge]!.street
    const [crossing] = (meeting.get(node) ?? [])
      .filter(street => street !== own)
      .sort((a, b) => streets[b]!.edges.length - streets[a]!.edges.length || a - b)
    const street = streets[crossing ?? own]
    return street ? capitalised(street.name) : {uk: 'За вимогою', en: 'On Request'}
  })
}

const capitalised = ({uk, en}: Text): Text => ({uk: uk.slice(0, 1).toUpperCase() + uk.slice(1), en})
