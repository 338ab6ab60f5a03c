import type {Dirt, Scope} from '../../chapter.ts'
import {dirtOf, noneOf} from '../../tools/faults/dirt-of.ts'
import {hash, mix} from '../../tools/numbers/hash.ts'
import {position} from '../../tools/space/plan-frame.ts'
import {dayOf, isoDate} from '../../tools/time/days.ts'
import {workingDayUntil} from '../../tools/time/working-days.ts'
import type {Outbox} from '../../tools/write/outbox.ts'
import {districts} from '../../world/districts.ts'
import type {AreaKind, Ground} from '../../world/ground/ground.ts'
import {surveyYear} from '../../world/ground/trees/tree-list.ts'
import {speciesIndex, treeSpecies} from '../../world/ground/trees/tree-species.ts'
import {officialPlace} from '../../world/official-place.ts'
import {type CityTree, forEachCityTree} from './city-trees.ts'

const path = 'trees/trees.demo.csv'

/** Fields of annex 31 to resolution 835 as far as an inventory fills them; the last two are the city's own. */
const header = [
  'uid',
  'number',
  'issuedDate',
  'CATUTTC',
  'addressPostCode',
  'addressPostName',
  'addressObjectName',
  'addressThoroughfare',
  'addressDescription',
  'lat',
  'lon',
  'type',
  'species',
  'condition',
  'value',
  'unitName',
  'ageValue',
  'heightValue',
  'diameterValue',
  'crownValue',
  'plantedYear',
]

const dirt = {
  guess: {uk: 'вік словами: >60, 30-40', en: 'an age that is no number: >60, 30-40'},
  spelling: {uk: 'латинська i в назві виду', en: 'a Latin i in the name of a species'},
  zero: {uk: 'висота 0', en: 'a height of 0'},
  blank: {uk: 'пробіл у кінці вулиці', en: 'a blank behind the street'},
}

/** How many rows have each. */
const faultShares = {guess: 0.012, spelling: 0.004, zero: 0.006, blank: 0.003}

/** The moth whose caterpillars mine the leaves of horse chestnuts came to this district and has not spread yet. */
const sickDistrict = 0
const sickShare = 0.62

const where: Partial<Record<AreaKind, string>> = {
  park: 'у парку',
  square: 'у сквері',
  cemetery: 'на кладовищі',
  market: 'на ринку',
  beach: 'на пляжі',
  schoolyard: 'на подвірʼї закладу освіти',
  residential: 'у дворі будинку',
  parking: 'біля автостоянки',
  pitch: 'біля спортмайданчика',
}

/** The inventory of trees that the city looks after: one row a tree. */
export function writeTrees({seed}: Scope, ground: Ground, outbox: Outbox): Dirt[] {
  const file = outbox.csv(path, header)
  const counts = noneOf(dirt)
  const acts = new Acts(seed)
  const postcodes = postcodeByStreet(ground)
  const chestnut = speciesIndex('chestnut')
  const {x, y, species, planted, heightMetres, crownMetres, street} = ground.trees
  forEachCityTree(ground, ({index, district, area, kind}: CityTree) => {
    const key = hash(seed, 'tree', index)
    const its = species[index]!
    const age = surveyYear - planted[index]!
    const act = acts.of(street[index]! >= 0 ? `s${street[index]}` : `d${district} ${area ?? kind}`, district)
    const [lon, lat] = position([x[index]!, y[index]!])
    let ageText = String(age)
    let name = treeSpecies[its]!.name.uk
    let height = oneDecimal(heightMetres[index]!)
    let thoroughfare = street[index]! >= 0 ? ground.streets[street[index]!]!.name.uk : 'null'
    if (unit(key, 1) < faultShares.guess) {
      const tens = Math.floor(age / 10) * 10
      ageText = age >= 60 ? '>60' : `${tens}-${tens + 10}`
      counts.guess++
    }
    if (unit(key, 2) < faultShares.spelling) {
      name = name.replace('і', 'i')
      if (name !== treeSpecies[its]!.name.uk) counts.spelling++
    }
    if (unit(key, 3) < faultShares.zero) {
      height = '0.0'
      counts.zero++
    }
    if (street[index]! >= 0 && unit(key, 4) < faultShares.blank) {
      thoroughfare += ' '
      counts.blank++
    }
    const isSick = its === chestnut && district === sickDistrict && unit(key, 5) < sickShare
    const condition = isSick
      ? 'незадовільний'
      : conditionOf(age / treeSpecies[its]!.growthYears, unit(key, 6))
    const postcode = street[index]! >= 0 ? (postcodes[street[index]!] ?? 'null') : 'null'
    const description = street[index]! >= 0 ? 'вздовж вулиці' : (where[kind] ?? 'null')
    const trunk = Math.round(heightMetres[index]! * 1.25 + age * 0.42)
    // No cell has a comma or a quotation mark, so that the line is put together as it is.
    file.line(
      `${act.number}-${act.next()},${act.number},${act.date},${districts[district]!.katottg},${postcode},${officialPlace.city},` +
        `${area ?? 'null'},${thoroughfare},${description},${sixDecimals(lat)},${sixDecimals(lon)},Дерево,${name},${condition},` +
        `1,шт.,${ageText},${height},${trunk},${oneDecimal(crownMetres[index]!)},${planted[index]}`,
    )
  })
  outbox.done(file)
  return dirtOf(path, dirt, counts)
}

/** 45.9 → 45.900000; degrees above 0. */
function sixDecimals(degrees: number): string {
  const millionths = Math.round(degrees * 1e6)
  const whole = Math.floor(millionths / 1e6)
  return `${whole}.${String(millionths - whole * 1e6).padStart(6, '0')}`
}

function oneDecimal(value: number): string {
  const tenths = Math.round(value * 10)
  const whole = Math.floor(tenths / 10)
  return `${whole}.${tenths - whole * 10}`
}

/** Trees get worse with age, reckoned in the years in which their kind grows up. */
function conditionOf(agedness: number, at: number): string {
  const bad = Math.min(0.16, 0.015 + 0.03 * agedness)
  if (at < bad) return 'незадовільний'
  return at < bad + 0.12 + 0.08 * agedness ? 'задовільний' : 'добрий'
}

/** The acts of the inventory: one for each street and each place, of the year in which its district was surveyed. */
class Acts {
  #seed: number
  #acts = new Map<string, {number: string; date: string; next: () => number}>()

  constructor(seed: number) {
    this.#seed = seed
  }

  of(place: string, district: number) {
    const known = this.#acts.get(place)
    if (known) return known
    const year = 2023 + (district % 3)
    const day = workingDayUntil(
      dayOf(year, 4 + (hash(this.#seed, 'act', place) % 6), 1 + (hash(this.#seed, 'act-day', place) % 28)),
    )
    let trees = 0
    const act = {
      number: `${this.#acts.size + 1}/${String(year).slice(2)}`,
      date: isoDate(day),
      next: () => ++trees,
    }
    this.#acts.set(place, act)
    return act
  }
}

/** The postcode of most addresses of each street. */
function postcodeByStreet({streets, buildings}: Ground): (string | undefined)[] {
  const counts = streets.map(() => new Map<string, number>())
  for (const {street, postcode} of buildings)
    if (street >= 0) counts[street]!.set(postcode, (counts[street]!.get(postcode) ?? 0) + 1)
  return counts.map(of => [...of].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0])
}

/** The n-th number in [0, 1) of a key. */
const unit = (key: number, n: number) => mix(key + Math.imul(n, 0x9e3779b9)) / 0x1_0000_0000
