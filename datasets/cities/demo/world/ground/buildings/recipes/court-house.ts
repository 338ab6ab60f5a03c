import type {Draw} from '../../../../tools/numbers/draw.ts'
import type {Plot} from '../site/cut-parcels.ts'
import {type Rectangle, type Shape, union} from '../site/shape.ts'

/** What a town house is made of: depth of the house on the street, width of its wings, and where the yard ends. */
export type CourtHouse = {front: number; wing: number; back: number; courts: number}

/**
 * A house on the street line from wall to wall, with wings into its yard: closed courts on the widest parcels, then
 * courts open to the back, single wings, plain houses. At a street corner a wing follows the other street.
 * @param house `courts` is the share of parcels that have wings where there is room
 */
export function courtHouse(plot: Plot, {front, wing, back, courts}: CourtHouse, draw: Draw): Shape {
  const {at, width, isCornerLeft, isCornerRight} = plot
  const deep = Math.min(plot.depth - 0.4, back)
  const kind = draw.unit() / courts
  const street: Rectangle = [0, 0, width, Math.min(front, plot.depth - 0.4)]
  const onLeft: Rectangle = [0, front, wing, deep]
  const onRight: Rectangle = [width - wing, front, width, deep]
  const hasYard = deep > front + 4
  if (!hasYard) return union(at, [street])

  const isWide = width > 2 * wing + 8
  if (isCornerLeft || isCornerRight) {
    const isBoth = isCornerLeft && isCornerRight && width > 2 * front + 4
    const sides = [
      ...(isCornerLeft ? [cornerWing(0, front)] : []),
      ...(isCornerRight && (isBoth || !isCornerLeft) ? [cornerWing(width - front, width)] : []),
    ]
    return union(at, width > front + 1 ? [street, ...sides] : [street])
  }
  if (isWide && deep > 30 && kind < 0.3)
    return union(at, [
      street,
      [0, front, wing, deep - wing],
      [width - wing, front, width, deep - wing],
      [0, deep - wing, width, deep],
    ])
  if (isWide && kind < 0.5) return union(at, [street, onLeft, onRight])
  if (width > wing + 9 && kind < 0.6) {
    const middle = (width - wing) / 2
    return union(at, [street, [middle, front, middle + wing, deep]])
  }
  if (width > wing + 5 && kind < 1) return union(at, [street, kind < 0.8 ? onLeft : onRight])
  return union(at, [street])

  /** The wing on the other street is as deep as the house on this one. */
  function cornerWing(from: number, to: number): Rectangle {
    return [from, front, to, plot.depth - 0.2]
  }
}
