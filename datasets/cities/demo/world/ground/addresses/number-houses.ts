import {unitOf} from '../../../tools/numbers/hash.ts'
import type {Building, BuildingKind, Network} from '../ground.ts'
import type {Layout} from '../layout/layout.ts'
import type {NamedStreets} from './name-streets.ts'
import {countHouses, type Plot} from './number-houses/count-houses.ts'
import {Frontages} from './number-houses/find-frontage.ts'
import {postalAreas} from './number-houses/postal-areas.ts'
import {streetPieces} from './number-houses/street-line.ts'

/** Outbuildings and plant: nobody lives or calls there. */
const withoutAddress: ReadonlySet<BuildingKind> = new Set(['shed', 'garage', 'silo', 'boiler', 'substation'])

/** How often a building on a corner bears the numbers of both streets; in blocks of old houses, and elsewhere. */
const cornerShare = {old: 0.6, elsewhere: 0.12}
/** The second street of a corner is no farther from the walls than this, and hardly farther than the first. */
const cornerMetres = {away: 14, more: 9}

/**
 * Gives buildings their addresses, in place: the street they front, a number, 12-А behind number 12, 3/5 on a corner,
 * and the postcode of their area. Numbers rise away from the centre, odd on the left.
 */
export function numberHouses(
  {seed, landmarks}: Layout,
  network: Network,
  {streets, paths}: NamedStreets,
  buildings: Building[],
): void {
  const centre = landmarks.centre(900, 560)
  const pieces = streets.flatMap((_, street) => streetPieces(network, street, paths[street]!, centre))
  const frontages = new Frontages(network, pieces)
  const plots = streets.map(() => ({left: [] as Plot[], right: [] as Plot[]}))
  const corners = new Map<number, number>()
  buildings.forEach((building, owner) => {
    building.street = -1
    building.house = ''
    building.postcode = ''
    if (withoutAddress.has(building.kind)) return
    const [first, second] = frontages.of(building)
    if (!first) return
    building.street = first.street
    plots[first.street]![first.side].push({...first, owner, canBeBehind: true})
    if (
      !second ||
      second.setbackMetres > Math.min(cornerMetres.away, first.setbackMetres + cornerMetres.more)
    )
      return
    const share = building.kind === 'tenement' ? cornerShare.old : cornerShare.elsewhere
    if (unitOf(seed, 'corner', owner) >= share) return
    corners.set(owner, second.street)
    plots[second.street]![second.side].push({...second, owner, canBeBehind: false})
  })

  const counted = plots.map(({left, right}) => [...countHouses(left, 'left'), ...countHouses(right, 'right')])
  const numbers = counted.map(street => new Map(street))
  const postcodeAt = postalAreas(
    buildings.filter(({street}) => street >= 0).map(building => building.centre),
    centre,
  )
  buildings.forEach((building, owner) => {
    if (building.street < 0) return
    const {number, letter} = numbers[building.street]!.get(owner)!
    const corner = corners.get(owner)
    const across = corner === undefined ? undefined : numbers[corner]!.get(owner)!.number
    building.house = `${number}${letter && `-${letter}`}${across === undefined ? '' : `/${across}`}`
    building.postcode = postcodeAt(building.centre)
  })
}
