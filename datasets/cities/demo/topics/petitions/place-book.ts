import {type StreetWords, streetWords} from '../../tools/language/street-words.ts'
import {chooser} from '../../tools/numbers/chooser.ts'
import type {Draw} from '../../tools/numbers/draw.ts'
import {boxOf} from '../../tools/space/box-of.ts'
import {isInside} from '../../tools/space/is-inside.ts'
import {ringCentroid} from '../../tools/space/ring-centroid.ts'
import type {Point} from '../../tools/space/vector.ts'
import {districts} from '../../world/districts.ts'
import type {Area, Building, Ground} from '../../world/ground/ground.ts'
import {hasAddress} from '../../world/ground/has-address.ts'
import {type Institution, type InstitutionKind, institutionsOf} from '../../world/institutions.ts'
import {areaWords, crossingOf, districtNameOn, genitiveOf, inDistrict, locativeOf} from './place-words.ts'

export type PlaceKind =
  | 'city'
  | 'district'
  | 'estate'
  | 'crossing'
  | 'near'
  | 'street'
  | 'yard'
  | 'houses'
  | 'lifts'
  | 'private'
  | 'school'
  | 'schoolWay'
  | 'kindergarten'
  | 'hospital'
  | 'park'
  | 'wood'
  | 'shore'
  | 'promenade'

/** Where: a phrase of place, and the index of the district it lies in, or null for the whole city. */
export type PetitionPlace = {phrase: string; district: number | null}

/** One place. Streets and districts go by the names they had: `phrase` is asked for a day. */
type Spot = {district: number; weight: number; phrase: (day: number) => string}

/** Spots of one sort, and how often this sort is named among the others. */
type Group = [share: number, spots: Spot[]]

const nowhere: PetitionPlace = {phrase: '', district: null}

/** Every place of the city that petitions and projects may name, all of them on the ground. */
export class PlaceBook {
  #ground: Ground
  #renamedOn: number
  #words: {now: StreetWords; former: StreetWords}[]
  #addressed: Building[]
  #streetDistricts: number[]
  #institutions: Institution[]
  #areas: {name: string; district: number; inside: Building[]}[]
  #choosers = new Map<PlaceKind, (draw: Draw) => Spot>()

