import type {Draw} from '../../../../tools/numbers/draw.ts'
import type {Roof} from '../../ground.ts'
import type {Plot} from '../site/cut-parcels.ts'
import {type Shape, union} from '../site/shape.ts'

export type FamilyHouse = {
  shape: Shape
  storeys: number
  roof: Roof
  dwellings: number
  /** Metres from the street to its back. */
  back: number
  isOnLeft: boolean
}

/** A house of its time on a plot, near one side of it; null where the plot is too small. */
export function familyHouse(plot: Plot, draw: Draw, year: number, setBack: number): FamilyHouse | null {
  const isModern = year >= 1992
  const isOld = year < 1942
  // Long and narrow huts with the gable to the street, then nearly square houses, then large ones.
  const width = isModern ? draw.between(9.5, 13.5) : isOld ? draw.between(6, 7.8) : draw.between(7.6, 10.4)
  const depth = isModern ? draw.between(9.5, 13) : isOld ? draw.between(9, 13) : draw.between(8.4, 11.4)
  const margin = draw.between(1, 2.4)
  if (width + margin + 1.2 > plot.width || setBack + depth + 1 > plot.depth) return null
  const isOnLeft = draw.chance(0.62)
  const isTwin = !isModern && !isOld && plot.width > 21 && draw.chance(0.3)
  const wide = isTwin ? Math.min(plot.width - 3, 15) : width
  const from = isTwin ? (plot.width - wide) / 2 : isOnLeft ? margin : plot.width - width - margin
  const back = setBack + depth
  const storeys = isModern ? (draw.chance(0.62) ? 2 : 1) : draw.chance(0.05) ? 2 : 1
  const kind = draw.unit()
  const roof: Roof = isOld ? (kind < 0.75 ? 'gabled' : 'hipped') : kind < 0.5 ? 'gabled' : 'hipped'
  const common = {storeys, roof, dwellings: isTwin ? 2 : 1, isOnLeft}

  // A veranda or a later room behind, narrower than the house; in front of large houses a garage wing.
  const extension = draw.between(2.4, 4.2)
  if (!isTwin && draw.chance(isOld ? 0.4 : 0.3) && back + extension + 1 < plot.depth) {
    const part = wide * draw.between(0.45, 0.7)
    const start = isOnLeft ? from : from + wide - part
    const shape = union(plot.at, [
      [from, setBack, from + wide, back],
      [start, back, start + part, back + extension],
    ])
    return {...common, shape, back: back + extension}
  }
  const side = 3.8
  if (isModern && draw.chance(0.3) && plot.width > wide + side + 2 * margin) {
    const start = isOnLeft ? from + wide : from - side
    const shape = union(plot.at, [
      [from, setBack, from + wide, back],
      [start, setBack + 1.6, start + side, setBack + 1.6 + Math.min(7.2, depth - 1.8)],
    ])
    return {...common, shape, back}
  }
  return {...common, shape: union(plot.at, [[from, setBack, from + wide, back]]), back}
}
