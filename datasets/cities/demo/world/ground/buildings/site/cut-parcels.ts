import {pointAlong} from '../../../../tools/space/point-along.ts'
import {distance, heading, leftOf, type Point, step} from '../../../../tools/space/vector.ts'
import type {LayoutEdge} from '../../layout/layout.ts'
import type {Block} from './blocks.ts'
import {type Frontage, frontages} from './frontages.ts'
import {type Frame, frame, rectangle} from './shape.ts'
import type {Town} from './town.ts'

/** A rectangular parcel; in its frame the street is at 0 and the parcel lies from 0 to `width` and to `depth`. */
export type Plot = {
  at: Frame
  width: number
  depth: number
  outline: Point[]
  class: LayoutEdge['class']
  /** Does it stand at a street corner, at its 0 or at its `width`? */
  isCornerLeft: boolean
  isCornerRight: boolean
  /** The unit vector along the street. */
  along: Point
}

export type Cut = {
  /** Metres, asked for again for every parcel. */
  width: () => number
  deepest: number
  shallowest: number
  /** The worst ground, as in `Layout.unbuildable`. */
  ground?: number
}

const seam = 0.03
const searchStep = 1.5

/**
 * Cuts parcels side by side along the streets of a block, the longest street first. Parcels lie off the roads, on firm
 * ground of the block's own zone and on nobody else's parcel; back to back, rows share the depth between two streets.
 */
export function cutParcels(
  town: Town,
  block: Block,
  {width, deepest, shallowest, ground = 0}: Cut,
  counts: (edge: LayoutEdge) => boolean,
  use: (plot: Plot) => void,
): void {
  const {site} = town

  for (const frontage of frontages(block, counts)) {
    const reach = usableReach(frontage)
    if (!reach) continue
    const [from, to] = reach
    for (const [start, end] of cuts(to - from).map(([a, b]) => [from + a, from + b] as const)) {
      let plot = plotBetween(frontage, start, end)
      // Where it does not fit, something narrower may.
      for (
        let narrower = start + 2 * searchStep;
        !plot && end - narrower > shallowest / 2;
        narrower += 2 * searchStep
      )
        plot = plotBetween(frontage, narrower, end)
      if (!plot) continue
      plot.isCornerLeft = start <= from + 0.01 && from < frontage.halfRoadMetres + 22
      plot.isCornerRight = end >= to - 0.01 && frontage.lengthMetres - to < frontage.halfRoadMetres + 22
      town.parcel(plot.outline, block)
      use(plot)
    }
  }

  /** From the first to the last place where a narrow parcel fits. */
  function usableReach(frontage: Frontage): [number, number] | null {
    const {lengthMetres} = frontage
    const narrow = 4
    let first = 0
    while (first + narrow <= lengthMetres && !plotBetween(frontage, first, first + narrow))
      first += searchStep
    let last = lengthMetres
    while (last - narrow > first && !plotBetween(frontage, last - narrow, last)) last -= searchStep
    return last - first < narrow ? null : [first, last]
  }

  /** A length in parcels that fill it. */
  function cuts(length: number): [number, number][] {
    const widths: number[] = []
    let sum = 0
    while (sum < length) {
      const next = width()
      if (sum + next / 2 > length && widths.length > 0) break
      widths.push(next)
      sum += next
    }
    const stretch = length / sum
    let at = 0
    return widths.map(one => {
      const start = at
      at += one * stretch
      return [start, at]
    })
  }

  function plotBetween(
    {line, halfRoadMetres, class: roadClass}: Frontage,
    start: number,
    end: number,
  ): Plot | null {
    const from = pointAlong(line, start).at
    const to = pointAlong(line, end).at
    const along = heading(from, to)
    const inward = leftOf(along)
    // Houses stand from wall to wall, and their sides lie on whole decimetres.
    const wide = Math.floor((distance(from, to) - 2 * seam) * 10) / 10
    if (wide < 3) return null
    const corner = step(from, along, seam, halfRoadMetres + seam)
    const middle = step(corner, along, wide / 2)
    if (site.quarterAt(step(middle, inward, 8))?.zone !== block.quarter.zone) return null
    const room = site.depth(middle, inward, 2 * deepest + 20)
    const depth = room >= 2 * deepest ? deepest : room < 2 * shallowest ? room - 0.5 : room / 2 - 0.05
    if (depth < shallowest) return null
    const at = frame(corner, along)
    const outline = rectangle(at, [0, 0, wide, depth])
    const isRoom =
      site.isFirm(outline, ground) &&
      site.isUnparcelled(outline) &&
      site.isApart(outline, 0) &&
      site.isOffRoad(outline, 0)
    return isRoom
      ? {at, width: wide, depth, outline, class: roadClass, isCornerLeft: false, isCornerRight: false, along}
      : null
  }
}