  constructor(ground: Ground, renamedOn: number) {
    this.#ground = ground
    this.#renamedOn = renamedOn
    this.#words = ground.streets.map(({name, former}) => {
      const now = streetWords(curly(name.uk))
      return {now, former: former ? streetWords(curly(former.uk)) : now}
    })
    this.#addressed = ground.buildings.filter(hasAddress)
    this.#institutions = institutionsOf(ground)
    const byStreet = Map.groupBy(this.#addressed, ({street}) => street)
    this.#streetDistricts = ground.streets.map(
      ({districts}, index) => mostly(byStreet.get(index) ?? []) ?? districts[0] ?? 0,
    )
    this.#areas = ground.areas.flatMap(area => {
      if (!area.name) return []
      const inside = this.#buildingsIn(area)
      const district = mostly(inside) ?? this.#nearest(ringCentroid(area.rings[0]!)).district
      return [{name: area.name.uk, district, inside}]
    })
  }

  /** Somewhere of one of these kinds, on a day. */
  draw(draw: Draw, kinds: readonly PlaceKind[], day: number): PetitionPlace {
    const kind = draw.pick(kinds)
    if (kind === 'city') return nowhere
    let choose = this.#choosers.get(kind)
    if (!choose) {
      const weighted = this.#groups(kind).flatMap(([share, spots]) => {
        const sum = spots.reduce((total, {weight}) => total + weight, 0)
        return spots.map(spot => [spot, (share * spot.weight) / sum] as const)
      })
      choose = chooser(weighted)
      this.#choosers.set(kind, choose)
    }
    const {district, phrase} = choose(draw)
    return {phrase: phrase(day), district}
  }

  /** The district that most of a street lies in, by its name of today; of none, the first. */
  districtOf(street: string): number {
    const index = this.#ground.streets.findIndex(({name}) => name.uk === street)
    return index < 0 ? 0 : this.#streetDistricts[index]!
  }

  /** The district of a named area: «парк «Приморський»». */
  areaDistrict(name: string): number {
    return this.#areas.find(area => area.name === name)?.district ?? 0
  }

  /** The district of an institution, by what residents call it; of none, the first. */
  institutionDistrict(short: string): number {
    return this.#institutions.find(one => one.short === short)?.building.district ?? 0
  }

  #groups(kind: Exclude<PlaceKind, 'city'>): Group[] {
    const flats = this.#addressed.filter(isFlats)
    switch (kind) {
      case 'district':
        return [[1, this.#districts()]]
      case 'estate':
        return [[1, this.#areaSpots(/^(мікрорайон|житловий масив|селище|хутір) /)]]
      case 'crossing':
        return [
          [5, this.#crossings()],
          [2, this.#near('school')],
          [1, this.#near('kindergarten')],
          [1, this.#near('clinic')],
        ]
      case 'near':
        return [
          [2, this.#markets()],
          [2, this.#near('clinic')],
          [1, this.#near('hospital')],
          [2, this.#near('kindergarten')],
          [2, this.#near('school')],
          [2, this.#streets()],
        ]
      case 'street':
        return [[1, this.#streets()]]
      case 'yard':
        return [
          [6, this.#houses(flats, 'у дворі будинку')],
          [2, this.#estates(/^(мікрорайон|житловий масив)/, of => `у дворах ${of}`)],
          [1, this.#streets(isFlats, on => `у дворах ${on}`)],
        ]
      case 'houses':
        return [
          [5, this.#houses(flats, 'у будинку')],
          [2, this.#estates(/^(мікрорайон|житловий масив)/, of => `у будинках ${of}`)],
        ]
      case 'lifts':
        return [
          [6, this.#houses(this.#addressed.filter(hasLift), 'у будинку')],
          [1, this.#estates(/^мікрорайон/, of => `у дев’ятиповерхівках ${of}`, hasLift)],
        ]
      case 'private':
        return [
          [5, this.#streets(building => building.kind === 'house')],
          [2, this.#areaSpots(/^(селище|хутір)/)],
        ]
      case 'school':
        return [[1, this.#institutionSpots('school', short => `у ${locativeOf(short)}`)]]
      case 'schoolWay':
        return [
          [2, this.#near('school')],
          [1, this.#institutionSpots('school', short => `на дорозі до ${genitiveOf(short)}`)],
        ]
      case 'kindergarten':
        return [[1, this.#institutionSpots('kindergarten', short => `у ${locativeOf(short)}`)]]
      case 'hospital':
        return [[1, this.#institutionSpots('hospital', short => `у ${locativeOf(short)}`)]]
      case 'park':
        return [
          [5, this.#areaSpots(/^парк /)],
          [2, this.#streetsOf('boulevard')],
          [2, this.#streetsOf('square')],
        ]
      case 'wood':
        return [[1, this.#areaSpots(/^(урочище|парк) /)]]
      case 'shore':
        return [[1, this.#areaSpots(/^пляж /)]]
      case 'promenade':
        return [
          [3, this.#streetsOf('embankment')],
          [1, this.#streetsOf('descent')],
          [1, this.#streetsOf('boulevard')],
        ]
    }
  }

  #districts(): Spot[] {
    const dwellings = districts.map(() => 0)
    for (const building of this.#addressed) dwellings[building.district]! += building.dwellings
    return districts.map((_, district) => ({
      district,
      weight: 1 + Math.sqrt(dwellings[district]!),
      phrase: day => inDistrict(districtNameOn(district, day, this.#renamedOn)),
    }))
  }

  /** Houses, the more dwellings the likelier: «у дворі будинку на вулиці Сноповій, 61». */
  #houses(buildings: Building[], before: string): Spot[] {
    return buildings.map(({district, street, house, dwellings}) => ({
      district,
      weight: 4 + dwellings,
      phrase: day => `${before} ${this.#on(street, day)}, ${house}`,
    }))
  }

  /** Streets along which at least a dozen buildings, and most of them, are of a sort. */
  #streets(isOfSort = (_: Building) => true, put = (on: string) => on): Spot[] {
    const counts = new Map<number, {all: number; ofSort: number}>()
    for (const building of this.#addressed) {
      const count = counts.get(building.street) ?? {all: 0, ofSort: 0}
      count.all++
      if (isOfSort(building)) count.ofSort++
      counts.set(building.street, count)
    }
    return [...counts].flatMap(([street, {all, ofSort}]) =>
      ofSort < 12 || ofSort < 0.4 * all
        ? []
        : [
            {
              district: this.#streetDistricts[street]!,
              weight: Math.sqrt(ofSort),
              phrase: day => put(this.#on(street, day)),
            },
          ],
    )
  }

  #streetsOf(kind: 'embankment' | 'descent' | 'boulevard' | 'square'): Spot[] {
    return this.#ground.streets.flatMap((street, index) =>
      street.kind === kind
        ? [
            {
              district: this.#streetDistricts[index]!,
              weight: 1,
              phrase: day => this.#on(index, day),
            },
          ]
        : [],
    )
  }

  /** Where two streets that carry traffic meet. */
  #crossings(): Spot[] {
    const {network} = this.#ground
    const meeting = new Map<number, Set<number>>()
    for (const {from, to, street, class: roadClass} of network.edges) {
      if (street < 0 || (roadClass !== 'avenue' && roadClass !== 'main' && roadClass !== 'street')) continue
      for (const node of [from, to]) {
        if (!meeting.has(node)) meeting.set(node, new Set())
        meeting.get(node)!.add(street)
      }
    }
    return [...meeting].flatMap(([node, streets]) => {
      const [one, other, more] = [...streets].sort((a, b) => a - b)
      if (other === undefined || more !== undefined) return []
      return [
        {
          district: this.#nearest(network.nodes[node]!.at).district,
          weight: 1,
          phrase: (day: number) =>
            `на перехресті ${crossingOf(this.#wordsOn(one!, day).of, this.#wordsOn(other, day).of)}`,
        },
      ]
    })
  }

  #near(kind: InstitutionKind): Spot[] {
    return this.#institutionSpots(kind, short => `біля ${genitiveOf(short)}`)
  }

  #institutionSpots(kind: InstitutionKind, put: (short: string) => string): Spot[] {
    return this.#institutions
      .filter(institution => institution.kind === kind)
      .map(({short, building}) => {
        // Kindergartens are known by their numbers.
        const phrase = put(short.replace(/ «.+»$/, ''))
        return {district: building.district, weight: 1, phrase: () => phrase}
      })
  }

  /** «біля Середмістського ринку» */
  #markets(): Spot[] {
    return this.#areas.flatMap(({name, district}) => {
      const [, own] = /^(.+)ий ринок$/.exec(name) ?? []
      return own ? [{district, weight: 1, phrase: () => `біля ${own}ого ринку`}] : []
    })
  }

  /** Estates of which at least four buildings are of a sort. */
  #estates(names: RegExp, put: (of: string) => string, isOfSort = isFlats): Spot[] {
    return this.#areas.flatMap(({name, district, inside}) => {
      const words = names.test(name) ? areaWords(name) : undefined
      return words && inside.filter(isOfSort).length >= 4
        ? [{district, weight: 1, phrase: () => put(words.of)}]
        : []
    })
  }

  #areaSpots(names: RegExp): Spot[] {
    return this.#areas.flatMap(({name, district}) => {
      const words = names.test(name) ? areaWords(name) : undefined
      return words ? [{district, weight: 1, phrase: () => words.in}] : []
    })
  }

  /** «на вулиці Сноповій», «у провулку Глухому» */
  #on(street: number, day: number): string {
    const {on} = this.#wordsOn(street, day)
    return /^(провулку|проїзді) /.test(on) ? `у ${on}` : `на ${on}`
  }

  #wordsOn(street: number, day: number): StreetWords {
    const words = this.#words[street]!
    return day < this.#renamedOn ? words.former : words.now
  }

  #buildingsIn({rings}: Area): Building[] {
    const [west, south, east, north] = boxOf(rings[0]!)
    return this.#addressed.filter(({centre}) => {
      const [x, y] = centre
      return (
        x > west &&
        x < east &&
        y > south &&
        y < north &&
        rings.every((ring, index) => isInside(centre, ring) === (index === 0))
      )
    })
  }

  #nearest([x, y]: Point): Building {
    let nearest = this.#addressed[0]!
    let least = Number.POSITIVE_INFINITY
    for (const building of this.#addressed) {
      const [east, north] = [building.centre[0] - x, building.centre[1] - y]
      const distance = east * east + north * north
      if (distance >= least) continue
      nearest = building
      least = distance
    }
    return nearest
  }
}

const isFlats = ({kind, storeys}: Building) =>
  kind === 'slab5' || kind === 'slab9' || kind === 'tower' || (kind === 'tenement' && storeys > 2)

/** Lifts are put into houses of nine storeys and more. */
const hasLift = ({kind, storeys}: Building): boolean => (kind === 'slab9' || kind === 'tower') && storeys >= 9

/** The district of most buildings; undefined without any. */
function mostly(buildings: Building[]): number | undefined {
  const counts = districts.map(() => 0)
  for (const {district} of buildings) counts[district]!++
  const most = Math.max(...counts)
  return most === 0 ? undefined : counts.indexOf(most)
}

/** The apostrophe of running text. */
const curly = (name: string) => name.replaceAll("'", '’')
