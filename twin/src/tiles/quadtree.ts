import {type Bounds, extend, noBounds} from './building-mesh.ts'

/** Something that lies in a box and weighs so many vertices. */
export type Item = {bounds: Bounds; vertices: number}

/** A node holds items or children, never both. */
export type Node<T> = {bounds: Bounds; items: T[]; children: Node<T>[]; key: string}

/** When a node is small enough to be one tile. */
export type TileLimits = {items: number; vertices: number}

/**
 * Items sorted into a tree that halves both sides of the ground until each leaf keeps the limits. A box that lies
 * across a line goes to the quarter of its middle. Items that share a middle are parted by their order.
 */
export function quadtree<T extends Item>(items: T[], limits: TileLimits, key = '0'): Node<T> {
  const bounds = noBounds()
  for (const item of items) extend(bounds, item.bounds)
  const vertices = items.reduce((sum, item) => sum + item.vertices, 0)
  if (items.length <= 1 || (items.length <= limits.items && vertices <= limits.vertices))
    return {bounds, items, children: [], key}

  const middles = items.map(middle)
  const between = (axis: 0 | 1) => (least(middles, axis) + most(middles, axis)) / 2
  const [eastOf, northOf] = [between(0), between(1)]
  const quarters: T[][] = [[], [], [], []]
  items.forEach((item, index) => {
    const [east, north] = middles[index]!
    quarters[(east > eastOf ? 1 : 0) + (north > northOf ? 2 : 0)]!.push(item)
  })
  const half = Math.ceil(items.length / 2)
  const parts = quarters.some(quarter => quarter.length === items.length)
    ? [items.slice(0, half), items.slice(half)]
    : quarters
  const children = parts.flatMap((part, index) =>
    part.length > 0 ? [quadtree(part, limits, `${key}${index}`)] : [],
  )
  return {bounds, items: [], children, key}
}

const middle = ({bounds: {min, max}}: Item): [number, number] => [
  (min[0] + max[0]) / 2,
  (min[1] + max[1]) / 2,
]
const least = (points: [number, number][], axis: 0 | 1) =>
  points.reduce((found, point) => Math.min(found, point[axis]), Number.POSITIVE_INFINITY)
const most = (points: [number, number][], axis: 0 | 1) =>
  points.reduce((found, point) => Math.max(found, point[axis]), Number.NEGATIVE_INFINITY)
