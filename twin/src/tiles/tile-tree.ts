/** A square of an implicit quadtree: level 0 is all, x counts from the west, y from the south. */
export type Cell = {level: number; x: number; y: number}

/** Something at a place, metres from the middle of the tree, that weighs so many vertices. */
export type Placed = {east: number; north: number; vertices: number}

/** When a square is small enough to be one tile. */
export type TileLimits = {items: number; vertices: number}

/** A square that is one tile, and what lies in it. */
export type Leaf<T> = Cell & {items: T[]}

/** A square this small is not divided any more: what stands on one spot shares a tile, however much it is. */
const smallestMetres = 16
/** Wider ones are divided, however little stands there: 24 bits of four millimetres reach as far as this from the middle. */
const widestMetres = 32_768

/**
 * The leaves of a quadtree over a square of 2 × `halfMetres`, each within the limits. Squares do not move when something
 * is added, so that only the tiles around it change. What lies on a line belongs to the east or the north of it; items
 * keep their order.
 */
export function tileTree<T extends Placed>(items: T[], halfMetres: number, limits: TileLimits): Leaf<T>[] {
  const leaves: Leaf<T>[] = []
  const divide = (inside: T[], cell: Cell) => {
    if (inside.length === 0) return
    const {level, x, y} = cell
    const side = (2 * halfMetres) / 2 ** level
    const vertices = inside.reduce((sum, item) => sum + item.vertices, 0)
    const isSmall = inside.length <= limits.items && vertices <= limits.vertices && side <= widestMetres
    if (isSmall || inside.length === 1 || side / 2 < smallestMetres) {
      leaves.push({...cell, items: inside})
      return
    }
    const [eastOf, northOf] = [(x + 0.5) * side - halfMetres, (y + 0.5) * side - halfMetres]
    const quarters: [T[], T[], T[], T[]] = [[], [], [], []]
    for (const item of inside)
      quarters[((item.east >= eastOf ? 1 : 0) + (item.north >= northOf ? 2 : 0)) as 0 | 1 | 2 | 3].push(item)
    quarters.forEach((quarter, index) => {
      divide(quarter, {level: level + 1, x: x * 2 + (index & 1), y: y * 2 + (index >> 1)})
    })
  }
  divide(items, {level: 0, x: 0, y: 0})
  return leaves
}

/** The square one level up. */
export const parentOf = ({level, x, y}: Cell): Cell => ({level: level - 1, x: x >> 1, y: y >> 1})

/** Name of a square in addresses: `level/x/y`. */
export const cellName = ({level, x, y}: Cell): string => `${level}/${x}/${y}`
