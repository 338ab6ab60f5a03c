import {dot, heading, leftOf, type Point} from './vector.ts'

/** How far a ring reaches along a direction and across it, and the shape's frame. */
export type OrientedBox = {
  along: Point
  lengthMetres: number
  widthMetres: number
  from: number
  to: number
  right: number
  left: number
}

/** The box of a ring in a frame of one's own. */
export function boxAlong(ring: readonly Point[], along: Point): OrientedBox {
  const across = leftOf(along)
  let [from, to, right, left] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const point of ring) {
    const ahead = dot(point, along)
    const aside = dot(point, across)
    from = Math.min(from, ahead)
    to = Math.max(to, ahead)
    right = Math.min(right, aside)
    left = Math.max(left, aside)
  }
  return {along, lengthMetres: to - from, widthMetres: left - right, from, to, right, left}
}

/** The smallest box around a ring that lies along one of its sides; its length is the longer of the two. */
export function orientedBox(ring: readonly Point[]): OrientedBox {
  let best: OrientedBox | undefined
  for (let index = 0; index < ring.length; index++) {
    const along = heading(ring[index]!, ring[(index + 1) % ring.length]!)
    if (along[0] === 0 && along[1] === 0) continue
    const box = boxAlong(ring, along)
    if (!best || box.lengthMetres * box.widthMetres < best.lengthMetres * best.widthMetres - 1e-6) best = box
  }
  if (!best) return boxAlong(ring, [1, 0])
  return best.lengthMetres >= best.widthMetres ? best : boxAlong(ring, leftOf(best.along))
}
