import type {Dirt, Scope} from '../../chapter.ts'
import {dirtOf, noneOf} from '../../tools/faults/dirt-of.ts'
import {Draw} from '../../tools/numbers/draw.ts'
import {unitOf} from '../../tools/numbers/hash.ts'
import {position} from '../../tools/space/plan-frame.ts'
import {dateOf, dayOf, dottedDate, isoDate} from '../../tools/time/days.ts'
import {workingDayUntil} from '../../tools/time/working-days.ts'
import type {Cell} from '../../tools/write/csv-file.ts'
import type {Outbox} from '../../tools/write/outbox.ts'
import {type Body, bodies, housingKeeperOf} from '../../world/bodies.ts'
import {districts} from '../../world/districts.ts'
import type {Building, BuildingKind, Ground} from '../../world/ground/ground.ts'
import {institutionsOf} from '../../world/institutions.ts'
import {placeCells, placeHeader} from '../../world/official-place.ts'
import {renaming} from './naming-decisions.ts'

const path = 'streets/addresses.demo.csv'

/** Fields of annex 37 to resolution 835, in its order; the last three are the city's own. */
const header = [
  'uid',
  'authorityName',
  'authorityId',
  'applicantName',
  'applicantId',
  'decisionTitle',
  'decisionNumber',
  'decisionIssuedDate',
  'text',
  'decisionUrl',
  'cadastralNumber',
  ...placeHeader,
  'addressObjectName',
  'addressThoroughfare',
  'addressLocatorDesignator',
  'addressLocatorBuilding',
  'statusType',
  'statusDescription',
  'lat',
  'lon',
  'buildingId',
]

const dirt = {
  oldName: {uk: 'стара назва перейменованої вулиці', en: 'the old name of a renamed street'},
  blank: {uk: 'пробіл у кінці вулиці', en: 'a blank behind the street'},
  latin: {uk: 'латинська літера в номері будинку', en: 'a Latin letter in the house number'},
  empty: {uk: 'порожньо замість null', en: 'empty where null is due'},
}

/** How often a row of a renamed street still has the old name, a street a blank behind it, and a letter is Latin. */
const faultShares = {oldName: 0.07, blank: 0.006, latin: 0.3}

const latinOf: Record<string, string> = {А: 'A', В: 'B', Е: 'E', К: 'K', М: 'M'}

/** Homes of which people own their own: the applicant is a person, and persons are not named. */
const ownHomes: ReadonlySet<BuildingKind> = new Set(['house', 'dacha'])

/** The register of addresses: one row a building that has one, by street and number. */
export function writeAddresses({seed, today, events}: Scope, ground: Ground, outbox: Outbox): Dirt[] {
  const file = outbox.csv(path, header, {hasMark: true})
  const counts = noneOf(dirt)
  const renamed = `рішення Прикладської міської ради від ${dottedDate(events.renamedOn)} № ${renaming({seed, events}).number}`
  const applicantOf = applicants(ground)
  for (const building of inOrder(ground.buildings)) {
    const street = ground.streets[building.street]!
    const draw = new Draw(seed, 'address', building.id)
    const decided = decisionDay(building, today, draw)
    const decisionYear = dateOf(decided).year
    const number = String(1 + draw.below(880))
    const applicant = applicantOf(building)
    const hasNewName = street.former !== null && decided < events.renamedOn
    let thoroughfare = street.name.uk
    let house = building.house
    let status = hasNewName ? 'Чинна зі змінами' : 'Чинна'
    let reason: string | null = hasNewName ? renamed : 'null'
    const faults = draw.unit()
    if (hasNewName && draw.chance(faultShares.oldName)) {
      thoroughfare = street.former!.uk
      status = 'Чинна'
      reason = 'null'
      counts.oldName++
    } else if (faults < faultShares.blank) {
      thoroughfare = `${thoroughfare} `
      counts.blank++
    }
    const letter = /[АВЕКМ]/.exec(house)?.[0]
    if (letter && draw.chance(faultShares.latin)) {
      house = house.replace(letter, latinOf[letter]!)
      counts.latin++
    }
    if (reason === 'null' && draw.chance(0.3)) {
      reason = null
      counts.empty++
    }
    const [lon, lat] = position(building.centre)
    const row: Cell[] = [
      `ADR-${building.id.slice(3)}`,
      bodies.planning.name,
      bodies.planning.edrpou,
      applicant?.name ?? 'знеособлено',
      applicant?.edrpou ?? 'null',
      'Про присвоєння адреси',
      number,
      isoDate(decided),
      'null',
      decisionYear < 2009 ? 'null' : `https://rada.pryklad.example/decisions/${decisionYear}/${number}`,
      cadastralNumber(seed, building),
      ...placeCells(districts[building.district]!.katottg, building.postcode),
      'null',
      thoroughfare,
      house,
      'null',
      status,
      reason,
      lat,
      lon,
      building.id,
    ]
    file.row(row)
  }
  outbox.done(file)
  return dirtOf(path, dirt, counts)
}

/** Who asked for a building's address: its institution, who keeps its flats, or the city's property office; null: a person. */
function applicants(ground: Ground): (building: Building) => Body | null {
  const institutions = new Map<Building, Body>(institutionsOf(ground).map(one => [one.building, one]))
  return building => {
    if (ownHomes.has(building.kind)) return null
    const own = institutions.get(building)
    return own ?? (building.dwellings > 0 ? housingKeeperOf(building.district) : bodies.property)
  }
}

/** Buildings that have an address, by street and number. */
function inOrder(buildings: readonly Building[]): Building[] {
  return buildings
    .filter(({street}) => street >= 0)
    .map(building => ({building, number: Number.parseInt(building.house, 10)}))
    .sort(
      (a, b) =>
        a.building.street - b.building.street ||
        a.number - b.number ||
        (a.building.house < b.building.house ? -1 : a.building.house > b.building.house ? 1 : 0),
    )
    .map(({building}) => building)
}

/** A working day of the year in which it was built, or soon after; none before the register was begun. */
function decisionDay({year}: Building, today: number, draw: Draw): number {
  const decided = dayOf(Math.max(1946, year), 1 + draw.below(12), 1 + draw.below(28)) + draw.below(200)
  return workingDayUntil(Math.min(decided, today - 40))
}

/** Zone, quarter and plot of the cadastre, under a prefix that no place has; empty for the third that has none. */
function cadastralNumber(seed: number, {id, district, centre: [x, y]}: Building): string {
  const unit = unitOf(seed, 'cadastre', id)
  if (unit < 0.34) return 'null'
  const quarter = (Math.floor(x / 400) + 20 * Math.floor(y / 400)) % 1000
  const plot = Number(id.slice(3)) % 10_000
  return `9910100000:0${district + 1}:${String(quarter).padStart(3, '0')}:${String(plot).padStart(4, '0')}`
}
