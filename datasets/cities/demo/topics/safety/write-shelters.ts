import type {Dirt, Scope} from '../../chapter.ts'
import {dirtOf, noneOf} from '../../tools/faults/dirt-of.ts'
import {unitOf} from '../../tools/numbers/hash.ts'
import type {Outbox} from '../../tools/write/outbox.ts'
import type {Shelter} from './shelter.ts'
import {shelterFaults, shelterHeader, shelterRow} from './shelter-rows.ts'

export const sheltersFile = 'safety/shelters.demo.csv'

/** How many shelters the register has twice. */
const twiceCount = 5

/** The register of shelters: each once, and some a second time at its end. */
export function writeShelters(shelters: Shelter[], {seed, ground}: Scope, outbox: Outbox): Dirt[] {
  const csv = outbox.csv(sheltersFile, shelterHeader, {delimiter: ';'})
  const counts = noneOf(shelterFaults)
  const write = (shelter: Shelter, isSecond: boolean) => {
    const {cells, faults} = shelterRow(shelter, ground(), seed, isSecond)
    csv.row(cells)
    for (const fault of faults) counts[fault]++
  }
  for (const shelter of shelters) write(shelter, false)
  const again = shelters
    .filter(({uid, capacity}) => uid !== null && capacity !== null && capacity >= 40)
    .map(shelter => ({shelter, order: unitOf(seed, 'listed twice', shelter.host.building.id)}))
    .sort((a, b) => a.order - b.order)
    .slice(0, twiceCount)
  for (const {shelter} of again) write(shelter, true)
  outbox.done(csv)
  return dirtOf(sheltersFile, shelterFaults, counts)
}
