import {bodies} from '../../world/bodies.ts'
import type {BuildingKind} from '../../world/ground/ground.ts'
import type {SiteWish} from '../sensors/find-site.ts'
import type {AirNetwork, AirStation, Surroundings} from './station-table.ts'

/** On which buildings residents' sensors hang. */
const walls: Record<Surroundings, readonly BuildingKind[]> = {
  avenue: ['tenement', 'slab9', 'slab5'],
  centre: ['tenement'],
  old: ['tenement'],
  micro: ['slab9', 'tower'],
  khrushchev: ['slab5'],
  garden: ['house'],
  village: ['house'],
  harbour: ['office', 'warehouse'],
  industry: ['factory', 'office'],
  coast: ['house', 'tenement'],
  boiler: ['slab9', 'slab5', 'tenement', 'house'],
}

/** A chimney is felt at stations that are nearer: only the one that is to feel it hangs there. */
const awayFrom = {kind: 'boiler', metres: 200} as const

/** Cabins of the city stand on open ground, sensors hang on walls. */
export const wishOf = ({network, around}: AirStation): SiteWish =>
  network === 'city'
    ? {at: 'open', awayFrom}
    : {at: 'building', kinds: walls[around], ...(around !== 'boiler' && {awayFrom})}

/** What the register says of a station: who runs it, with what, under which terms. */
export const networkWords: Record<AirNetwork, {operator: string; licence: string}> = {
  city: {operator: bodies.ecology.name, licence: 'CC BY 4.0'},
  citizens: {operator: 'Мережа датчиків мешканців', licence: 'CC BY 4.0'},
  community: {operator: 'Спільнота саморобних датчиків', licence: 'ODbL 1.0'},
}

/** Devices, as the register names them. */
export const modelWords: Record<AirStation['model'], string> = {
  reference: 'β-поглинання, хемілюмінесценція, УФ-поглинання',
  PMS5003: 'PMS5003, BME280',
  PMS7003: 'PMS7003, BME280',
  SDS011: 'SDS011, DHT22',
}

/** Kinds of stations as directive 2008/50/EC tells them apart. */
export const siteKind = (around: Surroundings): 'traffic' | 'industrial' | 'background' =>
  around === 'avenue'
    ? 'traffic'
    : around === 'harbour' || around === 'industry'
      ? 'industrial'
      : 'background'
