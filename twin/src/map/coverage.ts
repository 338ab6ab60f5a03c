/**
 * How much of each pixel some shapes cover, by exact area: every edge adds its signed area to the pixels it crosses and
 * its height to those right of it; sums along rows are coverages. Shapes that turn alike join, since coverage ends at 1;
 * holes turn the other way. Plain sums and products, so the same shapes give the same bytes on every platform. (After
 * the rasteriser of font-rs, Raph Levien.)
 */
export class Coverage {
  readonly width: number
  readonly height: number
  readonly #stride: number
  readonly #sums: Float32Array
  #west: number
  #east = 0
  #north: number
  #south = 0

  constructor(width: number, height: number) {
    this.width = width
    this.height = height
    this.#stride = width + 2
    this.#sums = new Float32Array(this.#stride * height)
    this.#west = width
    this.#north = height
  }

  /** Adds an edge, in pixels with y downwards. Edges of a shape must close; parts outside the picture are welcome. */
  edge(x0: number, y0: number, x1: number, y1: number): void {
    const {width, height} = this
    if (y0 === y1 || (y0 <= 0 && y1 <= 0) || (y0 >= height && y1 >= height)) return
    // Right of the picture nothing changes within it; left of it only the height counts.
    if (x0 >= width && x1 >= width) return
    if (x0 <= 0 && x1 <= 0) this.#within(0, y0, 0, y1)
    else if (x0 < 0) {
      const y = y0 + ((y1 - y0) * (0 - x0)) / (x1 - x0)
      this.#within(0, y0, 0, y)
      this.edge(0, y, x1, y1)
    } else if (x1 < 0) {
      const y = y0 + ((y1 - y0) * (0 - x0)) / (x1 - x0)
      this.edge(x0, y0, 0, y)
      this.#within(0, y, 0, y1)
    } else if (x0 > width) this.#within(width, y0 + ((y1 - y0) * (width - x0)) / (x1 - x0), x1, y1)
    else if (x1 > width) this.#within(x0, y0, width, y0 + ((y1 - y0) * (width - x0)) / (x1 - x0))
    else this.#within(x0, y0, x1, y1)
  }

  /** Calls `paint` with the place of each pixel that is covered, and how much of it, and forgets the shapes. */
  flush(paint: (pixel: number, coverage: number) => void): void {
    const {width} = this
    for (let y = this.#north; y < this.#south; y++) {
      let sum = 0
      const row = y * this.#stride
      for (let x = this.#west; x < width; x++) {
        sum += this.#sums[row + x]!
        if (x > this.#east && sum < 1e-4 && sum > -1e-4) break
        const covered = sum < 0 ? -sum : sum
        if (covered > 0.004) paint(y * width + x, covered > 0.996 ? 1 : covered)
      }
    }
    this.#forget()
  }

  /** Mixes a colour into a picture of red, green, blue, alpha bytes where the shapes are, and forgets them. */
  paint(pixels: Uint8Array, red: number, green: number, blue: number, opacity: number): void {
    const [sums, width] = [this.#sums, this.width]
    const east = this.#east
    for (let y = this.#north; y < this.#south; y++) {
      let sum = 0
      const row = y * this.#stride
      let at = (y * width + this.#west) * 4
      for (let x = this.#west; x < width; x++, at += 4) {
        sum += sums[row + x]!
        if (x > east && sum < 1e-4 && sum > -1e-4) break
        const covered = sum < 0 ? -sum : sum
        if (covered <= 0.004) continue
        const share = covered > 0.996 ? opacity : covered * opacity
        if (share === 1) {
          pixels[at] = red
          pixels[at + 1] = green
          pixels[at + 2] = blue
        } else {
          pixels[at] = pixels[at]! + (red - pixels[at]!) * share + 0.5
          pixels[at + 1] = pixels[at + 1]! + (green - pixels[at + 1]!) * share + 0.5
          pixels[at + 2] = pixels[at + 2]! + (blue - pixels[at + 2]!) * share + 0.5
        }
      }
    }
    this.#forget()
  }

  #forget(): void {
    for (let y = this.#north; y < this.#south; y++)
      this.#sums.fill(
        0,
        y * this.#stride + this.#west,
        y * this.#stride + Math.min(this.#stride, this.#east + 3),
      )
    this.#west = this.width
    this.#east = 0
    this.#north = this.height
    this.#south = 0
  }

  /** An edge that lies between the left and the right side of the picture. */
  #within(xa: number, ya: number, xb: number, yb: number): void {
    if (ya === yb) return
    // Numbers one by one: in this loop a pair would be an object a row.
    const isDown = ya < yb
    const direction = isDown ? 1 : -1
    const x0 = isDown ? xa : xb
    const y0 = isDown ? ya : yb
    const x1 = isDown ? xb : xa
    const y1 = isDown ? yb : ya
    const sums = this.#sums
    const stride = this.#stride
    const width = this.width
    const slope = (x1 - x0) / (y1 - y0)
    const first = y0 < 0 ? 0 : Math.floor(y0)
    const last = Math.min(this.height, Math.ceil(y1))
    if (first >= last) return
    let x = Math.max(0, Math.min(width, y0 < 0 ? x0 - y0 * slope : x0))

    for (let y = first; y < last; y++) {
      const tall = Math.min(y + 1, y1) - Math.max(y, y0)
      // Sums of steps stray by a hair; none may stray out of the row.
      const ahead = x + slope * tall
      const next = ahead < 0 ? 0 : ahead > width ? width : ahead
      const area = tall * direction
      const left = x < next ? x : next
      const right = x < next ? next : x
      const firstColumn = Math.floor(left)
      const lastColumn = Math.ceil(right)
      const at = y * stride + firstColumn
      if (lastColumn <= firstColumn + 1) {
        // Within one pixel: a trapezium.
        const middle = 0.5 * (x + next) - firstColumn
        sums[at] = sums[at]! + area - area * middle
        sums[at + 1] = sums[at + 1]! + area * middle
      } else {
        // Across several: a triangle, trapezia, a triangle.
        const perColumn = 1 / (right - left)
        const fromLeft = 1 - (left - firstColumn)
        const inFirst = 0.5 * perColumn * fromLeft * fromLeft
        const intoLast = right - lastColumn + 1
        const inLast = 0.5 * perColumn * intoLast * intoLast
        sums[at] = sums[at]! + area * inFirst
        const columns = lastColumn - firstColumn
        if (columns === 2) sums[at + 1] = sums[at + 1]! + area * (1 - inFirst - inLast)
        else {
          const toSecond = perColumn * (1.5 - (left - firstColumn))
          sums[at + 1] = sums[at + 1]! + area * (toSecond - inFirst)
          for (let i = 2; i < columns - 1; i++) sums[at + i] = sums[at + i]! + area * perColumn
          const beforeLast = toSecond + (columns - 3) * perColumn
          sums[at + columns - 1] = sums[at + columns - 1]! + area * (1 - beforeLast - inLast)
        }
        sums[at + columns] = sums[at + columns]! + area * inLast
      }
      if (firstColumn < this.#west) this.#west = firstColumn
      if (lastColumn > this.#east) this.#east = lastColumn
      x = next
    }
    if (first < this.#north) this.#north = first
    if (last > this.#south) this.#south = last
  }
}
