import * as Plot from '@observablehq/plot'
import type {Format} from '../format.ts'
import {accent, hairline, muted, plot, rest, textWidth} from './plot.ts'

export type PlanDrift = {
  year: number
  januaryMillions: number
  amendedMillions: number
  executedMillions: number
}

/**
 * How a year's plan moved: an open circle in January, an arrow to the last amended plan, and a tick at what was
 * spent. Newest year on top. Millions; the axis need not start at zero because lengths are not compared with it.
 */
export function planArrows(
  rows: PlanDrift[],
  {width, f, words}: {width: number; f: Format; words: {january: string; amended: string; executed: string}},
): SVGSVGElement {
  const isNarrow = width < 500
  const all = rows.flatMap(row => [row.januaryMillions, row.amendedMillions, row.executedMillions])
  const [from, to] = [isNarrow ? 44 : 52, width - (isNarrow ? 58 : 92)]
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const steps = [100, 200, 500, 1000, 2000, 4000, 5000, 10_000, 20_000, 40_000]
  const step = steps.find(s => (high - low) / s <= (isNarrow ? 3 : 6)) ?? 100_000
  const grid: number[] = []
  for (let tick = Math.floor(low / step) * step; tick <= high; tick += step) grid.push(tick)
  const start = grid[0]!
  const x = (value: number) => from + ((value - start) / (high - start)) * (to - from)
  const newest = [...rows].sort((a, b) => b.year - a.year)
  const direction = (row: PlanDrift) => Math.sign(row.amendedMillions - row.januaryMillions) || 1
  const firstSign = direction(newest[0]!)
  // Names stand beside their marks of the first row; the middle one is a line higher where they would touch.
  const {januaryMillions, amendedMillions, executedMillions} = newest[0]!
  // Where a name begins and ends: it runs away from its mark, and back where it would leave the drawing.
  const away = (value: number, text: string, sign: number): [number, number] => {
    const start =
      sign > 0 ? Math.min(x(value), width - textWidth(text)) : Math.max(x(value) - textWidth(text), 0)
    return [start, start + textWidth(text)]
  }
  const january = away(januaryMillions, words.january, -firstSign)
  const amended = away(amendedMillions, words.amended, firstSign)
  const half = textWidth(words.executed) * 0.54 + 6
  const touches = [january, amended].some(
    ([start, end]) => start < x(executedMillions) + half && end > x(executedMillions) - half,
  )
  const top = touches ? 52 : 34
  const height = top + rows.length * 46
  const sorted = newest.map((row, index) => ({...row, y: top + index * 46}))
  const first = sorted[0]!
  const labels = [
    {x: january[0], y: first.y - 17, text: words.january, anchor: 'start', fill: muted},
    {
      x: x(executedMillions),
      y: first.y - (touches ? 36 : 17),
      text: words.executed,
      anchor: 'middle',
      fill: accent,
    },
    {x: amended[0], y: first.y - 17, text: words.amended, anchor: 'start', fill: muted},
  ]
  return plot({
    width,
    height,
    margin: 0,
    x: {type: 'identity', axis: null},
    y: {type: 'identity', axis: null},
    color: {type: 'identity'},
    marks: [
      Plot.ruleX(grid, {x, y1: top - 22, y2: height - 24, stroke: hairline}),
      Plot.text(grid, {x, y: height - 10, text: value => f.number(value), fill: muted}),
      Plot.link(sorted, {
        x1: row => x(row.januaryMillions),
        x2: row => x(row.amendedMillions) - direction(row) * 3,
        y1: 'y',
        y2: 'y',
        stroke: rest,
        strokeWidth: 2,
      }),
      Plot.dot(sorted, {
        x: row => x(row.amendedMillions) - direction(row) * 4,
        y: 'y',
        symbol: 'triangle',
        rotate: row => direction(row) * 90,
        r: 5,
        fill: rest,
      }),
      Plot.dot(sorted, {
        x: row => x(row.januaryMillions),
        y: 'y',
        r: 5,
        fill: 'var(--paper)',
        stroke: rest,
        strokeWidth: 2,
      }),
      Plot.ruleX(sorted, {
        x: row => x(row.executedMillions),
        y1: row => row.y - 9,
        y2: row => row.y + 9,
        stroke: accent,
        strokeWidth: 4,
      }),
      Plot.text(sorted, {x: 0, y: 'y', text: row => String(row.year), textAnchor: 'start', fontWeight: 600}),
      Plot.text(sorted, {
        x: width,
        y: 'y',
        textAnchor: 'end',
        fontWeight: 600,
        text: row => f.change(row.amendedMillions / row.januaryMillions - 1),
      }),
      ...labels.map(label =>
        Plot.text([label], {
          x: 'x',
          y: 'y',
          text: 'text',
          fill: 'fill',
          fontWeight: label.fill === accent ? 600 : 400,
          textAnchor: label.anchor as 'start' | 'middle' | 'end',
        }),
      ),
    ],
  })
}
