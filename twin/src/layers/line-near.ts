import type {Outline} from './outlines.ts'

type Pixel = {x: number; y: number}

/** Where a place on the ground is on the picture; null where it is not on it. */
export type PixelOf = (lon: number, lat: number) => Pixel | null

/** A pixel of the picture, and the place on the ground that is seen there. */
export type Aim = {pixel: Pixel; lon: number; lat: number}

type Box = {west: number; south: number; east: number; north: number}
const boxes = new WeakMap<Outline, Box>()

/**
 * The line that passes nearest to a pixel, and no further from it than so many pixels: what a hand means that cannot hit
 * two pixels of width. Only what lies about the place is projected, so that a city's streets are searched at once; of
 * lines equally near the first is taken.
 */
export function lineNear(
  outlines: Outline[],
  {pixel, lon, lat}: Aim,
  pixelOf: PixelOf,
  mostPixels: number,
): Outline | null {
  const reach = reachOf({pixel, lon, lat}, pixelOf, mostPixels)
  if (!reach) return null
  const around = {
    west: lon - reach.lon,
    east: lon + reach.lon,
    south: lat - reach.lat,
    north: lat + reach.lat,
  }
  let nearest: Outline | null = null
  let least = mostPixels
  for (const outline of outlines) {
    if (!outline.lines || !overlap(boxOf(outline), around)) continue
    for (const line of outline.lines)
      for (let i = 1; i < line.length; i++) {
        const part = within(line[i - 1]!, line[i]!, around)
        const [from, to] = part ? [pixelOf(...part[0]), pixelOf(...part[1])] : [null, null]
        if (!from || !to) continue
        const pixels = distance(pixel, from, to)
        if (pixels > least || (pixels === least && nearest)) continue
        least = pixels
        nearest = outline
      }
  }
  return nearest
}

const step = 1e-5

/** How far from a place, in degrees, something may be that is so near on the picture; doubled, as it is not flat. */
function reachOf(
  {pixel, lon, lat}: Aim,
  pixelOf: PixelOf,
  mostPixels: number,
): {lon: number; lat: number} | null {
  const [east, north] = [pixelOf(lon + step, lat), pixelOf(lon, lat + step)]
  const here = pixelOf(lon, lat) ?? pixel
  if (!east || !north) return null
  // Pixels moved by a step in either direction; the inverse of this matrix leads from pixels to steps.
  const [a, b, c, d] = [east.x - here.x, north.x - here.x, east.y - here.y, north.y - here.y]
  const determinant = Math.abs(a * d - b * c)
  if (determinant < 1e-12) return null
  const most = (2 * mostPixels * step) / determinant
  return {lon: most * Math.hypot(b, d), lat: most * Math.hypot(a, c)}
}

function boxOf(outline: Outline): Box {
  const known = boxes.get(outline)
  if (known) return known
  const box = {west: Infinity, south: Infinity, east: -Infinity, north: -Infinity}
  for (const [lon, lat] of outline.lines!.flat()) {
    box.west = Math.min(box.west, lon)
    box.east = Math.max(box.east, lon)
    box.south = Math.min(box.south, lat)
    box.north = Math.max(box.north, lat)
  }
  boxes.set(outline, box)
  return box
}

const overlap = (a: Box, b: Box) =>
  a.west <= b.east && a.east >= b.west && a.south <= b.north && a.north >= b.south

/** What of a stretch lies in a box (Liang and Barsky, 1984); null where none does. */
function within(
  [x, y]: [number, number],
  [toX, toY]: [number, number],
  {west, east, south, north}: Box,
): [[number, number], [number, number]] | null {
  const [dx, dy] = [toX - x, toY - y]
  let [start, end] = [0, 1]
  for (const [slope, room] of [
    [-dx, x - west],
    [dx, east - x],
    [-dy, y - south],
    [dy, north - y],
  ] as const) {
    if (slope === 0 && room < 0) return null
    if (slope < 0) start = Math.max(start, room / slope)
    if (slope > 0) end = Math.min(end, room / slope)
  }
  if (start > end) return null
  return [
    [x + start * dx, y + start * dy],
    [x + end * dx, y + end * dy],
  ]
}

/** From a pixel to a stretch between two others. */
function distance({x, y}: Pixel, from: Pixel, to: Pixel): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = dx * dx + dy * dy
  const share = length === 0 ? 0 : ((x - from.x) * dx + (y - from.y) * dy) / length
  const along = Math.max(0, Math.min(1, share))
  return Math.hypot(from.x + along * dx - x, from.y + along * dy - y)
}
