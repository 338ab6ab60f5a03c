import {type Room, textWidth} from './labels.ts'

type Point = readonly [x: number, y: number]

/** A name along a line of the picture: where its middle is, and how it is turned, degrees clockwise, always upright. */
export type LineLabel = {name: string; x: number; y: number; turnDegrees: number}

/** A street bends by no more than this under its name, degrees. */
const mostBend = 22

/**
 * Places names along lines of a picture, in its units: each name once, on its longest stretch that is straight enough
 * and wholly in the picture, the longest streets first, and none over another or over what is `covered`.
 */
export function placeLineLabels(
  lines: readonly {name: string; points: readonly Point[]}[],
  picture: {width: number; height: number},
  letterHeight: number,
  covered: readonly Room[] = [],
  most = 60,
): LineLabel[] {
  const best = new Map<string, {stretch: Stretch; metres: number}>()
  for (const {name, points} of lines) {
    const needed = textWidth(name, letterHeight) + letterHeight
    for (const stretch of stretches(points)) {
      const before = best.get(name)
      if (stretch.length < needed || (before && before.metres >= stretch.length)) continue
      best.set(name, {stretch, metres: stretch.length})
    }
  }
  const placed: LineLabel[] = []
  const taken: Point[] = []
  const byLength = [...best].sort(([a, one], [b, other]) => other.metres - one.metres || (a < b ? -1 : 1))
  for (const [name, {stretch}] of byLength) {
    if (placed.length >= most) break
    const width = textWidth(name, letterHeight)
    const {x, y, angle} = middleOf(stretch)
    // As discs along the word, half as far apart as they are wide.
    const discs: Point[] = []
    for (let along = -width / 2; along <= width / 2; along += letterHeight / 2)
      discs.push([x + along * Math.cos(angle), y + along * Math.sin(angle)])
    const isIn = discs.every(
      ([px, py]) =>
        px > letterHeight &&
        py > letterHeight &&
        px < picture.width - letterHeight &&
        py < picture.height - letterHeight,
    )
    const isFree = discs.every(([px, py]) =>
      taken.every(([ox, oy]) => Math.hypot(px - ox, py - oy) > 1.4 * letterHeight),
    )
    const isClear = discs.every(([px, py]) =>
      covered.every(
        room =>
          Math.abs(px - room.x) > room.width / 2 + letterHeight / 2 ||
          Math.abs(py - room.y) > room.height / 2 + letterHeight / 2,
      ),
    )
    if (!isIn || !isFree || !isClear) continue
    taken.push(...discs)
    placed.push({name, x, y, turnDegrees: upright((angle * 180) / Math.PI)})
  }
  return placed
}

type Stretch = {points: readonly Point[]; length: number}

/** A line cut where it bends too much. */
function stretches(points: readonly Point[]): Stretch[] {
  const found: Stretch[] = []
  let [current, length]: [Point[], number] = [[], 0]
  const close = () => {
    if (current.length > 1) found.push({points: current, length})
  }
  for (const point of points) {
    const last = current.at(-1)
    const step = last ? Math.hypot(point[0] - last[0], point[1] - last[1]) : 0
    if (last && step === 0) continue
    if (last && current.length > 1 && bend(current.at(-2)!, last, point) > mostBend) {
      close()
      ;[current, length] = [[last], 0]
    }
    current.push(point)
    length += step
  }
  close()
  return found
}

/** How far a line turns at `b`, degrees. */
function bend(a: Point, b: Point, c: Point): number {
  const turn = Math.atan2(c[1] - b[1], c[0] - b[0]) - Math.atan2(b[1] - a[1], b[0] - a[0])
  return Math.abs((((((turn * 180) / Math.PI + 180) % 360) + 360) % 360) - 180)
}

/** The place half-way along, and the direction there. */
function middleOf({points, length}: Stretch): {x: number; y: number; angle: number} {
  let left = length / 2
  for (let i = 1; i < points.length; i++) {
    const [[ax, ay], [bx, by]] = [points[i - 1]!, points[i]!]
    const step = Math.hypot(bx - ax, by - ay)
    if (left <= step) {
      const share = left / step
      return {x: ax + share * (bx - ax), y: ay + share * (by - ay), angle: Math.atan2(by - ay, bx - ax)}
    }
    left -= step
  }
  const [x, y] = points.at(-1)!
  return {x, y, angle: 0}
}

/** A turn by which a word is read from left to right, from −90 to 90. */
const upright = (degrees: number) => (degrees > 90 ? degrees - 180 : degrees < -90 ? degrees + 180 : degrees)
