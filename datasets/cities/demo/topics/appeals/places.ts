import type {Draw} from '../../tools/numbers/draw.ts'
import {exp} from '../../tools/numbers/exact.ts'
import {toLonLat} from '../../tools/space/plan-frame.ts'
import {districtIndex} from '../../world/districts.ts'
import {type Building, type Ground, residentsOf} from '../../world/ground/ground.ts'
import {type StreetWords, streetWords} from './street-words.ts'

/** Which buildings a kind of appeal comes from. */
export type PlaceKind =
  | 'homes'
  | 'oldHomes'
  | 'flats'
  | 'oldFlats'
  | 'topFloors'
  | 'heated'
  | 'lifts'
  | 'streets'
  | 'edges'
  | 'shops'
  | 'beach'

/** A building with an address, as appeals need it. */
export type Place = {
  /** Its place in the ground's list: belongs to it for ever. */
  index: number
  building: Building
  residents: number
  street: {now: string; former: string | null; words: StreetWords; formerWords: StreetWords}
  lon: number
  lat: number
}

const isFlats = ({kind}: Building) =>
  kind === 'tenement' || kind === 'slab5' || kind === 'slab9' || kind === 'tower'

/** Older houses have older pipes. */
const age = ({year}: Building) => Math.min(3, Math.max(0.3, (2025 - year) / 40))

const shopWeight: Partial<Record<Building['kind'], number>> = {
  market: 60,
  station: 25,
  shop: 8,
  hospital: 8,
  office: 2,
}
const edgeWeight: Partial<Record<Building['kind'], number>> = {
  garage: 6,
  dacha: 2,
  warehouse: 2,
  factory: 2,
  house: 0.6,
}

/** Weights of a building by kind of place; 0 where such an appeal cannot come from. */
const weights: Record<Exclude<PlaceKind, 'beach'>, (building: Building, residents: number) => number> = {
  homes: (_, residents) => residents,
  oldHomes: (building, residents) => residents * age(building),
  flats: (building, residents) => (isFlats(building) ? residents : 0),
  oldFlats: (building, residents) => (isFlats(building) ? residents * age(building) : 0),
  topFloors: (building, residents) =>
    isFlats(building) ? (residents * age(building) * age(building)) / building.storeys : 0,
  heated: ({kind, storeys}, residents) =>
    kind === 'slab5' || kind === 'slab9' || kind === 'tower'
      ? residents
      : kind === 'tenement' && storeys > 2
        ? residents / 2
        : 0,
  lifts: ({storeys}, residents) => (storeys >= 8 ? residents : 0),
  streets: (_, residents) => 1 + Math.sqrt(residents),
  edges: ({kind}) => edgeWeight[kind] ?? 0.05,
  shops: ({kind}, residents) => (shopWeight[kind] ?? 0) + 0.004 * residents,
}

/** Every addressed building of the city, and choices among them. */
export class Places {
  all: Place[]
  #ends = new Map<string, {places: Place[]; ends: Float64Array}>()
  #beach: Float64Array
  /** By street: its places in the order of a walk along it. */
  #alongStreet = new Map<number, Place[]>()
  #step: Int32Array

  constructor(ground: Ground) {
    const words = ground.streets.map(({name, former}) => {
      const now = streetWords(name.uk)
      return {
        now: name.uk,
        former: former?.uk ?? null,
        words: now,
        formerWords: former ? streetWords(former.uk) : now,
      }
    })
    this.all = ground.buildings.flatMap((building, index) => {
      if (building.street < 0 || building.house === '') return []
      const [lon, lat] = toLonLat(building.centre)
      return {index, building, residents: residentsOf(building), street: words[building.street]!, lon, lat}
    })
    this.#beach = nearBeach(ground, this.all)
    this.#step = new Int32Array(ground.buildings.length)
    for (const place of this.all) {
      if (place.residents === 0) continue
      const along = this.#alongStreet.get(place.building.street)
      if (along) along.push(place)
      else this.#alongStreet.set(place.building.street, [place])
    }
    for (const along of this.#alongStreet.values()) {
      sortAlong(along)
      along.forEach((place, step) => {
        this.#step[place.index] = step
      })
    }
  }

