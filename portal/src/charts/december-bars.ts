import * as Plot from '@observablehq/plot'
import type {Format} from '../format.ts'
import {attention, hairline, ink, muted, plot, rest, ticksFromZero} from './plot.ts'

export type MonthlyAmount = {year: number; month: number; millions: number}
export type YearMean = {year: number; millions: number}

/**
 * Twelve bars a year side by side, December marked, and the mean of January to November as a dashed line.
 * Amounts in millions; the axis starts at zero.
 */
export function decemberBars(
  months: MonthlyAmount[],
  means: YearMean[],
  {width, f, meanLabel}: {width: number; f: Format; meanLabel: string[]},
): SVGSVGElement {
  const isNarrow = width < 500
  const top = Math.max(...months.map(row => row.millions))
  const grid = ticksFromZero(top, isNarrow ? 3 : 4).filter(value => value > 0)
  const lastYear = Math.max(...months.map(row => row.year))
  return plot({
    width,
    height: isNarrow ? 240 : 320,
    marginTop: 26,
    marginBottom: 30,
    marginLeft: isNarrow ? 0 : 48,
    marginRight: isNarrow ? 0 : 76,
    x: {axis: null, domain: Array.from({length: 12}, (_, i) => i + 1), padding: 0.12},
    y: {axis: null, domain: [0, top], nice: false},
    fx: {axis: null, padding: isNarrow ? 0.06 : 0.1},
    opacity: {type: 'identity'},
    marks: [
      Plot.ruleY(grid, {stroke: hairline}),
      isNarrow
        ? null
        : Plot.text([0, ...grid], {
            fx: () => Math.min(...months.map(row => row.year)),
            frameAnchor: 'left',
            y: value => value,
            dx: -8,
            textAnchor: 'end',
            text: value => f.number(value),
            fill: muted,
          }),
      Plot.barY(months, {
        fx: 'year',
        x: 'month',
        y: 'millions',
        fill: row => (row.month === 12 ? attention : rest),
        fillOpacity: row => (row.month === 12 ? 1 : 0.6),
      }),
      Plot.ruleY(means, {fx: 'year', y: 'millions', stroke: ink, strokeDasharray: '2,3'}),
      Plot.ruleY([0], {stroke: ink}),
      Plot.text(
        months.filter(row => row.month === 12),
        {
          fx: 'year',
          x: 'month',
          y: 'millions',
          text: row => f.number(row.millions),
          dy: -9,
          dx: 8,
          textAnchor: 'end',
          fontWeight: 600,
        },
      ),
      Plot.text(means, {fx: 'year', frameAnchor: 'bottom', dy: 21, text: row => String(row.year)}),
      isNarrow
        ? null
        : Plot.text(
            means.filter(row => row.year === lastYear),
            {
              fx: 'year',
              frameAnchor: 'right',
              y: 'millions',
              dx: 8,
              textAnchor: 'start',
              lineHeight: 1.2,
              text: row => [...meanLabel, f.number(row.millions)].join('\n'),
              fill: muted,
            },
          ),
    ],
  })
}
