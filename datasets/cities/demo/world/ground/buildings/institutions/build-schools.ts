import type {Zone} from '../../layout/layout.ts'
import type {Block} from '../site/blocks.ts'
import {deepestPlace} from '../site/deepest-place.ts'
import type {Town} from '../site/town.ts'
import {placeSchool} from './place-school.ts'
import {spread} from './spread.ts'

/** Schools and kindergartens where no estate's own recipe sees to them. */
export function buildSchools(town: Town, blocks: readonly Block[]): void {
  const zones: Zone[] = ['centre', 'old', 'stalinist', 'garden', 'village']
  const common = {zones, apartMetres: 900, mostSquareMetres: 90_000}
  for (const [kind, leastSquareMetres] of [
    ['school', 9000],
    ['kindergarten', 7000],
  ] as const)
    spread(town, blocks, {...common, topic: kind, kind, leastSquareMetres}, block =>
      school(town, block, kind),
    )
}

const years: Partial<Record<Zone, readonly [number, number]>> = {
  centre: [1896, 1914],
  old: [1908, 1962],
  stalinist: [1937, 1955],
  khrushchev: [1959, 1969],
}

function school(town: Town, block: Block, kind: 'school' | 'kindergarten'): boolean {
  const draw = town.draw(kind, block)
  const [from, to] = years[block.quarter.zone] ?? [1954, 1988]
  const year = from + draw.below(to - from + 1)
  const {at} = deepestPlace(town.site, block)
  const plan = {kind, year, storeys: kind === 'school' ? 3 : 2, gap: 3, road: 1}
  return placeSchool(town, block, at, block.quarter.along, plan, draw)
}
