import type {Point} from '../../tools/space/vector.ts'
import type {AreaKind, Building, Ground} from '../../world/ground/ground.ts'
import {PlanGrid} from './plan-grid.ts'

/** A tree that the city looks after: its index, and where it stands in the city's own words. */
export type CityTree = {index: number; district: number; area: string | null; kind: AreaKind}

/** Ground whose trees are the city's, besides those along streets and in the courts of blocks of flats. */
const kept: ReadonlySet<AreaKind> = new Set([
  'park',
  'square',
  'cemetery',
  'market',
  'beach',
  'schoolyard',
  'pitch',
  'parking',
])
/** Trees this near to a house of one family are the family's. */
const gardenMetres = 22

/** Visits the trees that the city looks after: along streets, in parks and squares, in courts and schoolyards. */
export function forEachCityTree(ground: Ground, visit: (tree: CityTree) => void): void {
  const areas = new PlanGrid(4)
  ground.areas.forEach(({kind, rings}, index) => {
    if (kind === 'residential' || kept.has(kind)) areas.paint(rings[0]!, index + 1)
  })
  const gardens = new PlanGrid(8)
  for (const building of ground.buildings) if (isOwnHome(building)) gardens.paint(around(building.centre), 1)
  const districts = new PlanGrid(8)
  ground.districtOutlines.forEach((rings, district) => {
    for (const ring of rings) districts.paint(ring, district + 1)
  })
  const {count, x, y, street} = ground.trees
  for (let index = 0; index < count; index++) {
    const area = ground.areas[areas.at(x[index]!, y[index]!) - 1]
    const kind = area?.kind ?? 'meadow'
    if (street[index]! < 0) {
      const isCourt = kind === 'residential' && gardens.at(x[index]!, y[index]!) === 0
      if (!isCourt && !kept.has(kind)) continue
    }
    const district = Math.max(0, districts.at(x[index]!, y[index]!) - 1)
    visit({index, district, area: kept.has(kind) ? (area?.name?.uk ?? null) : null, kind})
  }
}

const isOwnHome = ({kind}: Building) => kind === 'house' || kind === 'dacha'

const around = ([x, y]: Point): Point[] => [
  [x - gardenMetres, y - gardenMetres],
  [x + gardenMetres, y - gardenMetres],
  [x + gardenMetres, y + gardenMetres],
  [x - gardenMetres, y + gardenMetres],
]
