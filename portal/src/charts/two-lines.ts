import * as Plot from '@observablehq/plot'
import {accent, hairline, ink, muted, plot, textWidth, ticksFromZero} from './plot.ts'

export type TwoValues = {at: number; first: number; second: number}

/**
 * Two measures over time with the space between them shaded, named at their ends. `at` is a year or a count of
 * months; `tick` names the places worth naming. The axis starts at zero.
 */
export function twoLines(
  rows: TwoValues[],
  {
    width,
    names,
    value,
    ticks,
    hasDots = false,
    colours = [accent, 'var(--c2)'],
  }: {
    width: number
    names: [string, string]
    value: (value: number) => string
    ticks: {at: number; text: string}[]
    hasDots?: boolean
    colours?: [string, string]
  },
): SVGSVGElement {
  const isNarrow = width < 500
  const height = isNarrow ? 240 : 296
  const top = Math.max(...rows.flatMap(row => [row.first, row.second]))
  const grid = ticksFromZero(top, isNarrow ? 3 : 4)
  const last = rows[rows.length - 1]!
  const first = rows[0]!
  const right = Math.max(...names.map(name => textWidth(name)), textWidth(value(top))) + 14
  const marginTop = 24
  const marginBottom = 28
  const y = (v: number) => marginTop + (1 - v / top) * (height - marginTop - marginBottom)
  // Labels at the end of two close lines are moved apart: each has two rows of 16 px.
  const middle = (y(last.first) + y(last.second)) / 2
  const apart = Math.max(Math.abs(y(last.first) - y(last.second)), 36) / 2
  const sign = last.first >= last.second ? -1 : 1
  const shift = Math.max(0, 16 - (middle - apart))
  const labelYs = [middle + sign * apart + shift, middle - sign * apart + shift]
  const nearest = Math.min(...ticks.map((tick, i) => (i ? tick.at - ticks[i - 1]!.at : Infinity)))
  return plot({
    width,
    height,
    marginTop,
    marginBottom,
    marginLeft: Math.max(...grid.map(tick => textWidth(value(tick)))) + 10,
    marginRight: right,
    x: {axis: null, domain: [first.at, last.at]},
    y: {axis: null, domain: [0, top]},
    marks: [
      Plot.ruleY(grid.slice(1), {stroke: hairline}),
      Plot.ruleY([0], {stroke: ink}),
      Plot.text(grid, {y: v => v, frameAnchor: 'left', dx: -8, textAnchor: 'end', text: value, fill: muted}),
      Plot.text(
        ticks.filter(tick => tick.at >= first.at && tick.at <= last.at),
        {
          x: 'at',
          frameAnchor: 'bottom',
          dy: 19,
          text: 'text',
          fill: muted,
          textAnchor: nearest === Infinity ? 'start' : 'middle',
        },
      ),
      Plot.areaY(rows, {x: 'at', y1: 'first', y2: 'second', fill: ink, fillOpacity: 0.08}),
      Plot.lineY(rows, {x: 'at', y: 'second', stroke: colours[1], strokeWidth: 2}),
      Plot.lineY(rows, {x: 'at', y: 'first', stroke: colours[0], strokeWidth: 2}),
      hasDots ? Plot.dot(rows, {x: 'at', y: 'second', r: 3.5, fill: colours[1]}) : null,
      hasDots ? Plot.dot(rows, {x: 'at', y: 'first', r: 3.5, fill: colours[0]}) : null,
      ...[0, 1].map(i =>
        Plot.text([last], {
          frameAnchor: 'right',
          y: () => top * (1 - (labelYs[i]! - marginTop) / (height - marginTop - marginBottom)),
          dx: 8,
          textAnchor: 'start',
          lineHeight: 1.2,
          fontWeight: 600,
          fill: colours[i],
          text: row => `${names[i]}\n${value(i ? row.second : row.first)}`,
        }),
      ),
    ],
  })
}
