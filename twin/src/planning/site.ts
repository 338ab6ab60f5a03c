import {footprintsOf, standing} from './models/placed-model.ts'
import type {Polygons} from './polygons.ts'
import type {Prism} from './prisms.ts'
import type {Proposal} from './proposal.ts'
import type {SiteFrame} from './site-frame.ts'
import {usualStoreyMetres} from './usual-storey.ts'

/** A building that stands already, as the table of buildings has it. */
export type SiteBuilding = {
  key: string
  name: string
  /** Outline and holes of each part, in degrees. */
  polygons: [lon: number, lat: number][][][]
  lon: number
  lat: number
  /** Null where nobody knows. */
  heightMetres: number | null
  storeys: number | null
  areaM2: number
  isHousing: boolean
}

/** What sums over a zone need of a building; its outline is not asked for. */
export type StockBuilding = Pick<SiteBuilding, 'key' | 'lon' | 'lat' | 'heightMetres' | 'storeys' | 'areaM2'>

/** A building's height; where nobody knows it, of as many storeys as it has, or of one. */
export const heightOf = ({heightMetres, storeys}: SiteBuilding): number =>
  heightMetres ?? (storeys ?? 1) * usualStoreyMetres

/** A building's storeys; where nobody counted, as many as fit into its height. */
export const storeysOf = ({heightMetres, storeys}: Pick<SiteBuilding, 'heightMetres' | 'storeys'>): number =>
  storeys ?? Math.max(1, Math.floor((heightMetres ?? usualStoreyMetres) / usualStoreyMetres))

/** Standing buildings as prisms; each stands on the lowest ground at its corners. */
export function prismsOf(
  buildings: SiteBuilding[],
  frame: SiteFrame,
  groundAt: (lon: number, lat: number) => number,
): Prism[] {
  return buildings.map(building =>
    raise(building.key, building.polygons, heightOf(building), frame, groundAt),
  )
}

/** A proposal's bodies as prisms, models with their triangles. */
export function proposalPrisms(
  {parts}: Proposal,
  frame: SiteFrame,
  groundAt: (lon: number, lat: number) => number,
): Prism[] {
  return parts.map((part, index) => {
    const prism = raise(`proposal ${index + 1}`, footprintsOf(part), part.heightMetres, frame, groundAt)
    const {model} = part
    return model?.body
      ? {...prism, model: standing({...model, body: model.body}, frame, prism.baseMetres)}
      : prism
  })
}

function raise(
  key: string,
  degrees: [number, number][][][],
  heightMetres: number,
  frame: SiteFrame,
  groundAt: (lon: number, lat: number) => number,
): Prism {
  const polygons: Polygons = degrees.map(rings => rings.map(ring => ring.map(frame.toMetres)))
  let baseMetres = Number.POSITIVE_INFINITY
  for (const [lon, lat] of degrees.flat(2)) baseMetres = Math.min(baseMetres, groundAt(lon, lat))
  return {key, polygons, baseMetres, topMetres: baseMetres + heightMetres}
}
