import * as Plot from '@observablehq/plot'
import {accent, hairline, ink, muted, plot, rest, wrap} from './plot.ts'

export type IndicatorPanel = {
  name: string
  /** One value a month, `at` counted from any month on; gaps are left open. */
  months: {at: number; value: number}[]
  /** Least and most of its districts in the last month. */
  districts: {low: number; high: number} | null
  /** The last value, and what it is compared with. */
  text: string
  note: string
}

/**
 * One small chart an indicator, each on its own scale from zero: a line by month, a dot where it stands now, and beside
 * it, in grey, from the least of its districts to the most. Time is the same in all.
 */
export function indicatorMultiples(
  panels: IndicatorPanel[],
  {width, first, last}: {width: number; first: string; last: string},
): SVGSVGElement {
  const columns = width < 500 ? 1 : width < 900 ? 2 : 3
  const gap = 36
  const cell = (width - gap * (columns - 1)) / columns
  const lines = Math.max(...panels.map(panel => wrap(panel.name, cell).length))
  const head = lines * 16 + 34
  const tall = 96
  const step = head + tall + 40
  const all = panels.flatMap(panel => panel.months.map(({at}) => at))
  const [from, to] = [Math.min(...all), Math.max(...all)]
  const spread = 14
  const drawn = panels.map((panel, index) => {
    const left = (index % columns) * (cell + gap)
    const top = Math.floor(index / columns) * step + head
    const values = [
      ...panel.months.map(({value}) => value),
      panel.districts?.low ?? 0,
      panel.districts?.high ?? 0,
    ]
    const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)]
    const y = (value: number) => top + tall - ((value - least) / (most - least || 1)) * tall
    const x = (at: number) => left + ((at - from) / (to - from || 1)) * (cell - spread)
    const newest = panel.months.at(-1)
    return {
      panel,
      left,
      top,
      zero: y(0),
      points: panel.months.map(({at, value}) => ({at, x: x(at), y: y(value)})),
      dot: newest ? [{x: x(newest.at), y: y(newest.value)}] : [],
      band: panel.districts
        ? [{x: left + cell - spread / 2 + 2, y1: y(panel.districts.low), y2: y(panel.districts.high)}]
        : [],
    }
  })
  return plot({
    width,
    height: Math.ceil(panels.length / columns) * step - 8,
    margin: 0,
    x: {type: 'identity', axis: null},
    y: {type: 'identity', axis: null},
    marks: drawn.flatMap(({panel, left, top, zero, points, dot, band}) => [
      ...wrap(panel.name, cell).map((line, i, all) =>
        Plot.text([line], {
          x: left,
          y: top - head + 10 + (i + lines - all.length) * 16,
          text: (t: string) => t,
          textAnchor: 'start',
        }),
      ),
      Plot.text([panel], {
        x: left,
        y: top - 16,
        text: 'text',
        fontWeight: 600,
        textAnchor: 'start',
      }),
      Plot.text([panel], {x: left + cell, y: top - 16, text: 'note', fill: muted, textAnchor: 'end'}),
      Plot.ruleY([top], {x1: left, x2: left + cell - spread, y: (v: number) => v, stroke: hairline}),
      Plot.ruleY([zero], {x1: left, x2: left + cell - spread, y: (v: number) => v, stroke: ink}),
      Plot.ruleX(band, {x: 'x', y1: 'y1', y2: 'y2', stroke: rest, strokeWidth: 6}),
      ...runs(points).map(run => Plot.line(run, {x: 'x', y: 'y', stroke: accent, strokeWidth: 1.75})),
      Plot.dot(dot, {x: 'x', y: 'y', r: 3.5, fill: accent}),
      Plot.text([first], {
        x: left,
        y: top + tall + 14,
        text: (t: string) => t,
        fill: muted,
        textAnchor: 'start',
      }),
      Plot.text([last], {
        x: left + cell - spread,
        y: top + tall + 14,
        text: (t: string) => t,
        fill: muted,
        textAnchor: 'end',
      }),
    ]),
  })
}

/** Points whose months follow each other. */
function runs<Point extends {at: number}>(points: Point[]): Point[][] {
  const found: Point[][] = []
  for (const point of points) {
    const run = found.at(-1)
    if (run?.at(-1)?.at === point.at - 1) run.push(point)
    else found.push([point])
  }
  return found
}
