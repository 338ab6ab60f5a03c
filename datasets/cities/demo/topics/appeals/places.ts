import {type StreetWords, streetWords} from '../../tools/language/street-words.ts'
import {Draw} from '../../tools/numbers/draw.ts'
import {exp} from '../../tools/numbers/exact.ts'
import {firstAbove} from '../../tools/numbers/first-above.ts'
import {hash} from '../../tools/numbers/hash.ts'
import {toLonLat} from '../../tools/space/plan-frame.ts'
import {districtIndex} from '../../world/districts.ts'
import {type Building, type Ground, residentsOf} from '../../world/ground/ground.ts'
import {cloudburstDepths, floodDepths} from './flood-reach.ts'
import {entrancesOf, isBlock} from './house-traits.ts'
import {houseTraitsOf} from './texts/fitting.ts'

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
  | 'shops'
  | 'beach'
  | 'dumps'
  | 'riverside'
  | 'hollows'

/** A building with an address, as appeals need it. */
export type Place = {
  /** Its place in the ground's list: belongs to it for ever. */
  index: number
  building: Building
  residents: number
  /** Staircases, and what else texts may say of it; see texts/fitting.ts. */
  entrances: number
  traits: number
  street: {now: string; former: string | null; words: StreetWords; formerWords: StreetWords}
  lon: number
  lat: number
  /** Cells of its latitude and longitude. */
  position: string
}

/** Older houses have older pipes. */
const age = ({year}: Building) => Math.min(3, Math.max(0.3, (2025 - year) / 40))

const shopWeight: Partial<Record<Building['kind'], number>> = {
  market: 60,
  station: 25,
  shop: 8,
  hospital: 8,
  office: 2,
}
/** Where rubbish is tipped: at the edges of the city and behind garages. */
const edgeWeight: Partial<Record<Building['kind'], number>> = {
  garage: 6,
  dacha: 2,
  warehouse: 2,
  factory: 2,
  house: 0.6,
}

/** Weights of a building by kind of place; 0 where such an appeal cannot come from. */
const weights: Record<
  Exclude<PlaceKind, 'beach' | 'dumps' | 'riverside' | 'hollows'>,
  (building: Building, residents: number) => number
> = {
  homes: (_, residents) => residents,
  oldHomes: (building, residents) => residents * age(building),
  flats: (building, residents) => (isBlock(building) ? residents : 0),
  oldFlats: (building, residents) => (isBlock(building) ? residents * age(building) : 0),
  topFloors: (building, residents) =>
    isBlock(building) ? (residents * age(building) * age(building)) / building.storeys : 0,
  heated: (building, residents) =>
    !isBlock(building)
      ? 0
      : building.kind !== 'tenement'
        ? residents
        : building.storeys > 2
          ? residents / 2
          : 0,
  lifts: (building, residents) => (building.storeys >= 8 && isBlock(building) ? residents : 0),
  streets: (_, residents) => 1 + Math.sqrt(residents),
  shops: ({kind}, residents) => (shopWeight[kind] ?? 0) + 0.004 * residents,
}

/** Standard deviation of the logarithm by which one house calls more or less than another like it. */
const houseSpread = 0.3
/** The same of how many tip rubbish in a place: hardly anybody in most, many in a few. */
const dumpSpread = 1.15

/** Places, the running sums of their weights, and where among these each step of a guide begins. */
type Weighted = {places: Place[]; ends: Float64Array; guide: Int32Array}

const guideSteps = 1024

/** Every addressed building of the city, and choices among them. */
export class Places {
  all: Place[]
  #ends = new Map<PlaceKind, (Weighted | undefined)[]>()
  #ground: Ground
  #seed: number
  #key: number
  /** By index into `all`: how much more or less this house calls. */
  #habits: Float64Array
  /** By street: its places in the order of a walk along it. */
  #alongStreet = new Map<number, Place[]>()
  #step: Int32Array

