import {ringEdges} from '../ring-edges.ts'
import type {Outline} from './outlines.ts'

/** The first outline that holds a place in degrees; places on a border belong to either side. */
export function outlineAt(outlines: Outline[], lon: number, lat: number): Outline | undefined {
  return outlines.find(({polygons}) =>
    polygons.some(([outline, ...holes]) => inside(outline ?? []) && !holes.some(inside)),
  )

  /** Counts the edges that a ray to the east crosses. */
  function inside(ring: [number, number][]): boolean {
    let crossings = 0
    for (const [[fromX, fromY], [toX, toY]] of ringEdges(ring))
      if (fromY > lat !== toY > lat && lon < fromX + ((lat - fromY) / (toY - fromY)) * (toX - fromX))
        crossings++
    return crossings % 2 === 1
  }
}
