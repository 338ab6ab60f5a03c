import * as Plot from '@observablehq/plot'
import {accent, ink, plot, rest} from './plot.ts'

/** Small bars under a number: one a period, the newest marked. Values are not labelled: the page does that. */
export function sparkBars(values: number[], {isStale = false, width = 280, height = 44} = {}): SVGSVGElement {
  const bars = values.map((value, index) => ({index, value: Math.max(0, value)}))
  const last = values.length - 1
  return plot({
    width,
    height,
    margin: 0,
    x: {axis: null, padding: values.length > 40 ? 0 : 0.12, domain: bars.map(bar => bar.index)},
    y: {axis: null, domain: [0, Math.max(...values, 1)]},
    marks: [
      Plot.barY(bars, {
        x: 'index',
        y: 'value',
        fill: bar => (bar.index === last ? (isStale ? 'var(--ink-2)' : accent) : rest),
        fillOpacity: bar => (bar.index === last ? 1 : 0.6),
      }),
      Plot.ruleY([0], {stroke: ink, strokeOpacity: 0.25}),
    ],
    opacity: {type: 'identity'},
  })
}
