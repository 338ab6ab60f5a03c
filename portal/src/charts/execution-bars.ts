import * as Plot from '@observablehq/plot'
import type {Format} from '../format.ts'
import {attention, hairline, ink, muted, plot, wrap} from './plot.ts'

export type ExecutionRow = {
  name: string
  executedMillions: number
  planMillions: number
  /** `total` is set apart, `marked` is the one the title speaks of. */
  role: 'total' | 'marked' | 'plain'
}

/**
 * How much of its plan each group has spent, as bars on a track from 0 to 100 %; what was spent beyond the plan
 * goes past it. `pace` is the share that an even year would have reached, null for a finished year.
 */
export function executionBars(
  rows: ExecutionRow[],
  {
    width,
    f,
    pace,
    paceLabel,
    ofWord,
  }: {width: number; f: Format; pace: number | null; paceLabel: string; ofWord: string},
): SVGSVGElement {
  const isNarrow = width < 500
  const step = isNarrow ? 46 : 36
  const top = 34
  const [from, to] = isNarrow ? [0, width] : [width < 900 ? 230 : 262, width - 190]
  // A group may spend more than its plan; the track still ends at 100 %.
  const most = Math.max(
    1,
    ...rows.map(row => (row.planMillions > 0 ? row.executedMillions / row.planMillions : 0)),
  )
  const x = (share: number) =>
    from + ((to - from) * Math.min(share, 1.25)) / Math.min(Math.max(1, most), 1.25)
  const y = (index: number) => top + index * step + (isNarrow ? 20 : 6)
  const thickness = isNarrow ? 11 : 14
  const bars = rows.map((row, index) => ({
    ...row,
    index,
    share: row.planMillions > 0 ? row.executedMillions / row.planMillions : null,
  }))
  const fill = (row: ExecutionRow) =>
    row.role === 'total' ? ink : row.role === 'marked' ? attention : 'var(--s5)'
  const grid = [0, 0.25, 0.5, 0.75, 1]
  const height = top + rows.length * step
  const labelled = grid.filter(share => pace === null || Math.abs(share - pace) > (isNarrow ? 0.34 : 0.16))
  const text = {lineAnchor: 'middle', textAnchor: 'start'} as const
  const labelY = (row: {index: number}) => (isNarrow ? y(row.index) - 9 : y(row.index) + thickness / 2)
  return plot({
    width,
    height,
    margin: 0,
    x: {type: 'identity', axis: null},
    y: {type: 'identity', axis: null},
    color: {type: 'identity'},
    marks: [
      Plot.ruleX(grid, {x, y1: 24, y2: height, stroke: hairline}),
      Plot.text(labelled, {
        x,
        y: 12,
        text: share => f.percent(share, 0),
        fill: muted,
        textAnchor: 'middle',
        ...(isNarrow ? {dx: 0} : {}),
        filter: share => !isNarrow || (share > 0 && share < 1),
      }),
      isNarrow
        ? Plot.text(
            labelled.filter(share => share === 0),
            {x, y: 12, text: share => f.percent(share, 0), fill: muted, textAnchor: 'start'},
          )
        : null,
      isNarrow
        ? Plot.text(
            labelled.filter(share => share === 1),
            {x, y: 12, text: share => f.percent(share, 0), fill: muted, textAnchor: 'end'},
          )
        : null,
      Plot.rect(bars, {
        x1: from,
        x2: x(1),
        y1: row => y(row.index),
        y2: row => y(row.index) + thickness,
        fill: ink,
        fillOpacity: 0.07,
      }),
      Plot.rect(bars, {
        x1: from,
        x2: row => x(Math.max(0, row.share ?? 0)),
        y1: row => y(row.index),
        y2: row => y(row.index) + thickness,
        fill,
      }),
      Plot.ruleY(rows[0]?.role === 'total' ? [0] : [], {
        y: () => top + step - (isNarrow ? 5 : 4.5),
        x1: 0,
        x2: width,
        stroke: hairline,
      }),
      pace === null ? null : Plot.ruleX([pace], {x, y1: 22, y2: height, stroke: ink, strokeWidth: 1.5}),
      ...bars.flatMap(row => {
        const lines = isNarrow ? [row.name] : wrap(row.name, from - 16).slice(0, 2)
        return lines.map((line, i) =>
          Plot.text([row], {
            ...text,
            x: 0,
            y: labelY(row) + (i - (lines.length - 1) / 2) * 15,
            text: () => line,
            fontWeight: row.role === 'total' ? 600 : 400,
            // Narrow drawings have their names above the bars, where the line of the even pace passes.
            ...(isNarrow ? {fill: ink, stroke: 'var(--paper)', strokeWidth: 4} : {}),
          }),
        )
      }),
      Plot.text(bars, {
        ...text,
        x: isNarrow ? width : to + 62,
        y: labelY,
        textAnchor: 'end',
        fontWeight: 600,
        text: row => (row.share === null ? '–' : f.percent(row.share)),
      }),
      isNarrow
        ? null
        : Plot.text(bars, {
            ...text,
            x: width,
            y: labelY,
            textAnchor: 'end',
            fill: muted,
            text: row => `${f.number(row.executedMillions)} ${ofWord} ${f.number(row.planMillions)}`,
          }),
      isNarrow
        ? null
        : Plot.text([f.writing.million], {
            x: width,
            y: 12,
            textAnchor: 'end',
            fill: muted,
            text: unit => unit,
          }),
      pace === null
        ? null
        : Plot.text([pace], {
            x,
            y: 12,
            text: () => paceLabel,
            fontWeight: 600,
            textAnchor: isNarrow && pace < 0.3 ? 'start' : isNarrow && pace > 0.7 ? 'end' : 'middle',
          }),
    ],
  })
}
