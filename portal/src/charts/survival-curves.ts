import * as Plot from '@observablehq/plot'
import type {Format} from '../format.ts'
import {accent, hairline, ink, muted, plot, rest, textWidth} from './plot.ts'

export type Survival = {day: number; open: number; low: number; high: number; closedOnly: number}

/**
 * Share of appeals still open after so many days: with the open ones counted (Kaplan–Meier, 95 % interval) and
 * with closed ones alone. Days on a square-root scale, because most of it happens in the first week.
 */
export function survivalCurves(
  rows: Survival[],
  {
    width,
    f,
    markedDay,
    words,
  }: {
    width: number
    f: Format
    markedDay: number
    words: {withOpen: string; closedOnly: string; stillOpen: string; axis: string}
  },
): SVGSVGElement {
  const isNarrow = width < 500
  const height = isNarrow ? 300 : 380
  const last = rows[rows.length - 1]!
  const marked = rows.findLast(row => row.day <= markedDay) ?? last
  const days = [1, 7, 30, 90, 180, 365].filter(day => day <= last.day && !(isNarrow && day === 1))
  const shares = [0, 0.25, 0.5, 0.75, 1]
  const right = Math.max(textWidth(words.withOpen), textWidth(words.closedOnly)) + 12
  const [marginTop, marginBottom] = [10, 48]
  const share = (value: number) => f.percent(value)
  // Names at the end have two rows each: the lower stays above the axis, the upper above the lower.
  const inside = height - marginTop - marginBottom
  const lower = Math.min((1 - last.closedOnly) * inside, inside - 8)
  const upper = Math.min((1 - last.open) * inside, lower - 36)
  const halo = {stroke: 'var(--paper)', strokeWidth: 4, fill: ink}
  return plot({
    width,
    height,
    marginTop,
    marginBottom,
    marginLeft: 48,
    marginRight: right,
    x: {type: 'sqrt', axis: null, domain: [0, last.day]},
    y: {axis: null, domain: [0, 1]},
    marks: [
      Plot.ruleY(shares.slice(1), {stroke: hairline}),
      Plot.ruleY([0], {stroke: ink}),
      Plot.text(shares, {
        y: v => v,
        frameAnchor: 'left',
        dx: -8,
        textAnchor: 'end',
        text: v => f.percent(v, 0),
        fill: muted,
      }),
      Plot.text(days, {x: d => d, frameAnchor: 'bottom', dy: 17, text: d => f.number(d), fill: muted}),
      Plot.text([0], {frameAnchor: 'bottom', dy: 40, text: () => words.axis, fill: muted}),
      Plot.areaY(rows, {
        x: 'day',
        y1: 'low',
        y2: 'high',
        fill: accent,
        fillOpacity: 0.18,
        curve: 'step-after',
      }),
      Plot.lineY(rows, {
        x: 'day',
        y: 'closedOnly',
        stroke: rest,
        strokeWidth: 1.5,
        strokeDasharray: '4,3',
        curve: 'step-after',
      }),
      Plot.lineY(rows, {x: 'day', y: 'open', stroke: accent, strokeWidth: 2, curve: 'step-after'}),
      Plot.ruleX([marked], {x: 'day', y1: 'closedOnly', y2: 'open', stroke: ink, strokeDasharray: '1,3'}),
      Plot.dot([marked], {x: 'day', y: 'open', r: 4, fill: accent}),
      Plot.dot([marked], {
        x: 'day',
        y: 'closedOnly',
        r: 4,
        fill: 'var(--paper)',
        stroke: rest,
        strokeWidth: 1.5,
      }),
      Plot.text([marked], {
        x: 'day',
        y: 'open',
        dx: 5,
        dy: -12,
        textAnchor: 'start',
        fontWeight: 600,
        ...halo,
        text: row => `${share(row.open)} ${words.stillOpen}`,
      }),
      Plot.text([marked], {
        x: 'day',
        y: 'closedOnly',
        dx: -8,
        dy: 9,
        textAnchor: 'end',
        text: row => share(row.closedOnly),
        ...halo,
        fill: muted,
      }),
      Plot.text([last], {
        frameAnchor: 'right',
        y: () => 1 - upper / inside,
        dx: 8,
        textAnchor: 'start',
        lineHeight: 1.2,
        fontWeight: 600,
        fill: accent,
        text: row => `${words.withOpen}\n${share(row.open)}`,
      }),
      Plot.text([last], {
        frameAnchor: 'right',
        y: () => 1 - lower / inside,
        dx: 8,
        textAnchor: 'start',
        lineHeight: 1.2,
        fill: muted,
        text: row => `${words.closedOnly}\n${share(row.closedOnly)}`,
      }),
    ],
  })
}
