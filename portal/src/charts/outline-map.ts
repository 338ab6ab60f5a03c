import * as Plot from '@observablehq/plot'
import {type Geometry, type MultiRing, type Point, polygonsOf, simplify} from './geometry.ts'
import {ink, plot, textWidth} from './plot.ts'

export type Outline = {name: string; geometry: Geometry}

/**
 * Areas of a city in one colour, named inside where the name fits and beside where it does not. Equirectangular at the middle
 * latitude: at a city's size that differs from a conformal map by less than a pixel.
 */
export function outlineMap(outlines: Outline[], {width}: {width: number}): SVGSVGElement {
  const shapes = outlines.map(({name, geometry}) => ({name, rings: polygonsOf(geometry)}))
  const points = shapes.flatMap(shape => shape.rings.flat(2))
  const [west, east] = extent(points.map(point => point[0]))
  const [south, north] = extent(points.map(point => point[1]))
  const stretch = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const side = width < 500 ? 0 : 110
  const room = width - 2 * side
  const height = Math.min(
    Math.round((room * (north - south)) / ((east - west) * stretch)),
    width < 500 ? 380 : 460,
  )
  const scale = Math.min(room / ((east - west) * stretch), height / (north - south))
  const left = (width - (east - west) * stretch * scale) / 2
  const project = ([lon, lat]: Point): Point => [left + (lon - west) * stretch * scale, (north - lat) * scale]
  const drawn = shapes.map(shape => ({
    name: shape.name,
    rings: shape.rings.map(polygon => polygon.map(ring => simplify(ring.map(project), 0.7))),
  }))
  const paths = drawn.map(({rings}) => ({type: 'MultiPolygon' as const, coordinates: rings}))
  const labels = place(drawn, width, height)
  return plot({
    width,
    height: height + 2,
    margin: 0,
    x: {type: 'identity', axis: null},
    y: {type: 'identity', axis: null},
    projection: {type: 'identity'},
    marks: [
      Plot.geo(paths, {fill: 'var(--s3)', stroke: 'var(--paper)', strokeWidth: 1.5, strokeLinejoin: 'round'}),
      ...labels.map(label =>
        Plot.text([label], {
          x: 'x',
          y: 'y',
          text: 'name',
          fontWeight: 600,
          textAnchor: label.anchor,
          fill: ink,
        }),
      ),
    ],
  })
}

const extent = (values: number[]): [number, number] =>
  values.reduce<[number, number]>(
    ([low, high], v) => [Math.min(low, v), Math.max(high, v)],
    [Infinity, -Infinity],
  )

type Label = {name: string; x: number; y: number; half: number; anchor: 'start' | 'middle' | 'end'}

/**
 * A name stands inside its area where it fits there, otherwise beside the whole map on the nearer side. Names that
 * would touch are moved down; what leaves the drawing is drawn in.
 */
function place(shapes: {name: string; rings: MultiRing}[], width: number, height: number): Label[] {
  const all = shapes.flatMap(shape => shape.rings.flat())
  const placed: Label[] = []
  for (const {name, rings} of shapes) {
    const {x, y} = widestChord(largestRing(rings))
    const half = (textWidth(name) * 1.1) / 2
    const outline = extent(all.flatMap(ring => crossings(ring, y)))
    const isLeft = x - outline[0] < outline[1] - x
    // A name has height: it fits where the area is as wide a little above and below.
    const ring = largestRing(rings)
    const fits = [y - 7, y, y + 7].every(level => {
      const xs = crossings(ring, level)
      return xs.some((west, i) => i % 2 === 0 && west < x - half - 2 && xs[i + 1]! > x + half + 2)
    })
    const edge = isLeft ? outline[0] - 9 : outline[1] + 9
    const hasRoom = isLeft ? edge - half * 2 > 0 : edge + half * 2 < width
    placed.push(
      fits || !hasRoom
        ? {name, x: Math.min(Math.max(x, half), width - half), y, half, anchor: 'middle'}
        : {name, x: edge, y, half, anchor: isLeft ? 'end' : 'start'},
    )
  }
  const middle = ({x, half, anchor}: Label) =>
    anchor === 'middle' ? x : anchor === 'end' ? x - half : x + half
  placed.sort((a, b) => a.y - b.y)
  for (const [i, label] of placed.entries())
    for (const other of placed.slice(0, i))
      if (Math.abs(middle(other) - middle(label)) < other.half + label.half + 4 && label.y - other.y < 17)
        label.y = other.y + 17
  return placed.map(label => ({...label, y: Math.min(Math.max(label.y, 10), height - 8)}))
}

const largestRing = (rings: MultiRing): Point[] =>
  rings.map(polygon => polygon[0]!).sort((a, b) => area(b) - area(a))[0]!

/** Middle of a ring's widest horizontal chord near its middle: inside even where the ring is bent. */
function widestChord(ring: Point[]): {x: number; y: number; span: number} {
  const [top, bottom] = extent(ring.map(point => point[1]))
  let best = {x: 0, y: 0, span: -1}
  for (const part of [0.5, 0.4, 0.6, 0.3, 0.7]) {
    const y = top + (bottom - top) * part
    const xs = crossings(ring, y)
    for (let i = 1; i < xs.length; i += 2) {
      const [west, east] = [xs[i - 1]!, xs[i]!]
      // A chord off the middle has to be clearly wider.
      if (east - west > best.span * 1.15) best = {x: (east + west) / 2, y, span: east - west}
    }
  }
  return best
}

/** Where a ring crosses a horizontal line, west to east. */
const crossings = (ring: Point[], y: number): number[] =>
  ring
    .slice(1)
    .flatMap(([x2, y2], i) => {
      const [x1, y1] = ring[i]!
      return y1 > y !== y2 > y ? [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)] : []
    })
    .sort((a, b) => a - b)

const area = (ring: Point[]): number =>
  Math.abs(ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i]![0] * y - x * ring[i]![1], 0) / 2)
