import {ln} from '../../tools/numbers/exact.ts'
import {unitOf} from '../../tools/numbers/hash.ts'
import {distance} from '../../tools/space/vector.ts'
import {footprintOf} from '../../world/ground/footprint.ts'
import type {Building, BuildingKind, Ground} from '../../world/ground/ground.ts'
import {hasAddress} from '../../world/ground/has-address.ts'
import type {Institution} from '../../world/institutions.ts'
import {nearest} from './nearest.ts'
import type {ShelterHost} from './shelter.ts'

/** How many shelters the register has, without those that it lists twice. */
const shelterCount = 180

/** No shelter is nearer than this to the school that has none. */
const bareMetres = 560
/** Every other school has one this near. */
const schoolMetres = 400
/** Two shelters are not nearer to each other than this, unless a school or a hospital asks for it. */
const spacingMetres = 110

/** Hosts besides schools and hospitals: how many there are, and above which footprint. */
const quotas: {kinds: BuildingKind[]; count: number; fromMetres2: number; isModular?: true}[] = [
  {kinds: ['public'], count: 16, fromMetres2: 150},
  {kinds: ['factory'], count: 9, fromMetres2: 500},
  {kinds: ['office', 'shop'], count: 12, fromMetres2: 300},
  {kinds: ['station', 'market', 'shop', 'church'], count: 6, fromMetres2: 0, isModular: true},
  {kinds: ['kindergarten'], count: 12, fromMetres2: 0},
]
const dwellingKinds: BuildingKind[] = ['slab5', 'slab9', 'tower', 'tenement']

/** Where the shelters are, and the school that has none near it. */
export function placeShelters(
  seed: number,
  ground: Ground,
  institutions: readonly Institution[],
): {hosts: ShelterHost[]; bareSchool: Institution} {
  const schools = institutions.filter(({kind}) => kind === 'school')
  const homes = ground.buildings.filter(
    building => dwellingKinds.includes(building.kind) && hasAddress(building) && building.storeys >= 3,
  )
  const bareSchool = schoolToLeaveBare(institutions, homes)
  const isFree = (building: Building) => distance(building.centre, bareSchool.building.centre) > bareMetres
  const hosts: ShelterHost[] = []
  const add = (building: Building, isModular = false) =>
    hosts.push({
      building,
      institution: institutions.find(one => one.building === building) ?? null,
      isModular,
    })
  const isApart = ({centre}: Building, metres: number) =>
    hosts.every(({building}) => distance(building.centre, centre) >= metres)

  // Hospitals, and most schools and clinics, have their own.
  for (const {id, kind, building} of institutions) {
    const share = kind === 'hospital' ? 1 : kind === 'school' ? 0.7 : kind === 'clinic' ? 0.5 : 0
    if (isFree(building) && unitOf(seed, 'own shelter', id) < share) add(building)
  }

  for (const {kinds, count, fromMetres2, isModular} of quotas) {
    const fitting = ground.buildings.filter(
      building =>
        kinds.includes(building.kind) && hasAddress(building) && footprintOf(building) >= fromMetres2,
    )
    takeApart(
      inOrder(seed, fitting, () => 1),
      count,
      building => add(building, isModular),
    )
  }

  // A school without its own must find one near.
  for (const {building} of schools) {
    if (building === bareSchool.building || !isApart(building, schoolMetres)) continue
    const near = homes.filter(home => isFree(home) && distance(home.centre, building.centre) < schoolMetres)
    add(near.length > 0 ? nearest(near, building.centre, ({centre}) => centre) : building)
  }

  // The rest are cellars of houses, where most people live.
  const cellars = inOrder(seed, homes, ({dwellings}) => dwellings)
  takeApart(cellars, shelterCount - hosts.length, building => add(building))
  hosts.length = Math.min(hosts.length, shelterCount)
  return {hosts: hosts.sort((a, b) => (a.building.id < b.building.id ? -1 : 1)), bareSchool}

  /** Takes so many, as far apart as the spacing asks. */
  function takeApart(list: Building[], count: number, take: (building: Building) => void) {
    let left = count
    for (const building of list) {
      if (left <= 0) return
      if (!isFree(building) || !isApart(building, spacingMetres)) continue
      take(building)
      left--
    }
  }
}

/** Of schools with neither another school nor a hospital near, the one with most homes around. */
function schoolToLeaveBare(institutions: readonly Institution[], homes: Building[]): Institution {
  const others = institutions.filter(({kind}) => kind === 'school' || kind === 'hospital')
  const near = (institution: Institution, {centre}: Building, metres: number) =>
    distance(institution.building.centre, centre) < metres
  const alone = others.filter(
    one =>
      one.kind === 'school' &&
      others.every(other => other === one || !near(one, other.building, bareMetres + 60)),
  )
  const homesAround = (school: Institution) =>
    homes.reduce((sum, home) => sum + (near(school, home, bareMetres) ? home.dwellings : 0), 0)
  const schools = alone.length > 0 ? alone : others.filter(({kind}) => kind === 'school')
  return schools
    .map(school => ({school, dwellings: homesAround(school)}))
    .reduce((best, one) => (one.dwellings > best.dwellings ? one : best)).school
}

/** A random order in which heavier ones come sooner (Efraimidis & Spirakis 2006). */
function inOrder(seed: number, buildings: Building[], weightOf: (building: Building) => number): Building[] {
  const keyed = buildings
    .filter(building => weightOf(building) > 0)
    .map(building => ({
      building,
      key: -ln(unitOf(seed, 'shelter order', building.id) + 1e-12) / weightOf(building),
    }))
  return keyed
    .sort((a, b) => a.key - b.key || (a.building.id < b.building.id ? -1 : 1))
    .map(({building}) => building)
}
