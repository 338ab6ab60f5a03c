import * as Plot from '@observablehq/plot'
import type {Format} from '../format.ts'
import {accent, hairline, ink, muted, plot, rest, textWidth, ticksFromZero, wrap} from './plot.ts'

export type MedianRow = {
  name: string
  /** Null where half of the appeals are still open when observation ends. */
  median: number | null
  low: number | null
  high: number | null
  closedOnly: number | null
}

/**
 * Median days to close: a full dot with its 95 % interval, and an open one for what closed appeals alone would say.
 * A median that was not reached is an arrow past the axis. Rows keep the order given: it is not a ranking.
 */
export function medianDots(
  rows: MedianRow[],
  {
    width,
    f,
    words,
  }: {
    width: number
    f: Format
    words: {closedOnly: string; withOpen: string; notReached: string; days: string}
  },
): SVGSVGElement {
  const isNarrow = width < 500
  const step = isNarrow ? 52 : 38
  const top = 26
  const values = rows.flatMap(row => [row.median, row.high, row.closedOnly]).filter(v => v !== null)
  const grid = ticksFromZero(Math.max(...values, 1), isNarrow ? 3 : 4)
  const most = Math.max(...values, grid[grid.length - 1]!)
  const from = isNarrow ? 6 : 246
  const notReached = textWidth(words.notReached)
  const to = width - (isNarrow ? 14 : notReached + 46)
  const x = (days: number) => from + (days / most) * (to - from)
  const height = top + rows.length * step + 30
  const dots = rows.map((row, index) => ({...row, y: top + index * step + (isNarrow ? 34 : step / 2)}))
  const reached = dots.filter(row => row.median !== null)
  const open = dots.filter(row => row.median === null)
  const both = dots.filter(row => row.median !== null && row.closedOnly !== null)
  // The row where the two dots lie farthest apart has room for their names.
  const named = both.reduce<(typeof both)[number] | null>(
    (best, row) =>
      best === null || Math.abs(row.median! - row.closedOnly!) > Math.abs(best.median! - best.closedOnly!)
        ? row
        : best,
    null,
  )
  const labelX = (row: MedianRow) => (isNarrow ? width : x(Math.max(row.median!, row.high ?? 0)) + 12)
  const labelY = (row: {y: number}) => (isNarrow ? row.y - 20 : row.y)
  return plot({
    width,
    height,
    margin: 0,
    x: {type: 'identity', axis: null},
    y: {type: 'identity', axis: null},
    marks: [
      Plot.ruleX(grid.slice(1), {x, y1: top - 8, y2: height - 26, stroke: hairline}),
      Plot.ruleX([0], {x, y1: top - 8, y2: height - 26, stroke: ink}),
      Plot.text(grid, {
        x,
        y: height - 12,
        fill: muted,
        textAnchor: isNarrow ? 'start' : 'middle',
        dx: isNarrow ? -5 : 0,
        text: (d: number) => (d === grid[grid.length - 1] ? `${f.number(d)} ${words.days}` : f.number(d)),
      }),
      Plot.rect(
        reached.filter(row => row.low !== null && row.high !== null),
        {
          x1: row => x(row.low!),
          x2: row => x(row.high!),
          y1: row => row.y - 5,
          y2: row => row.y + 5,
          fill: accent,
          fillOpacity: 0.32,
        },
      ),
      Plot.link(both, {
        x1: row => x(row.closedOnly!),
        x2: row => x(row.median!),
        y1: 'y',
        y2: 'y',
        stroke: rest,
        strokeWidth: 1.5,
      }),
      Plot.link(open, {
        x1: row => x(row.closedOnly ?? 0),
        x2: to,
        y1: 'y',
        y2: 'y',
        stroke: accent,
        strokeWidth: 2,
        strokeDasharray: '1,4',
      }),
      Plot.dot(open, {x: to + 4, y: 'y', symbol: 'triangle', rotate: 90, r: 5, fill: accent}),
      Plot.dot(
        dots.filter(row => row.closedOnly !== null),
        {x: row => x(row.closedOnly!), y: 'y', r: 4.5, fill: 'var(--paper)', stroke: rest, strokeWidth: 1.5},
      ),
      Plot.dot(reached, {x: row => x(row.median!), y: 'y', r: 5, fill: accent}),
      ...dots.flatMap(row =>
        (isNarrow ? [row.name] : wrap(row.name, from - 20).slice(0, 2)).map((line, i, lines) =>
          Plot.text([row], {
            x: 0,
            y: labelY(row) + (i - (lines.length - 1) / 2) * 15,
            text: () => line,
            textAnchor: 'start',
            // On a narrow drawing names stand over the lines of the axis.
            ...(isNarrow ? {fill: ink, stroke: 'var(--paper)', strokeWidth: 4} : {}),
          }),
        ),
      ),
      Plot.text(reached, {
        x: labelX,
        y: labelY,
        text: row => f.number(row.median!, 1),
        fontWeight: 600,
        textAnchor: isNarrow ? 'end' : 'start',
      }),
      Plot.text(open, {
        x: width,
        y: labelY,
        text: () => words.notReached,
        fontWeight: 600,
        textAnchor: 'end',
      }),
      named && !isNarrow
        ? Plot.text([named], {
            x: row => x(row.closedOnly!),
            y: row => row.y - 15,
            text: () => words.closedOnly,
            fill: muted,
            textAnchor:
              named.closedOnly! < named.median! && x(named.closedOnly!) - textWidth(words.closedOnly) > from
                ? 'end'
                : 'start',
            dx: named.closedOnly! < named.median! ? 4 : -4,
          })
        : null,
      named && !isNarrow
        ? Plot.text([named], {
            x: row => x(row.median!),
            y: row => row.y - 15,
            text: () => words.withOpen,
            fill: accent,
            textAnchor: named.closedOnly! < named.median! ? 'start' : 'end',
            dx: named.closedOnly! < named.median! ? -4 : 4,
          })
        : null,
    ],
  })
}
