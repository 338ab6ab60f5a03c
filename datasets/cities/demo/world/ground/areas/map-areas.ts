import type {Text} from '../../../../../src/index.ts'
import {boxOf} from '../../../tools/space/box-of.ts'
import {ringArea} from '../../../tools/space/ring-area.ts'
import type {Area} from '../ground.ts'
import type {Layout, Zone} from '../layout/layout.ts'
import {cellMetres, terrainCells} from '../terrain.ts'
import {dropSpecks} from './drop-specks.ts'
import {type GroundUse, groundUse} from './ground-use.ts'
import {partCorners} from './part-corners.ts'
import {beachNames, quarterNames, waterNames, woodNames} from './place-names.ts'
import {type Region, traceRegions} from './trace-regions.ts'

/** Patches of fewer cells belong to what surrounds them, water aside: 800 m². */
const speckCells = 50
/** How far an outline may lie from the cells that it goes around. */
const toleranceMetres = 2

/** What covers the plan, as polygons that tile it without gaps, and by cell of the terrain. */
export type AreaMap = {areas: Area[]; use: GroundUse}

/** Draws the waters, parks, beaches, fields, woods, works and housing of a layout. */
export function mapAreas(layout: Layout): AreaMap {
  const use = groundUse(layout)
  const isWater = (label: number) => {
    const kind = use.uses[label - 1]?.kind
    return kind === 'sea' || kind === 'river' || kind === 'reservoir' || kind === 'pond'
  }
  dropSpecks(use.labels, terrainCells, speckCells, isWater)
  partCorners(use.labels, terrainCells, isWater)
  const regions = traceRegions({labels: use.labels, cells: terrainCells, cellMetres}, toleranceMetres)
  const names = nameRegions(layout, use, regions)
  return {
    use,
    areas: regions.map((region, index) => ({
      kind: use.uses[region.label - 1]!.kind,
      name: names.get(index) ?? null,
      rings: region.rings,
    })),
  }
}

/** Names of regions, by index: waters, the largest piece of every quarter, beaches from west to east, large woods. */
function nameRegions({quarters}: Layout, {uses}: GroundUse, regions: readonly Region[]): Map<number, Text> {
  const names = new Map<number, Text>()
  const kindOf = (index: number) => uses[regions[index]!.label - 1]!.kind
  const area = (index: number) => ringArea(regions[index]!.rings[0]!)
  const indices = regions.map((_, index) => index)
  const bySize = [...indices].sort((a, b) => area(b) - area(a) || a - b)

  for (const index of indices) {
    const kind = kindOf(index)
    if (kind === 'sea' || kind === 'reservoir' || (kind === 'river' && area(index) > 40_000))
      names.set(index, waterNames[kind])
  }
  const used = new Map<Zone, number>()
  const isNamed = new Set<number>()
  for (const index of bySize) {
    const {quarter, kind} = uses[regions[index]!.label - 1]!
    const zone = quarters[quarter]?.zone
    if (zone === undefined || kind === 'field' || isNamed.has(quarter) || area(index) < 15_000) continue
    isNamed.add(quarter)
    const next = used.get(zone) ?? 0
    const name = quarterNames[zone]?.[next]
    if (!name) continue
    used.set(zone, next + 1)
    names.set(index, name)
  }
  const beaches = bySize.filter(index => kindOf(index) === 'beach' && area(index) > 6000)
  beaches.sort((a, b) => boxOf(regions[a]!.rings[0]!)[0] - boxOf(regions[b]!.rings[0]!)[0])
  for (const [place, index] of beaches.slice(0, beachNames.length).entries())
    names.set(index, beachNames[place]!)
  const woods = bySize.filter(index => kindOf(index) === 'wood' && area(index) > 60_000)
  for (const [place, index] of woods.slice(0, woodNames.length).entries()) names.set(index, woodNames[place]!)
  return names
}