  /** A place of a kind, in all of the city or in a district. Undefined where there is none. */
  choose(kind: PlaceKind, draw: Draw, district = -1): Place | undefined {
    const {places, ends} = this.#weighted(kind, district)
    const at = draw.unit() * (ends.at(-1) ?? 0)
    let low = 0
    let high = ends.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (ends[middle]! > at) high = middle
      else low = middle + 1
    }
    return places[low]
  }

  /** All places of a kind, in the order of the ground. */
  of(kind: PlaceKind): readonly Place[] {
    return this.#weighted(kind, -1).places
  }

  /** The share of a kind's appeals that comes from a district. */
  share(kind: PlaceKind, district: number): number {
    return (this.#weighted(kind, district).ends.at(-1) ?? 0) / this.#weighted(kind, -1).ends.at(-1)!
  }

  /** A house of the kind, lived-in and of the same district, at most `steps` doors away along the street. */
  neighbour(place: Place, kind: PlaceKind, steps: number, draw: Draw): Place {
    const along = this.#alongStreet.get(place.building.street)
    if (!along) return place
    const step = this.#step[place.index]! + draw.below(2 * steps + 1) - steps
    const near = along[Math.min(along.length - 1, Math.max(0, step))]!
    const isAlike = kind === 'beach' || weights[kind](near.building, near.residents) > 0
    return isAlike && near.building.district === place.building.district ? near : place
  }

  /** The lived-in houses of a street, in the order of a walk along it. */
  onStreet(street: number): readonly Place[] {
    return this.#alongStreet.get(street) ?? []
  }

  /** Streets by index, with the residents of their houses. */
  residentsByStreet(): [street: number, residents: number][] {
    return [...this.#alongStreet].map(([street, places]) => [
      street,
      places.reduce((sum, {residents}) => sum + residents, 0),
    ])
  }

  #weighted(kind: PlaceKind, district: number) {
    const key = `${kind} ${district}`
    let weighted = this.#ends.get(key)
    if (!weighted) {
      const places: Place[] = []
      const ends: number[] = []
      let sum = 0
      this.all.forEach((place, at) => {
        if (district >= 0 && place.building.district !== district) return
        const weight = kind === 'beach' ? this.#beach[at]! : weights[kind](place.building, place.residents)
        if (!(weight > 0)) return
        sum += weight
        places.push(place)
        ends.push(sum)
      })
      weighted = {places, ends: Float64Array.from(ends)}
      this.#ends.set(key, weighted)
    }
    return weighted
  }
}

/** Weights that fall with the distance from the nearest beach; where the ground has none, the district by the sea. */
function nearBeach({areas}: Ground, places: Place[]): Float64Array {
  const shore = areas.filter(({kind}) => kind === 'beach').flatMap(({rings}) => rings[0] ?? [])
  return Float64Array.from(places, ({building}) => {
    if (shore.length === 0) return building.district === districtIndex.uzberezhnyi ? 1 : 0
    let nearest = Number.POSITIVE_INFINITY
    for (const [x, y] of shore) {
      const [east, north] = [x - building.centre[0], y - building.centre[1]]
      nearest = Math.min(nearest, east * east + north * north)
    }
    return exp(-Math.min(600, Math.sqrt(nearest) / 120))
  })
}

/** In the order of the longer side of the street's houses; equal ones by their index. */
function sortAlong(places: Place[]): void {
  const span = (axis: 0 | 1) => {
    const values = places.map(({building}) => building.centre[axis])
    return Math.max(...values) - Math.min(...values)
  }
  const axis = span(0) >= span(1) ? 0 : 1
  places.sort((a, b) => a.building.centre[axis] - b.building.centre[axis] || a.index - b.index)
}
