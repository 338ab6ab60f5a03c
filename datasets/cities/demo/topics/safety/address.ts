import {degrees, toLonLat} from '../../tools/space/plan-frame.ts'
import type {Cell} from '../../tools/write/csv-file.ts'
import {cityKatottg, districts} from '../../world/districts.ts'
import type {Building, Ground} from '../../world/ground/ground.ts'
import {placeCells, placeHeader} from '../../world/official-place.ts'

/** Where a building stands, in the words of the annexes. */
export type Address = {
  katottg: string
  postcode: string | null
  /** «Степовий район» */
  district: string
  /** With its type: «вул. Лиманна»; null, as the number, where the building has no address. */
  thoroughfare: string | null
  house: string | null
  lon: number
  lat: number
}

/** The address block that the annexes share. */
export const addressHeader = [
  ...placeHeader,
  'addressThoroughfare',
  'addressLocatorDesignator',
  'addressLocatorBuilding',
  'addressDescription',
  'lat',
  'lon',
] as const

/** The address of a building, as far as it has one. */
export function addressOf(ground: Ground, building: Building): Address {
  const district = districts[building.district]
  const [lon, lat] = toLonLat(building.centre)
  return {
    katottg: district?.katottg ?? cityKatottg,
    postcode: building.postcode || null,
    district: `${district!.name.uk} район`,
    thoroughfare: ground.streets[building.street]?.name.uk ?? null,
    house: building.house || null,
    lon: degrees(lon),
    lat: degrees(lat),
  }
}

/** The cells of `addressHeader`; `note` says where to look. */
export const addressCells = (address: Address, note: string | null = null): Cell[] => [
  ...placeCells(address.katottg, address.postcode),
  address.thoroughfare,
  address.house,
  null,
  note,
  address.lat,
  address.lon,
]
