import {distance} from '../../tools/space/vector.ts'
import {nearest} from './nearest.ts'
import type {WaterZone} from './place-utilities.ts'
import type {UtilityLink, UtilityNode} from './utility-node.ts'

/** The line that feeds both the main pump and a hospital. */
export const sharedFeeder = 'Ф-13'

/** Consumers on one feeder, at most. */
const feederLoad = 4

/**
 * What every node depends on. A substation has a line from each supply; a consumer has one from the nearest
 * substation, and pumps and hospitals a reserve from the next. The exception is planted: the main pump and the hospital
 * nearest to its substation share one feeder and have no other. Water goes from the intake through the main pump to
 * the pumps of the zones.
 */
export function connectUtilities(nodes: UtilityNode[], zones: WaterZone[]): UtilityLink[] {
  const links: UtilityLink[] = []
  const link = (
    from: UtilityNode,
    to: UtilityNode,
    feeder: string,
    role: UtilityLink['role'] = 'main',
    medium: UtilityLink['medium'] = 'електроенергія',
  ) =>
    links.push({
      uid: `Л-${String(links.length + 1).padStart(3, '0')}`,
      from: from.uid,
      to: to.uid,
      medium,
      feeder,
      role,
    })
  const of = (kind: UtilityNode['kind']) => nodes.filter(node => node.kind === kind)

  const supplies = of('supply')
  const substations = of('substation')
  substations.forEach((substation, index) => {
    link(supplies[index % 2]!, substation, `ПЛ-${2 * index + 1}`)
    link(supplies[(index + 1) % 2]!, substation, `ПЛ-${2 * index + 2}`, 'reserve')
  })

  const [mainPump] = of('main pump')
  const shared = nearest(substations, mainPump!.building.centre, ({building}) => building.centre)
  const hospital = nearest(of('hospital'), shared.building.centre, ({building}) => building.centre)
  link(shared, mainPump!, sharedFeeder)
  link(shared, hospital, sharedFeeder)

  const feeders = new Feeders()
  for (const node of nodes) {
    if (node.kind === 'supply' || node.kind === 'substation' || node === mainPump || node === hospital)
      continue
    const metres = ({building}: UtilityNode) => distance(building.centre, node.building.centre)
    const [first, second] = [...substations].sort((a, b) => metres(a) - metres(b))
    link(first!, node, feeders.of(first!, node))
    if (isPump(node) || node.kind === 'hospital') link(second!, node, feeders.of(second!, node), 'reserve')
  }

  link(of('intake')[0]!, mainPump!, 'ВГ-1', 'main', 'вода')
  zones.forEach(({pump}, index) => {
    link(mainPump!, pump, `ВГ-${index + 2}`, 'main', 'вода')
  })
  return links
}

const isPump = ({kind}: UtilityNode) => kind.endsWith('pump') || kind === 'intake'

/** Lines of the substations, numbered as they are laid. None has a pump beside a hospital. */
class Feeders {
  #feeders: {name: string; substation: UtilityNode; to: UtilityNode[]}[] = []
  #last = 0

  of(substation: UtilityNode, to: UtilityNode): string {
    const suits = (other: UtilityNode) =>
      !(isPump(to) && other.kind === 'hospital') && !(to.kind === 'hospital' && isPump(other))
    let feeder = this.#feeders.find(
      one => one.substation === substation && one.to.length < feederLoad && one.to.every(suits),
    )
    if (!feeder) {
      feeder = {name: this.#nextName(), substation, to: []}
      this.#feeders.push(feeder)
    }
    feeder.to.push(to)
    return feeder.name
  }

  #nextName(): string {
    const name = `Ф-${String(++this.#last).padStart(2, '0')}`
    return name === sharedFeeder ? this.#nextName() : name
  }
}
