import * as Plot from '@observablehq/plot'
import {accent, attention, hairline, ink, muted, plot, textWidth, ticksFromZero} from './plot.ts'

export type LinePoint = {at: number; value: number | null}

/** One measure over time from zero with a limit to compare it with; a gap where nothing was measured. */
export function limitLine(
  rows: LinePoint[],
  {
    width,
    value,
    ticks,
    limit,
  }: {
    width: number
    value: (value: number) => string
    ticks: {at: number; text: string}[]
    limit: {value: number; text: string} | null
  },
): SVGSVGElement {
  const isNarrow = width < 500
  const values = rows.map(row => row.value).filter(v => v !== null)
  const top = Math.max(...values, limit?.value ?? 0) * 1.04
  const grid = ticksFromZero(top, isNarrow ? 3 : 4)
  const last = [...rows].reverse().find(row => row.value !== null)!
  // The limit's name stands on the side of its line where the first year is not.
  const early = values.slice(0, 12)
  const isAbove = limit !== null && early.filter(v => v < limit.value).length > early.length / 2
  const shown = ticks.filter((_, i) => !isNarrow || i % 2 === 0)
  return plot({
    width,
    height: isNarrow ? 230 : 290,
    marginTop: 16,
    marginBottom: 28,
    marginLeft: Math.max(...grid.map(tick => textWidth(value(tick)))) + 10,
    marginRight: textWidth(value(last.value!)) + 16,
    x: {axis: null, domain: [rows[0]!.at, rows[rows.length - 1]!.at]},
    y: {axis: null, domain: [0, top]},
    marks: [
      Plot.ruleY(grid.slice(1), {stroke: hairline}),
      Plot.ruleY([0], {stroke: ink}),
      Plot.text(grid, {y: v => v, frameAnchor: 'left', dx: -8, textAnchor: 'end', text: value, fill: muted}),
      Plot.text(shown, {
        x: 'at',
        frameAnchor: 'bottom',
        dy: 19,
        text: 'text',
        fill: muted,
        textAnchor: 'start',
      }),
      limit ? Plot.ruleY([limit.value], {stroke: attention, strokeDasharray: '4,3', strokeWidth: 1.5}) : null,
      Plot.lineY(rows, {x: 'at', y: 'value', stroke: accent, strokeWidth: 2}),
      limit
        ? Plot.text([limit], {
            y: 'value',
            frameAnchor: 'left',
            dx: 4,
            dy: isAbove ? -9 : 10,
            text: 'text',
            textAnchor: 'start',
            fill: 'var(--attention)',
            fontWeight: 600,
            stroke: 'var(--paper)',
            strokeWidth: 4,
          })
        : null,
      Plot.dot([last], {x: 'at', y: 'value', r: 4, fill: accent}),
      Plot.text([last], {
        x: 'at',
        y: 'value',
        dx: 9,
        textAnchor: 'start',
        text: row => value(row.value!),
        fontWeight: 600,
      }),
    ],
  })
}
