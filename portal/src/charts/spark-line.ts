import * as Plot from '@observablehq/plot'
import {accent, muted, plot} from './plot.ts'

/** A small line under a number, from zero, the newest value marked. */
export function sparkLine(values: number[], {isStale = false, width = 280, height = 44} = {}): SVGSVGElement {
  const points = values.map((value, index) => ({index, value}))
  const mark = isStale ? muted : accent
  return plot({
    width,
    height,
    margin: 5,
    marginLeft: 1,
    x: {axis: null},
    y: {axis: null, domain: [0, Math.max(...values, 1)]},
    marks: [
      Plot.lineY(points, {x: 'index', y: 'value', stroke: muted, strokeWidth: 1.75}),
      Plot.dot(points.slice(-1), {x: 'index', y: 'value', r: 4, fill: mark}),
    ],
  })
}
