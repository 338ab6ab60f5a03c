import {Draw} from '../../tools/numbers/draw.ts'
import {planMetres} from '../../tools/space/plan-frame.ts'
import {distance, type Point} from '../../tools/space/vector.ts'
import {districts} from '../../world/districts.ts'
import type {Building, BuildingKind, Ground} from '../../world/ground/ground.ts'
import {bedsOf, type Institution} from '../../world/institutions.ts'
import {chooseSites} from './choose-sites.ts'
import {nearest} from './nearest.ts'
import type {UtilityKind, UtilityNode} from './utility-node.ts'

const zoneCount = 7
const substationCount = 6
const sewageCount = 5
const fireStationCount = 4

/** Zones of water supply: the middle of those whom a pump serves. */
export type WaterZone = {uid: string; site: Point; pump: UtilityNode}

/**
 * What power and water need, invented: two supplies at the edge, substations and pumps in the middle of what they
 * serve, the intake at the reservoir, and the hospitals. Nodes stand in small technical buildings where there are any.
 */
export function placeUtilities(
  seed: number,
  ground: Ground,
  institutions: readonly Institution[],
): {nodes: UtilityNode[]; zones: WaterZone[]} {
  const nodes: UtilityNode[] = []
  const taken = new Set<Building>()
  const near = (at: Point, hosts: Host[] = technical): Building => nearestHost(ground, at, hosts, taken)
  const add = (
    kind: UtilityKind,
    uid: string,
    name: string,
    building: Building,
    [capacity, unit]: [number, UtilityNode['unit']],
    backupHours: [from: number, to: number] | null,
  ): UtilityNode => {
    taken.add(building)
    const draw = new Draw(seed, 'backup', uid)
    const isKnown = draw.chance(0.78)
    const node: UtilityNode = {
      uid,
      kind,
      name,
      building,
      capacity,
      unit,
      backupHours: backupHours && isKnown ? Math.round(draw.between(...backupHours)) : null,
    }
    nodes.push(node)
    return node
  }
  /** A round number that belongs to the node. */
  const size = (uid: string, from: number, to: number, step: number) =>
    step * Math.round(new Draw(seed, 'capacity', uid).between(from, to) / step)

  const homes = ground.buildings.filter(({dwellings}) => dwellings > 0)
  const north: Point = [planMetres / 2, planMetres]
  const west: Point = [0, planMetres * 0.55]
  add('supply', 'ВП-1', 'Вузлова підстанція «Північна»', near(north), [125, 'МВА'], null)
  add('supply', 'ВП-2', 'Вузлова підстанція «Західна»', near(west), [80, 'МВА'], null)
  chooseSites(homes, substationCount).forEach((site, index) => {
    const building = near(site)
    const uid = `ПС-${index + 1}`
    add(
      'substation',
      uid,
      substationName(nodes, building.district),
      building,
      [size(uid, 16, 41, 8), 'МВА'],
      null,
    )
  })

  const source = near(reservoirOf(ground))
  add('intake', 'ВЗ-1', 'Водозабір «Водосховище»', source, [2600, 'м3/год'], [4, 12])
  const mainPump = add(
    'main pump',
    'ВНС-1',
    'Головна насосна станція',
    near(source.centre),
    [2400, 'м3/год'],
    null,
  )
  mainPump.backupHours = 0
  const sites = chooseSites(homes, zoneCount)
  const zones = sites.map((site, index) => {
    const uid = `ВНС-${index + 2}`
    const name = `Насосна станція зони ${index + 1}`
    const pump = add('zone pump', uid, name, near(site), [size(uid, 180, 520, 10), 'м3/год'], [2, 10])
    return {uid: `ЗВ-${index + 1}`, site, pump}
  })
  sites.slice(0, sewageCount).forEach((site, index) => {
    const uid = `КНС-${index + 1}`
    const name = `Каналізаційна насосна станція № ${index + 1}`
    const building = near(lowestNear(homes, site))
    add('sewage pump', uid, name, building, [size(uid, 200, 700, 10), 'м3/год'], [1, 8])
  })
  ground.buildings
    .filter(building => building.kind === 'boiler' && !taken.has(building))
    .forEach((building, index) => {
      const uid = `КОТ-${index + 1}`
      add(
        'boiler house',
        uid,
        `Котельня № ${index + 1}`,
        building,
        [size(uid, 4, 60, 1), 'Гкал/год'],
        [2, 24],
      )
    })
  for (const one of institutions)
    if (one.kind === 'hospital')
      add('hospital', one.id, one.name, one.building, [bedsOf(one), 'ліжок'], [8, 48])
  chooseSites(homes, fireStationCount).forEach((site, index) => {
    const uid = `ДПРЧ-${index + 1}`
    const name = `Державна пожежно-рятувальна частина № ${index + 1}`
    add('fire station', uid, name, near(site, stations), [size(uid, 3, 6, 1), 'автомобілів'], [12, 72])
  })
  return {nodes, zones}
}

/** A kind of building that may house something, and by how much farther than it is it seems. */
type Host = [kind: BuildingKind, reluctance: number]

const technical: Host[] = [
  ['substation', 1],
  ['boiler', 1.3],
  ['garage', 2],
  ['warehouse', 2],
  ['public', 3],
  ['shop', 3],
]

const stations: Host[] = [
  ['public', 1],
  ['office', 1.5],
]

/** The free building that seems nearest. @throws Error where the ground has none of these kinds */
function nearestHost({buildings}: Ground, at: Point, hosts: Host[], taken: Set<Building>): Building {
  const reluctance = new Map(hosts)
  let best: Building | undefined
  let least = Number.POSITIVE_INFINITY
  for (const building of buildings) {
    const factor = reluctance.get(building.kind)
    if (factor === undefined || taken.has(building)) continue
    const seeming = factor * distance(building.centre, at)
    if (seeming < least) [best, least] = [building, seeming]
  }
  if (!best) throw new Error(`The ground has none of ${hosts.map(([kind]) => kind).join(', ')} left.`)
  return best
}

/** «Степова», and «Степова-2» where there is one already: a substation goes by its district. */
function substationName(nodes: UtilityNode[], district: number): string {
  const name = districts[district]!.name.uk.replace(/ий$/, 'а')
  const before = nodes.filter(node => node.name.startsWith(`Підстанція «${name}`)).length
  return `Підстанція «${name}${before > 0 ? `-${before + 1}` : ''}»`
}

/** The middle of the reservoir; without one, of the plan’s northern edge. */
function reservoirOf({areas}: Ground): Point {
  const ring = areas.find(({kind}) => kind === 'reservoir')?.rings[0]
  if (!ring) return [planMetres / 2, planMetres]
  const [x, y] = ring.reduce<Point>((sum, point) => [sum[0] + point[0], sum[1] + point[1]], [0, 0])
  return [x / ring.length, y / ring.length]
}

/** Sewage runs downhill: the lowest home within a kilometre. */
const lowestNear = (homes: Building[], site: Point): Point =>
  homes
    .filter(({centre}) => distance(centre, site) < 1000)
    .reduce(
      (low, home) => (home.groundMetres < low.groundMetres ? home : low),
      nearest(homes, site, ({centre}) => centre),
    ).centre
