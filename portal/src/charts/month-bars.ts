import * as Plot from '@observablehq/plot'
import {accent, hairline, ink, muted, plot, rest, textWidth, ticksFromZero} from './plot.ts'

export type MonthValue = {year: number; month: number; value: number; isMarked?: boolean}

/** One bar a month from zero, years named under their January; the marked bar is the one the title speaks of. */
export function monthBars(
  rows: MonthValue[],
  {width, value}: {width: number; value: (value: number) => string},
): SVGSVGElement {
  const isNarrow = width < 500
  const at = (row: {year: number; month: number}) => row.year * 12 + row.month - 1
  const bars = rows.map(row => ({...row, at: at(row)}))
  const [first, last] = [bars[0]!.at, bars[bars.length - 1]!.at]
  const top = Math.max(...bars.map(bar => bar.value), Number.MIN_VALUE)
  const grid = ticksFromZero(top, isNarrow ? 3 : 4)
  const years = bars.filter((bar, i) => i === 0 || bar.month === 1)
  const named = years.filter(
    (year, i) => i === years.length - 1 || years[i + 1]!.at - year.at > (last - first) / (width / 44),
  )
  const marked = bars.filter(bar => bar.isMarked)
  return plot({
    width,
    height: isNarrow ? 220 : 280,
    marginTop: 24,
    marginBottom: 28,
    marginLeft: Math.max(...grid.map(tick => textWidth(value(tick)))) + 10,
    marginRight: 4,
    x: {axis: null, domain: [first - 0.6, last + 0.6]},
    y: {axis: null, domain: [0, top]},
    color: {type: 'identity'},
    opacity: {type: 'identity'},
    marks: [
      Plot.ruleY(grid.slice(1), {stroke: hairline}),
      Plot.text(grid, {y: v => v, frameAnchor: 'left', dx: -8, textAnchor: 'end', text: value, fill: muted}),
      Plot.rectY(bars, {
        x1: bar => bar.at - 0.42,
        x2: bar => bar.at + 0.42,
        y: 'value',
        fill: bar => (bar.isMarked ? accent : rest),
        fillOpacity: bar => (bar.isMarked ? 1 : 0.6),
      }),
      Plot.ruleY([0], {stroke: ink}),
      Plot.text(named, {
        x: 'at',
        frameAnchor: 'bottom',
        dy: 19,
        text: bar => String(bar.year),
        fill: muted,
        textAnchor: 'start',
        dx: -3,
      }),
      Plot.text(marked, {
        x: 'at',
        y: 'value',
        dy: -9,
        text: bar => value(bar.value),
        fontWeight: 600,
        textAnchor: 'middle',
      }),
    ],
  })
}
