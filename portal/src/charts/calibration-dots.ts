import * as Plot from '@observablehq/plot'
import {accent, hairline, ink, muted, plot} from './plot.ts'

/** Shares from 0 to 1. */
export type CalibrationDot = {said: number; came: number; low: number; high: number; n: number; title: string}

/**
 * What a forecast said against what came, with intervals; where it is right the dots lie on the diagonal. A dot is as
 * large as the number of cases behind it.
 */
export function calibrationDots(
  dots: CalibrationDot[],
  {
    width,
    percent,
    words,
  }: {width: number; percent: (share: number) => string; words: {said: string; came: string; right: string}},
): SVGSVGElement {
  const isNarrow = width < 500
  const left = 54
  const side = Math.min(width - left - 16, isNarrow ? 280 : 380)
  const top = 34
  const x = (share: number) => left + share * side
  const y = (share: number) => top + (1 - share) * side
  const ticks = [0, 0.25, 0.5, 0.75, 1]
  const most = Math.max(...dots.map(({n}) => n), 1)
  return plot({
    width,
    height: top + side + 48,
    margin: 0,
    x: {type: 'identity', axis: null},
    y: {type: 'identity', axis: null},
    r: {type: 'identity'},
    marks: [
      Plot.ruleY(ticks, {y, x1: x(0), x2: x(1), stroke: hairline}),
      Plot.ruleY([0], {y, x1: x(0), x2: x(1), stroke: ink}),
      Plot.text(ticks, {x: left - 14, y, text: percent, fill: muted, textAnchor: 'end'}),
      Plot.text(ticks, {x, y: top + side + 20, text: percent, fill: muted, textAnchor: 'middle'}),
      Plot.text([words.came], {x: 0, y: 10, text: (t: string) => t, fill: muted, textAnchor: 'start'}),
      Plot.text([words.said], {
        x: x(1),
        y: top + side + 40,
        text: (t: string) => t,
        fill: muted,
        textAnchor: 'end',
      }),
      Plot.line(
        [
          [0, 0],
          [1, 1],
        ],
        {
          x: (point: number[]) => x(point[0]!),
          y: (point: number[]) => y(point[1]!),
          stroke: muted,
          strokeDasharray: '4 4',
        },
      ),
      isNarrow
        ? null
        : Plot.text([words.right], {
            x: x(1) + 10,
            y: y(1),
            text: (t: string) => t,
            fill: muted,
            textAnchor: 'start',
          }),
      Plot.ruleX(dots, {
        x: dot => x(dot.said),
        y1: dot => y(dot.low),
        y2: dot => y(dot.high),
        stroke: accent,
        strokeOpacity: 0.5,
        strokeWidth: 2,
      }),
      Plot.dot(dots, {
        x: dot => x(dot.said),
        y: dot => y(dot.came),
        r: dot => 4 + 6 * Math.sqrt(dot.n / most),
        fill: accent,
        fillOpacity: 0.85,
        title: 'title',
      }),
    ],
  })
}
