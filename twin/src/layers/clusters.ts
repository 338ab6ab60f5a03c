/** Things that lie together on the picture: where, in pixels, and their places in the list given. */
export type Cluster = {x: number; y: number; members: number[]}

/**
 * Points on the picture gathered so that no two that are left are nearer than so many pixels: the first keeps its place
 * and takes those around it, then the next. Null points are not in the picture.
 */
export function clusters(points: ({x: number; y: number} | null)[], apartPixels: number): Cluster[] {
  const found: Cluster[] = []
  const cells = new Map<string, Cluster[]>()
  for (const [index, point] of points.entries()) {
    if (!point) continue
    const [column, row] = [Math.floor(point.x / apartPixels), Math.floor(point.y / apartPixels)]
    const near = around
      .flatMap(([dx, dy]) => cells.get(`${column + dx} ${row + dy}`) ?? [])
      .find(({x, y}) => (x - point.x) ** 2 + (y - point.y) ** 2 < apartPixels ** 2)
    if (near) {
      near.members.push(index)
      continue
    }
    const cluster = {...point, members: [index]}
    found.push(cluster)
    const cell = `${column} ${row}`
    cells.set(cell, [...(cells.get(cell) ?? []), cluster])
  }
  return found
}

const around = [0, -1, 1].flatMap(dx => [0, -1, 1].map(dy => [dx, dy] as const))
