import {isInside} from '../../../tools/space/is-inside.ts'
import {between, heading, step} from '../../../tools/space/vector.ts'
import type {Area, Building} from '../ground.ts'
import type {Layout, LayoutEdge, Zone} from '../layout/layout.ts'
import {buildBusStation} from './institutions/build-bus-station.ts'
import {buildChurches} from './institutions/build-churches.ts'
import {buildClinics} from './institutions/build-clinics.ts'
import {buildCultureHouses} from './institutions/build-culture-houses.ts'
import {buildFireStations} from './institutions/build-fire-stations.ts'
import {buildHospitals} from './institutions/build-hospitals.ts'
import {buildLandmarks} from './institutions/build-landmarks.ts'
import {buildRailwayStation} from './institutions/build-railway-station.ts'
import {buildSchools} from './institutions/build-schools.ts'
import {buildSquares} from './institutions/build-squares.ts'
import {buildStadium} from './institutions/build-stadium.ts'
import {buildUtilities} from './institutions/build-utilities.ts'
import {buildMicrodistrict} from './microdistrict/build-microdistrict.ts'
import {fiveStoreys, nineStoreys} from './panels/panel-type.ts'
import {SlabField} from './panels/slab-field.ts'
import {settle} from './people/settle.ts'
import {buildAllotments} from './recipes/build-allotments.ts'
import {buildCampus} from './recipes/build-campus.ts'
import {buildCemetery} from './recipes/build-cemetery.ts'
import {buildCentre} from './recipes/build-centre.ts'
import {buildCottages} from './recipes/build-cottages.ts'
import {buildFarms} from './recipes/build-farms.ts'
import {buildGarages} from './recipes/build-garages.ts'
import {buildGardenSuburb} from './recipes/build-garden-suburb.ts'
import {buildGreen} from './recipes/build-green.ts'
import {buildHarbour} from './recipes/build-harbour.ts'
import {buildKhrushchev} from './recipes/build-khrushchev.ts'
import {buildLowRows} from './recipes/build-low-rows.ts'
import {buildMarket} from './recipes/build-market.ts'
import {buildOldTown} from './recipes/build-old-town.ts'
import {buildPark} from './recipes/build-park.ts'
import {buildResort} from './recipes/build-resort.ts'
import {buildRetail} from './recipes/build-retail.ts'
import {buildStalinist} from './recipes/build-stalinist.ts'
import {buildTowers} from './recipes/build-towers.ts'
import {buildVillage} from './recipes/build-village.ts'
import {buildWorks} from './recipes/build-works.ts'
import {estatesOf, programme, type Use} from './recipes/programme.ts'
import {type Block, blocks} from './site/blocks.ts'
import {finish} from './site/finish.ts'
import {type Parcel, type Role, Town} from './site/town.ts'

/** Places that are one of few, and which building each is. */
export type Place = {role: Role; building: number}

export type Built = {
  /** Without addresses: street −1, no house number, no postcode. */
  buildings: Building[]
  yards: Area[]
  parcels: Parcel[]
  places: Place[]
}

type Recipe = (town: Town, block: Block, field: SlabField) => void

const recipes: Partial<Record<Zone, Recipe>> = {
  centre: buildCentre,
  old: buildOldTown,
  stalinist: buildStalinist,
  garden: buildGardenSuburb,
  village: buildVillage,
  dacha: buildAllotments,
  industry: buildWorks,
  market: buildMarket,
  resort: buildResort,
  park: buildPark,
  cemetery: buildCemetery,
}

/** What the blocks of the panel zones may become. */
const uses: Record<Use, Recipe> = {
  nine: (town, block, field) => buildMicrodistrict(town, block, field, nineStoreys),
  five: (town, block, field) => buildMicrodistrict(town, block, field, fiveStoreys),
  rows: buildKhrushchev,
  low: buildLowRows,
  cottages: buildCottages,
  park: buildGreen,
  campus: buildCampus,
  retail: buildRetail,
  garages: buildGarages,
  depots: buildWorks,
}

/** Enough for 120,000 people in households of 2.3, with 7.5 % of the dwellings empty. */
const wantedDwellings = 56_000
const leastSquareMetres = 900
const leastEstateSquareMetres = 6000
const panelZones: readonly Zone[] = ['micro', 'khrushchev']

/**
 * Builds on a layout and lets people move in.
 * @param scale multiplies the residents, 120,000 at 1; buildings and dwellings stay as they are
 */
export function makeBuildings(layout: Layout, scale: number): Built {
  const town = new Town(layout)
  const field = new SlabField()
  const all = blocks(town.site, () => true, leastSquareMetres)
  const estates = blocks(town.site, edge => isEstateBorder(town, edge), leastEstateSquareMetres).filter(
    ({quarter}) => panelZones.includes(quarter.zone),
  )

  const inZones = (...zones: Zone[]) => all.filter(({quarter}) => zones.includes(quarter.zone))

  // What there is one of finds its place first, then what everybody must reach, then what fills the rest.
  for (const {kind, ring} of layout.sites) if (kind === 'parking') town.yard('parking', ring)
  const used = buildLandmarks(town, all)
  buildRailwayStation(town, all)
  buildBusStation(town, all, used)
  buildStadium(town, inZones('park', 'khrushchev'))
  for (const block of buildHospitals(town, all, used)) used.add(block)
  const gardens = all.filter(block => !used.has(block))
  for (const block of buildSquares(town, gardens)) used.add(block)
  const free = all.filter(block => !used.has(block))
  buildSchools(town, free)
  buildChurches(town, free)
  buildClinics(town, free)
  buildFireStations(town, free)
  buildCultureHouses(town, free)
  buildUtilities(town, free)
  buildHarbour(town)
  for (const block of free) recipes[block.quarter.zone]?.(town, block, field)
  buildEstates(town, estates, all, field)
  buildFarms(town, inZones('field'), 5)

  const buildings = finish(town.site, town.drafts)
  settle(buildings, layout.seed, scale).forEach((residents, index) => {
    buildings[index]!.residents = residents
  })
  const places = town.drafts.flatMap(({role}, building) => (role ? [{role, building}] : []))
  return {buildings, yards: town.yards, parcels: town.parcels, places}
}

/** Builds the panel zones from their middles outward, each with what is still missing after those before it. */
function buildEstates(town: Town, blocks: readonly Block[], all: readonly Block[], field: SlabField): void {
  const estates = estatesOf(blocks)
  const missing = () => wantedDwellings - town.drafts.reduce((sum, {dwellings}) => sum + dwellings, 0)
  buildTowers(town, field, programme(estates, missing()))
  estates.forEach(({block}, index) => {
    const use = programme(estates.slice(index), missing()).get(block)!
    // Where no flats were needed, drives became streets, and each piece between them is a block of its own.
    const pieces = use === 'cottages' ? all.filter(({centroid}) => isInside(centroid, block.ring)) : [block]
    for (const piece of pieces) uses[use](town, piece, field)
  })
}

/** Drives and footways run through the blocks of an estate; where they part it from another quarter, they end it. */
function isEstateBorder({site, layout}: Town, {class: road, from, to}: LayoutEdge): boolean {
  if (road !== 'lane' && road !== 'path') return true
  const a = layout.nodes[from]!
  const b = layout.nodes[to]!
  const along = heading(a, b)
  const middle = between(a, b, 0.5)
  return site.quarterIndexAt(step(middle, along, 0, 9)) !== site.quarterIndexAt(step(middle, along, 0, -9))
}
