import {checkZone} from './check-zone.ts'
import type {Text} from './column.ts'
import type {Feed} from './feed.ts'
import {type Geoid, geoidFault} from './geoid.ts'

/** A treasury code of a city's budget and the day from which the feed used it. */
export type BudgetCode = {code: string; from: string}

/** What petitions to an authority need, from a day on until its next rule of the same scope. */
export type PetitionRule = {
  scope: 'city' | 'district' | 'national'
  from: string
  signatures: number
  /** How long signatures are collected. */
  collection: {days: number} | {months: number}
  /** Working days from the notice that consideration has begun to the answer. */
  answerWorkingDays?: number
  source: string
}

/**
 * The term that a service sets itself for one kind of appeals, and who says so.
 * `term` is an ISO 8601 duration in hours or days: PT24H, P3D.
 */
type AppealNorm = {
  category: string
  /** Absent: every kind of the category. */
  subcategory?: string
  term: string
  /** The day from which it holds; absent: not known. */
  from?: string
  source: string
}

/** A unit of the council and the mandatory data sets it answers for, by annexes of resolution No. 835. */
export type OpenDataDepartment = {department: Text; annexes: number[]}

/** A city's profile: its names, codes, place, people, and what it publishes. */
export type City = {
  id: string
  name: Text
  /** "of the city": Ukrainian titles need the genitive (Одеса → Одеси). */
  nameOf: Text
  /** ISO 3166-1 alpha-2. */
  country: string
  /** True for an invented city: every page and file must say so. */
  isDemo: boolean
  /** IANA zone of the city's clocks. */
  zone: string
  /** West, south, east, north in degrees WGS 84. */
  bbox: [number, number, number, number]
  /** KATOTTH code of the city. */
  katottg?: string
  population: {year: number; residents: number; source: string}[]
  /** Newest last. */
  budgetCodes: BudgetCode[]
  /** What the contact centre's services promise where the law sets no term. */
  appealNorms: AppealNorm[]
  /** Names, in the alert history, of the places whose alert is an alert for the city, widest first. */
  alertPlaces: {oblast: string; raion?: string; hromada?: string}[]
  /** Rules of petitions, where they are known; a site that shows the threshold of each petition needs none. */
  petitionRules: PetitionRule[]
  /** Who answers for which mandatory data set, as the city's policy of open data says; each annex once. */
  openDataDepartments: OpenDataDepartment[]
  /** From heights of the city's vertical datum to heights above the WGS 84 ellipsoid; 0 where nothing is said. */
  geoid: Geoid
  /**
   * Hosts in the city's own network (`gis.intra` or `gis.intra:8080`) that feeds may be fetched from. Addresses that
   * are not public are refused for all others.
   */
  internalHosts: string[]
  feeds: Feed[]
}

/** Declares a city; checks only what types cannot say. */
export function defineCity(
  city: Omit<
    City,
    | 'isDemo'
    | 'population'
    | 'budgetCodes'
    | 'appealNorms'
    | 'alertPlaces'
    | 'petitionRules'
    | 'openDataDepartments'
    | 'geoid'
    | 'internalHosts'
  > &
    Partial<City>,
): City {
  const seen = new Set<string>()
  for (const {dataset, columns} of city.feeds) {
    if (seen.has(dataset.id)) throw new Error(`${city.id}: two feeds for the dataset "${dataset.id}".`)
    seen.add(dataset.id)
    for (const [name, {zone}] of Object.entries(columns))
      if (zone !== undefined) checkZone(`${city.id}: ${dataset.id}: ${name}`, zone)
  }
  checkZone(city.id, city.zone)
  const annexes = (city.openDataDepartments ?? []).flatMap(one => one.annexes)
  const twice = annexes.find((annex, index) => annexes.indexOf(annex) !== index)
  if (twice !== undefined) throw new Error(`${city.id}: two departments answer for annex ${twice}.`)
  const [west, south, east, north] = city.bbox
  if (!(west < east && south < north && west >= -180 && east <= 180 && south >= -90 && north <= 90))
    throw new Error(
      `${city.id}: its box ${city.bbox.join(', ')} is none: west and south come first, and a city across 180° is not read.`,
    )
  const fault = city.geoid && geoidFault(city.geoid, city.bbox)
  if (fault) throw new Error(`${city.id}: its geoid cannot be used: ${fault}.`)
  return {
    isDemo: false,
    population: [],
    budgetCodes: [],
    appealNorms: [],
    alertPlaces: [],
    petitionRules: [],
    openDataDepartments: [],
    geoid: {metres: 0, errorMetres: null, source: null},
    internalHosts: [],
    ...city,
  }
}
