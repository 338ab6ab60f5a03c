/** A rectangle in pixels and what it stands for. */
export type Tile<T> = {item: T; x1: number; y1: number; x2: number; y2: number}

/**
 * Squarified treemap (Bruls, Huizing, van Wijk 2000): areas proportional to `value`, sides as equal as they go.
 * Items come out in the order they came in; those without a positive value are left out.
 */
export function squarify<T>(
  items: T[],
  value: (item: T) => number,
  box: {x1: number; y1: number; x2: number; y2: number},
): Tile<T>[] {
  const todo = items.filter(item => value(item) > 0)
  const total = todo.reduce((sum, item) => sum + value(item), 0)
  let {x1, y1} = box
  const {x2, y2} = box
  const scale = ((x2 - x1) * (y2 - y1)) / total
  const tiles: Tile<T>[] = []
  while (todo.length > 0) {
    const side = Math.min(x2 - x1, y2 - y1)
    // Take items into the row as long as the worst of them becomes no longer.
    const row = [todo.shift()!]
    while (todo.length > 0 && worst([...row, todo[0]!]) <= worst(row)) row.push(todo.shift()!)
    const depth = area(row) / side
    let at = 0
    for (const item of row) {
      const length = (value(item) * scale) / depth
      tiles.push(
        x2 - x1 >= y2 - y1
          ? {item, x1, y1: y1 + at, x2: x1 + depth, y2: y1 + at + length}
          : {item, x1: x1 + at, y1, x2: x1 + at + length, y2: y1 + depth},
      )
      at += length
    }
    if (x2 - x1 >= y2 - y1) x1 += depth
    else y1 += depth

    function worst(row: T[]): number {
      const sum = area(row)
      return Math.max(
        ...row.map(item => {
          const one = value(item) * scale
          return Math.max((side * side * one) / (sum * sum), (sum * sum) / (side * side * one))
        }),
      )
    }
  }
  return tiles

  function area(row: T[]): number {
    return row.reduce((sum, item) => sum + value(item) * scale, 0)
  }
}
