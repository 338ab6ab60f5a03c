import type {Point} from '../../../../tools/space/vector.ts'

/** A grid's values: so many cells a side, of so many metres. */
type Grid = {values: Float32Array; cells: number; cellMetres: number}

/** Sides of a square of four cell centres that a contour joins, by which corners lie above: bits 1 south-west, 2 south-east, 4 north-east, 8 north-west. */
const joins: readonly (readonly [from: number, to: number])[][] = [
  [],
  [[3, 0]],
  [[0, 1]],
  [[3, 1]],
  [[1, 2]],
  [
    [3, 2],
    [1, 0],
  ],
  [[0, 2]],
  [[3, 2]],
  [[2, 3]],
  [[2, 0]],
  [
    [0, 3],
    [2, 1],
  ],
  [[2, 1]],
  [[1, 3]],
  [[1, 0]],
  [[0, 3]],
  [],
]

/**
 * Lines along which a grid's values pass a level (marching squares; Lorensen & Cline 1987 in the plane). Those that do
 * not end at the grid's edge are closed: their last point is their first.
 * @param every takes each so-manieth cell only
 */
export function contours({values, cells, cellMetres}: Grid, level: number, every = 1): Point[][] {
  const places = new Map<number, Point>()
  const neighbours = new Map<number, number[]>()
  const link = (a: number, b: number) => {
    const list = neighbours.get(a)
    if (list) list.push(b)
    else neighbours.set(a, [b])
  }
  for (let row = 0; row + every < cells; row += every)
    for (let column = 0; column + every < cells; column += every) {
      const at = row * cells + column
      const corners = [at, at + every, at + every * cells + every, at + every * cells]
      let kind = 0
      for (let corner = 0; corner < 4; corner++) if (values[corners[corner]!]! > level) kind |= 1 << corner
      for (const [from, to] of joins[kind]!) {
        const ends = [from, to].map(side => {
          // A side is known by its lower or left cell and whether it runs east or north.
          const [a, b] = [
            [0, 1],
            [1, 2],
            [3, 2],
            [0, 3],
          ][side] as [number, number]
          const key = corners[a]! * 2 + (side % 2)
          if (!places.has(key)) {
            const share = (level - values[corners[a]!]!) / (values[corners[b]!]! - values[corners[a]!]!)
            const low = corners[a]!
            const x = (low % cells) + (side % 2 === 0 ? share * every : 0)
            const y = Math.floor(low / cells) + (side % 2 === 1 ? share * every : 0)
            places.set(key, [(x + 0.5) * cellMetres, (y + 0.5) * cellMetres])
          }
          return key
        }) as [number, number]
        link(ends[0], ends[1])
        link(ends[1], ends[0])
      }
    }

  const lines: Point[][] = []
  const isDone = new Set<number>()
  const open = [...neighbours.keys()].filter(key => neighbours.get(key)!.length === 1)
  for (const start of [...open, ...neighbours.keys()]) {
    if (isDone.has(start)) continue
    const line: Point[] = []
    let last = start
    for (let key: number | undefined = start; key !== undefined; ) {
      isDone.add(key)
      line.push(places.get(key)!)
      last = key
      key = neighbours.get(key)!.find(next => !isDone.has(next))
    }
    if (line.length > 2 && neighbours.get(last)!.includes(start)) line.push(line[0]!)
    lines.push(line)
  }
  return lines
}