  constructor(ground: Ground, seed: number) {
    this.#ground = ground
    this.#seed = seed
    this.#key = hash(seed, 'appeals', 'house')
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
      return {
        index,
        building,
        residents: residentsOf(building),
        entrances: entrancesOf(building),
        traits: houseTraitsOf(building),
        street: words[building.street]!,
        lon,
        lat,
        position: `${lat.toFixed(5)};${lon.toFixed(5)}`,
      }
    })
    this.#habits = Float64Array.from(this.all, ({index}) =>
      new Draw(this.#key, index).lognormal(1, houseSpread),
    )
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
    return this.at(kind, draw.unit(), district)
  }

  /** The place of a kind at a share in [0, 1) of all their weight. */
  at(kind: PlaceKind, share: number, district = -1): Place | undefined {
    const {places, ends, guide} = this.#weighted(kind, district)
    const at = share * (ends.at(-1) ?? 0)
    // The guide says between which two the place is, so that a few steps are left.
    const step = Math.floor(share * guideSteps)
    return places[firstAbove(ends, at, guide[step]!, guide[step + 1]!)]
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
    const isAlike = !isSimple(kind) || weights[kind](near.building, near.residents) > 0
    return isAlike && near.building.district === place.building.district ? near : place
  }

  /** The lived-in houses of a street, in the order of a walk along it. */
  onStreet(street: number): readonly Place[] {
    return this.#alongStreet.get(street) ?? []
  }

  /** Streets by index, with the residents of their houses in a district. */
  residentsByStreet(district: number): [street: number, residents: number][] {
    return [...this.#alongStreet].map(([street, places]) => [
      street,
      places.reduce(
        (sum, {building, residents}) => sum + (building.district === district ? residents : 0),
        0,
      ),
    ])
  }

  #weighted(kind: PlaceKind, district: number) {
    let byDistrict = this.#ends.get(kind)
    if (!byDistrict) {
      byDistrict = []
      this.#ends.set(kind, byDistrict)
    }
    let weighted = byDistrict[district + 1]
    if (!weighted) {
      const places: Place[] = []
      const ends: number[] = []
      let sum = 0
      const own = isSimple(kind) ? null : this.#weightsOf(kind)
      this.all.forEach((place, at) => {
        if (district >= 0 && place.building.district !== district) return
        const weight = own ? own[at]! : weights[kind as SimpleKind](place.building, place.residents)
        if (!(weight > 0)) return
        sum += weight * this.#habits[at]!
        places.push(place)
        ends.push(sum)
      })
      weighted = {places, ends: Float64Array.from(ends), guide: guideTo(ends)}
      byDistrict[district + 1] = weighted
    }
    return weighted
  }

  /** Of kinds for which a building alone does not tell. */
  #weightsOf(kind: Exclude<PlaceKind, SimpleKind>): Float64Array {
    const {all} = this
    const crowd = ({residents}: Place) => 1 + Math.sqrt(residents)
    switch (kind) {
      case 'beach':
        return nearBeach(this.#ground, all)
      case 'dumps':
        return Float64Array.from(
          all,
          ({building, index}) =>
            (edgeWeight[building.kind] ?? 0.05) * new Draw(this.#key, index, 'dump').lognormal(1, dumpSpread),
        )
      case 'riverside':
        return floodDepths(this.#ground, all).map((metres, at) => metres * crowd(all[at]!))
      case 'hollows':
        return cloudburstDepths(this.#seed, this.#ground, all).map((metres, at) => metres * crowd(all[at]!))
    }
  }
}

/** By step: the first of rising sums that is above so many of `guideSteps` of the last. */
function guideTo(ends: readonly number[]): Int32Array {
  const last = Math.max(0, ends.length - 1)
  const guide = new Int32Array(guideSteps + 1).fill(last)
  for (let step = 0, at = 0; step < guideSteps; step++) {
    while (at < last && ends[at]! <= (step / guideSteps) * ends[last]!) at++
    guide[step] = at
  }
  return guide
}

type SimpleKind = keyof typeof weights
const isSimple = (kind: PlaceKind): kind is SimpleKind => kind in weights

/** Weights that fall with the distance from the nearest beach; where the ground has none, the district by the sea. */
function nearBeach({areas}: Ground, places: Place[]): Float64Array {
  const shore = areas.filter(({kind}) => kind === 'beach').flatMap(({rings}) => rings[0] ?? [])
  return Float64Array.from(places, ({building}) => {
    if (shore.length === 0) return building.district === districtIndex.uzberezhnyi ? 1 : 0
    let nearest = Number.POSITIVE_INFINITY
    for (const [x, y] of shore) {
      const east = x - building.centre[0]
      const north = y - building.centre[1]
      const square = east * east + north * north
      if (square < nearest) nearest = square
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
