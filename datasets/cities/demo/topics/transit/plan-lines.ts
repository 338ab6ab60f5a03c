import type {Text} from '../../../../src/index.ts'
import {distance, type Point} from '../../tools/space/vector.ts'
import type {Ground} from '../../world/ground/ground.ts'
import {findPoles} from './find-poles.ts'
import {type Line, lines} from './line-table.ts'
import {nameStops} from './name-stops.ts'
import {type Stop, type StopOnLine, Stops} from './place-stops.ts'
import {busCosts, RoadPaths, reversed, trolleybusCosts, type Way} from './road-paths.ts'

/** A line in one of its directions: the roads it takes and where it stops. */
export type Direction = {
  line: Line
  /** 0 out, 1 back. */
  direction: 0 | 1
  ways: Way[]
  /** Corners of its way, and metres from its beginning to each. */
  shape: {at: Point; metres: number}[]
  stops: StopOnLine[]
}

export type Transit = {
  stops: (Stop & {name: Text})[]
  directions: Direction[]
  /** The square in the middle of the city. */
  centre: Point
}

/** Three topics ask for the lines of the same ground. */
const planned = new WeakMap<Ground, Map<number, Transit>>()

/**
 * Leads every line over the roads and places its stops; once for each ground.
 * @param closedEdge an edge of the network that is closed: lines go round it
 */
export function planLines(ground: Ground, closedEdge = -1): Transit {
  const known = planned.get(ground) ?? new Map<number, Transit>()
  planned.set(ground, known)
  const transit = known.get(closedEdge) ?? plan(ground, closedEdge)
  known.set(closedEdge, transit)
  return transit
}

function plan(ground: Ground, closedEdge: number): Transit {
  const {network} = ground
  const poles = findPoles(ground)
  const roads = {
    bus: new RoadPaths(network, busCosts, closedEdge),
    trolleybus: new RoadPaths(network, trolleybusCosts, closedEdge),
  }
  const stops = new Stops(network)
  const homes = [...poles].filter(([key]) => key.startsWith('home-')).map(([, {at}]) => at)
  const ends = new Map<Point, number>()
  const directions = lines.flatMap((line): Direction[] => {
    const paths = line.isTrolleybus ? roads.trolleybus : roads.bus
    const first = poles.get(line.through[0]!)?.at
    const places = line.through.flatMap(key => {
      const at = key === 'opposite' ? first && acrossFrom(first, homes, ends) : poles.get(key)?.at
      return at ? [at] : []
    })
    if (places.length < 2) return []
    for (const end of [places[0]!, places[places.length - 1]!]) ends.set(end, (ends.get(end) ?? 0) + 1)
    const nodes = places.map(at => paths.nearest(at))
    let out = paths.through(nodes)
    const across = first && acrossFrom(first, homes, ends)
    if (across && metresOf(out) < shortestMetres) out = paths.through([...nodes, paths.nearest(across)])
    if (out.length < 3) return []
    return [out, reversed(out)].map((ways, index) => ({
      line,
      direction: index as 0 | 1,
      ways,
      shape: shapeOf(ways, ground),
      stops: stops.along(ways),
    }))
  })
  const names = nameStops(ground, stops.all, poles.values())
  return {
    stops: stops.all.map((stop, index) => ({...stop, name: names[index]!})),
    directions,
    centre: poles.get('centre')!.at,
  }
}

/** The part of the city that is farthest from a place; one at which a line ends already counts as so much nearer. */
function acrossFrom(
  from: Point,
  homes: readonly Point[],
  ends: ReadonlyMap<Point, number>,
): Point | undefined {
  const endMetres = 1200
  const worth = (home: Point) => distance(home, from) - endMetres * (ends.get(home) ?? 0)
  return [...homes].sort((a, b) => worth(b) - worth(a))[0]
}

const metresOf = (ways: readonly Way[]) => ways.reduce((sum, {lengthMetres}) => sum + lengthMetres, 0)

/** A line that would be shorter leads on across the city. */
const shortestMetres = 3000

function shapeOf(ways: readonly Way[], {network}: Ground): Direction['shape'] {
  let metres = 0
  const shape = [{at: network.nodes[ways[0]!.from]!.at, metres}]
  for (const {to, lengthMetres} of ways) {
    metres += lengthMetres
    shape.push({at: network.nodes[to]!.at, metres})
  }
  return shape
}
