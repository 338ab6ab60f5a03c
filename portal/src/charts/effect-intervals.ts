import * as Plot from '@observablehq/plot'
import {accent, hairline, ink, muted, plot, rest, textWidth, wrap} from './plot.ts'

export type EffectRow = {name: string; effect: number; low: number; high: number; text: string; note: string}

/**
 * Effects with their intervals about zero, in the order given. One whose interval holds the zero is drawn in grey: of it
 * nothing is known but how large it may be.
 */
export function effectIntervals(
  rows: EffectRow[],
  {width, words}: {width: number; words: {none: string}},
): SVGSVGElement {
  const isNarrow = width < 500
  const step = isNarrow ? 82 : 48
  const top = 24
  const label = Math.max(...rows.map(row => Math.max(textWidth(row.text, 14), textWidth(row.note))))
  const from = isNarrow ? 8 : Math.min(300, width * 0.4)
  const to = width - (isNarrow ? 8 : label + 24)
  const least = Math.min(0, ...rows.map(row => row.low))
  const most = Math.max(0, ...rows.map(row => row.high))
  const x = (value: number) => from + ((value - least) / (most - least || 1)) * (to - from)
  const height = top + rows.length * step
  const dots = rows.map((row, index) => ({
    ...row,
    y: top + index * step + (isNarrow ? 60 : step / 2),
    textY: top + index * step + (isNarrow ? 26 : step / 2),
    colour: row.low <= 0 && row.high >= 0 ? rest : accent,
  }))
  return plot({
    width,
    height,
    margin: 0,
    x: {type: 'identity', axis: null},
    y: {type: 'identity', axis: null},
    marks: [
      Plot.ruleX([0], {x, y1: top - 6, y2: height, stroke: ink}),
      Plot.text([0], {
        x,
        y: 10,
        text: () => words.none,
        fill: muted,
        // Beside an edge the word runs inwards.
        textAnchor: x(0) < from + 60 ? 'start' : x(0) > to - 60 ? 'end' : 'middle',
      }),
      Plot.ruleY(
        dots.slice(1).map(row => row.y - (isNarrow ? 60 : step / 2)),
        {y: (y: number) => y, x1: 0, x2: width, stroke: hairline},
      ),
      Plot.rect(dots, {
        x1: row => x(row.low),
        x2: row => x(row.high),
        y1: row => row.y - 5,
        y2: row => row.y + 5,
        fill: 'colour',
        fillOpacity: 0.32,
      }),
      Plot.dot(dots, {x: row => x(row.effect), y: 'y', r: 5, fill: 'colour'}),
      ...dots.flatMap(row =>
        (isNarrow ? wrap(row.name, width - textWidth(row.text, 14) - 24) : wrap(row.name, from - 24))
          .slice(0, 2)
          .map((line, i, lines) =>
            Plot.text([row], {
              x: 0,
              y: row.textY + (i - (lines.length - 1) / 2) * 16,
              text: () => line,
              textAnchor: 'start',
              ...(isNarrow ? {stroke: 'var(--paper)', strokeWidth: 4, fill: ink} : {}),
            }),
          ),
      ),
      Plot.text(dots, {
        x: width,
        y: row => row.textY - (isNarrow ? 0 : 8),
        text: 'text',
        fontWeight: 600,
        textAnchor: 'end',
      }),
      isNarrow
        ? null
        : Plot.text(dots, {x: width, y: row => row.textY + 9, text: 'note', fill: muted, textAnchor: 'end'}),
    ],
  })
}
