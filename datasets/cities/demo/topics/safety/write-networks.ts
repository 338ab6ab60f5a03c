import type {Dirt} from '../../chapter.ts'
import type {Outbox} from '../../tools/write/outbox.ts'
import type {Building, Ground} from '../../world/ground/ground.ts'
import {hasAddress} from '../../world/ground/has-address.ts'
import {addressCells, addressHeader, addressOf} from './address.ts'
import {nearest} from './nearest.ts'
import {type UtilityLink, type UtilityNode, utilityKindNames} from './utility-node.ts'

export const nodesFile = 'networks/utility-nodes.demo.csv'
export const linksFile = 'networks/utility-links.demo.csv'
const style = {delimiter: ';'} as const

/** Nodes of the networks and what each depends on. */
export function writeNetworks(
  nodes: UtilityNode[],
  links: UtilityLink[],
  ground: Ground,
  outbox: Outbox,
): Dirt[] {
  const nodesCsv = outbox.csv(
    nodesFile,
    ['uid', 'kind', 'name', ...addressHeader, 'capacity', 'capacityUnit', 'backupHours'],
    style,
  )
  let unknown = 0
  for (const {uid, kind, name, building, capacity, unit, backupHours} of nodes) {
    const isOfGrid = kind === 'supply' || kind === 'substation'
    if (backupHours === null && !isOfGrid) unknown++
    const cells = [
      uid,
      utilityKindNames[kind],
      name,
      ...addressCells(
        addressOf(ground, building),
        hasAddress(building) ? null : `біля: ${nameOf(ground, building)}`,
      ),
      capacity,
      unit,
      backupHours ?? (isOfGrid ? null : 'н/д'),
    ]
    nodesCsv.row(cells.map(cell => cell ?? 'null'))
  }
  outbox.done(nodesCsv)

  const linksCsv = outbox.csv(linksFile, ['uid', 'from', 'to', 'medium', 'feeder', 'role'], style)
  for (const {uid, from, to, medium, feeder, role} of links)
    linksCsv.row([uid, from, to, medium, feeder, role === 'main' ? 'основне' : 'резервне'])
  outbox.done(linksCsv)
  return [
    {
      file: nodesFile,
      fault: {uk: '«н/д» у стовпці чисел', en: '«н/д» (no data) in a column of numbers'},
      count: unknown,
    },
  ]
}

/** The nearest address, for what has none of its own. */
function nameOf(ground: Ground, {centre}: Building): string {
  const {street, house} = nearest(ground.buildings.filter(hasAddress), centre, one => one.centre)
  return `${ground.streets[street]!.name.uk}, ${house}`
}
