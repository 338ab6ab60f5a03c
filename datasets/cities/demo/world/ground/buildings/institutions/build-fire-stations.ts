import {distance, heading, step} from '../../../../tools/space/vector.ts'
import type {Block} from '../site/blocks.ts'
import {frontages} from '../site/frontages.ts'
import {frame, rectangle, union} from '../site/shape.ts'
import type {Town} from '../site/town.ts'
import {spread} from './spread.ts'

/** Fire stations at main streets. */
export function buildFireStations(town: Town, blocks: readonly Block[]): void {
  spread(
    town,
    blocks,
    {
      topic: 'fire',
      zones: ['old', 'garden', 'khrushchev', 'industry', 'stalinist'],
      apartMetres: 1900,
      leastSquareMetres: 5000,
      most: 5,
    },
    block => fireStation(town, block),
  )
}

/** Beside a street, the doors towards it. */
function fireStation(town: Town, block: Block): boolean {
  const draw = town.draw('fire', block)
  for (const {line, halfRoadMetres, lengthMetres, class: road} of frontages(
    block,
    ({class: one}) => one === 'main' || one === 'street' || one === 'avenue',
  )) {
    if (lengthMetres < 60 || road === 'avenue') continue
    const along = heading(line[0]!, line[1]!)
    const ahead = Math.min(distance(line[0]!, line[1]!), lengthMetres) * 0.4
    const at = frame(step(line[0]!, along, ahead, halfRoadMetres + 2), along)
    const plot = rectangle(at, [0, 0, 50, 38])
    if (!town.site.isFree([plot], {gap: 1})) continue
    const shape = union(at, [
      [4, 12, 34, 26],
      [34, 16, 41, 23],
    ])
    town.build('public', shape, block, {storeys: 2, year: 1955 + draw.below(30), role: 'fire-station'})
    town.yard('parking', rectangle(at, [2, 0.5, 40, 11]))
    town.site.take(plot)
    town.parcel(plot, block)
    return true
  }
  return false
}
