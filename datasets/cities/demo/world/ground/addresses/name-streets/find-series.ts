import {hash} from '../../../../tools/numbers/hash.ts'
import {dot, leftOf} from '../../../../tools/space/vector.ts'
import type {Layout, Zone} from '../../layout/layout.ts'
import type {Stroke} from './stroke.ts'
import type {StrokePlace} from './stroke-place.ts'

/** Zones whose streets may be one name with numbers. */
const numbered: ReadonlySet<Zone> = new Set(['garden', 'village', 'dacha'])
const fewest = 4
const most = 12

/**
 * Sets of streets that share a name and are told apart by numbers: parallel ones of one garden suburb, numbered from
 * one side to the other. The largest sets come first.
 * @returns indices of strokes
 */
export function findSeries(
  {seed, quarters}: Layout,
  strokes: readonly Stroke[],
  places: readonly StrokePlace[],
  isStreet: (stroke: number) => boolean,
): number[][] {
  const byQuarter = new Map<number, number[]>()
  strokes.forEach((_, index) => {
    const {quarter, zone} = places[index]!
    if (quarter < 0 || zone === 'none' || !numbered.has(zone) || !isStreet(index)) return
    const members = byQuarter.get(quarter)
    if (members) members.push(index)
    else byQuarter.set(quarter, [index])
  })
  const series: number[][] = []
  for (const [index, members] of byQuarter) {
    const quarter = quarters[index]!
    // Every summer-house colony counts its lines; of the suburbs about two in three do.
    if (quarter.zone !== 'dacha' && hash(seed, 'street-series', index) % 3 === 0) continue
    const parallel = members.filter(member => Math.abs(dot(places[member]!.direction, quarter.along)) > 0.9)
    if (parallel.length < fewest) continue
    const across = leftOf(quarter.along)
    const offset = (member: number) => dot(places[member]!.middle, across)
    parallel.sort((a, b) => offset(a) - offset(b) || a - b)
    series.push(parallel.slice(0, most))
  }
  return series.sort((a, b) => b.length - a.length || a[0]! - b[0]!)
}
