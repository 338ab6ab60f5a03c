/**
 * How a value is in another, from what gives most away to what gives least.
 * `value`: itself, or something made from it alone. `joined`: rows were put beside each other by it, so that what stands
 * beside it tells of it. `group`: rows with this value were counted together. `aggregate`: mixed with those of other
 * rows, as in a sum. `counted`: it decided which rows were.
 */
export type Way = 'value' | 'joined' | 'group' | 'aggregate' | 'counted'

/** The way and the columns that a value went through, from where it is now to the dataset's column. */
export type Flow = {way: Way; path: readonly string[]}

/** By column of a dataset (`appeals.content`; `appeals.*` for the rows themselves): how it got there. */
export type Flows = ReadonlyMap<string, Flow>

const ways: readonly Way[] = ['value', 'joined', 'group', 'aggregate', 'counted']

/** Adds flows to others; of two ways of one column that which gives more away stays. */
export function addFlows(target: Map<string, Flow>, added: Flows): Map<string, Flow> {
  for (const [origin, flow] of added) {
    const known = target.get(origin)
    if (!known || ways.indexOf(flow.way) < ways.indexOf(known.way)) target.set(origin, flow)
  }
  return target
}

export const unionOf = (all: Iterable<Flows>): Map<string, Flow> => {
  const union = new Map<string, Flow>()
  for (const flows of all) addFlows(union, flows)
  return union
}

/** The flows after something that gives at most as much away as `way`. */
export const atMost = (flows: Flows, way: Way): Map<string, Flow> =>
  new Map(
    [...flows].map(([origin, flow]) => [
      origin,
      ways.indexOf(flow.way) < ways.indexOf(way) ? {...flow, way} : flow,
    ]),
  )

/** The flows after something by which what was only counted can be told. */
export const told = (flows: Flows, way: Way): Map<string, Flow> =>
  new Map([...flows].map(([origin, flow]) => [origin, flow.way === 'counted' ? {...flow, way} : flow]))

export const noFlows: Flows = new Map()
