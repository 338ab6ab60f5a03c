/** Corners of triangles as indices into a square grid of `side + 1` by `side + 1` heights, row by row. */
export type Triangles = {corners: Uint32Array; count: number}

/**
 * Few triangles that keep to a grid of heights within `tolerance` metres at every grid point: a right-triangulated
 * irregular network (Evans, Kirkpatrick & Townsend, Algorithmica 30, 2001). The square is halved into right triangles
 * along their hypotenuses; a half that is needed anywhere forces those above it, so that no cracks open.
 * @param heights metres, (side + 1)² values
 * @param side a power of two
 */
export function simplifySurface(heights: Float32Array, side: number, tolerance: number): Triangles {
  if (side < 2 || (side & (side - 1)) !== 0)
    throw new RangeError(`The side is ${side}; it is a power of two.`)
  const errors = midpointErrors(heights, side)
  const width = side + 1
  const corners: number[] = []
  /** Halves the triangle whose hypotenuse runs from a to b, the right angle at c, while its middle is too far off. */
  const split = (ax: number, ay: number, bx: number, by: number, cx: number, cy: number) => {
    const mx = (ax + bx) / 2
    const my = (ay + by) / 2
    // Triangles of half a cell cannot be halved any more: their middle is no grid point.
    const isSmallest = mx !== Math.floor(mx) || my !== Math.floor(my)
    if (isSmallest || errors[my * width + mx]! <= tolerance) {
      corners.push(ay * width + ax, cy * width + cx, by * width + bx)
      return
    }
    split(cx, cy, ax, ay, mx, my)
    split(bx, by, cx, cy, mx, my)
  }
  split(0, 0, side, side, side, 0)
  split(side, side, 0, 0, 0, side)
  return {corners: Uint32Array.from(corners), count: corners.length / 3}
}

/**
 * By the middle of its hypotenuse, how far the triangles that share it are from any grid point they hold, or those
 * below them in the hierarchy are: so a triangle is halved wherever one below it has to be.
 */
function midpointErrors(heights: Float32Array, side: number): Float32Array {
  const width = side + 1
  const errors = new Float32Array(width * width)
  const errorAt = (x: number, y: number) =>
    x < 0 || y < 0 || x > side || y > side ? 0 : errors[y * width + x]!
  const height = (x: number, y: number) => heights[y * width + x]!

  /** The largest distance of a grid point from the triangle a, b, c; 0 where its apex c lies outside. */
  const deviation = (ax: number, ay: number, bx: number, by: number, cx: number, cy: number) => {
    if (cx < 0 || cy < 0 || cx > side || cy > side) return 0
    const area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay)
    const [ha, hb, hc] = [height(ax, ay), height(bx, by), height(cx, cy)]
    let largest = 0
    for (let y = Math.min(ay, by, cy); y <= Math.max(ay, by, cy); y++)
      for (let x = Math.min(ax, bx, cx); x <= Math.max(ax, bx, cx); x++) {
        const u = ((bx - x) * (cy - y) - (cx - x) * (by - y)) / area
        const v = ((cx - x) * (ay - y) - (ax - x) * (cy - y)) / area
        if (u < 0 || v < 0 || u + v > 1) continue
        largest = Math.max(largest, Math.abs(u * ha + v * hb + (1 - u - v) * hc - height(x, y)))
      }
    return largest
  }

  for (let step = 1; step < side; step *= 2) {
    // Middles of edges of squares with side 2·step; below them the middles of the small squares beside.
    const half = step / 2
    for (let y = 0; y <= side; y += step)
      for (let x = (y / step) % 2 === 0 ? step : 0; x <= side; x += 2 * step) {
        const [dx, dy] = (x / step) % 2 === 1 ? [step, 0] : [0, step]
        let error = Math.max(
          deviation(x - dx, y - dy, x + dx, y + dy, x - dy, y + dx),
          deviation(x - dx, y - dy, x + dx, y + dy, x + dy, y - dx),
        )
        if (half >= 1)
          for (const sx of [-half, half])
            for (const sy of [-half, half]) error = Math.max(error, errorAt(x + sx, y + sy))
        errors[y * width + x] = error
      }
    // Middles of these squares, whose diagonal runs through the middle of the square four times as large.
    for (let y = step; y < side; y += 2 * step)
      for (let x = step; x < side; x += 2 * step) {
        const rise = ((x - step) / (2 * step) + (y - step) / (2 * step)) % 2 === 0 ? step : -step
        errors[y * width + x] = Math.max(
          deviation(x - step, y - rise, x + step, y + rise, x - step, y + rise),
          deviation(x - step, y - rise, x + step, y + rise, x + step, y - rise),
          errorAt(x - step, y),
          errorAt(x + step, y),
          errorAt(x, y - step),
          errorAt(x, y + step),
        )
      }
  }
  return errors
}
