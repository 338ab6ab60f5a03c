import * as Plot from '@observablehq/plot'
import {accent, ink, muted, plot, textWidth, wrap} from './plot.ts'

export type LabelledBar = {
  name: string
  value: number
  /** Bold, after the bar; `note` follows it, muted. */
  text: string
  note?: string
  colour?: string
  /** A mark on the same scale to compare with: a plan, a threshold. */
  tick?: number
}

/** Horizontal bars from zero with names and values written on them, in the order given; no axis is needed. */
export function labelledBars(
  rows: LabelledBar[],
  {width, nameWidth = 230}: {width: number; nameWidth?: number},
): SVGSVGElement {
  const isNarrow = width < 500
  const names = isNarrow ? 0 : Math.min(nameWidth, Math.max(...rows.map(row => textWidth(row.name))) + 16)
  // On a telephone a name stands above its bar, beside its value.
  const room = (row: LabelledBar) =>
    isNarrow ? width - textWidth(row.text) * 1.06 - (row.note ? textWidth(row.note) + 6 : 0) - 10 : names - 10
  const hasTwoLines = rows.some(row => wrap(row.name, room(row)).length > 1)
  const lineHeight = 15
  const above = isNarrow ? (hasTwoLines ? 22 + lineHeight : 22) : 0
  const step = isNarrow ? above + 24 : hasTwoLines ? 40 : 32
  const thickness = isNarrow ? 12 : 18
  const height = rows.length * step + 6
  const tails = rows.map(row => textWidth(row.text) * 1.06 + (row.note ? textWidth(row.note) + 8 : 0) + 16)
  const top = Math.max(...rows.flatMap(row => [row.value, row.tick ?? 0]), Number.MIN_VALUE)
  // The longest bar with its label decides the scale.
  let scale = (isNarrow ? width : width - names - 4) / top
  // A label stands after its bar, or after the tick where that would be in its way.
  const labelAt = (row: LabelledBar, tail: number) => {
    const end = names + Math.max(row.value, 0) * scale
    const tick = row.tick === undefined ? 0 : names + row.tick * scale
    return tick < end || tick > end + tail ? end + 8 : tick + 8
  }
  while (
    !isNarrow &&
    scale * top > 40 &&
    rows.some((row, i) => labelAt(row, tails[i]!) + tails[i]! - 8 > width)
  )
    scale *= 0.98
  const y = (index: number) => index * step + (isNarrow ? above : (step - thickness) / 2)
  const bars = rows.map((row, index) => ({
    ...row,
    index,
    end: names + Math.max(row.value, 0) * scale,
    label: labelAt(row, tails[index]!),
  }))
  const middle = (row: {index: number}) => (isNarrow ? y(row.index) - 10 : y(row.index) + thickness / 2)
  const name = (row: LabelledBar) => {
    const lines = wrap(row.name, room(row))
    // Half a name still says more than none; the table has the whole of it.
    return lines.length > 2 ? [lines[0]!, `${lines[1]}…`] : lines
  }
  return plot({
    width,
    height,
    margin: 0,
    x: {type: 'identity', axis: null},
    y: {type: 'identity', axis: null},
    color: {type: 'identity'},
    marks: [
      Plot.rect(bars, {
        x1: names,
        x2: 'end',
        y1: row => y(row.index),
        y2: row => y(row.index) + thickness,
        fill: row => row.colour ?? accent,
      }),
      Plot.ruleX([names], {y1: 0, y2: height, stroke: ink, strokeWidth: isNarrow ? 0 : 1}),
      Plot.ruleX(
        bars.filter(row => row.tick !== undefined),
        {
          x: row => names + row.tick! * scale,
          y1: row => y(row.index) - (isNarrow ? 1 : 4),
          y2: row => y(row.index) + thickness + (isNarrow ? 3 : 4),
          stroke: ink,
          strokeWidth: 2,
        },
      ),
      ...bars.flatMap(row =>
        name(row).map((line, i, lines) =>
          Plot.text([row], {
            x: 0,
            // Above a bar, the last line is the one beside the value.
            y: middle(row) + (i - (lines.length - 1) / (isNarrow ? 1 : 2)) * lineHeight,
            text: () => line,
            textAnchor: 'start',
          }),
        ),
      ),
      ...bars.map(row => {
        const noteWidth = row.note ? textWidth(row.note) + 6 : 0
        const x = isNarrow ? width - noteWidth : row.label
        return Plot.text([row], {
          x,
          y: middle,
          text: 'text',
          fontWeight: 600,
          textAnchor: isNarrow ? 'end' : 'start',
        })
      }),
      ...bars
        .filter(row => row.note)
        .map(row => {
          const after = row.label + textWidth(row.text) * 1.06 + 6
          return Plot.text([row], {
            x: isNarrow ? width : after,
            y: middle,
            text: 'note',
            fill: muted,
            textAnchor: isNarrow ? 'end' : 'start',
          })
        }),
    ],
  })
}
