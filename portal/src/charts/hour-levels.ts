import * as Plot from '@observablehq/plot'
import {accent, hairline, ink, muted, plot, rest, textWidth} from './plot.ts'

/** `at` counts hours from any hour on; `level` from 1 up. */
export type HourLevel = {at: number; level: number; label: string | null}

/**
 * Levels of an index by hour: a bar as high as its level, with the levels' names at the side and days under their
 * midnights. The newest hour is the one the title speaks of.
 */
export function hourLevels(
  hours: HourLevel[],
  {width, levels}: {width: number; levels: string[]},
): SVGSVGElement {
  const isNarrow = width < 500
  const [first, last] = [hours[0]!.at, hours.at(-1)!.at]
  const names = Math.max(...levels.map(level => textWidth(level))) + 12
  // A day that has just begun has no room for its name.
  const room = (last - first + 1.2) / (width - names - 4)
  const days = hours.filter(
    hour => hour.label !== null && hour.at + textWidth(hour.label) * room < last + 0.6,
  )
  return plot({
    width,
    height: isNarrow ? 240 : 260,
    marginTop: 12,
    marginBottom: 28,
    marginLeft: names,
    marginRight: 4,
    x: {axis: null, domain: [first - 0.6, last + 0.6]},
    y: {axis: null, domain: [0, levels.length]},
    color: {type: 'identity'},
    marks: [
      Plot.ruleY(
        levels.map((_, i) => i + 1),
        {stroke: hairline},
      ),
      Plot.text(levels, {
        y: (_: string, i: number) => i + 0.5,
        frameAnchor: 'left',
        dx: -8,
        textAnchor: 'end',
        text: (level: string) => level,
        fill: muted,
      }),
      Plot.rectY(hours, {
        x1: hour => hour.at - 0.42,
        x2: hour => hour.at + 0.42,
        y: 'level',
        fill: hour => (hour.at === last ? accent : rest),
        fillOpacity: hour => (hour.at === last ? 1 : 0.6),
      }),
      Plot.ruleY([0], {stroke: ink}),
      Plot.text(days, {
        x: 'at',
        frameAnchor: 'bottom',
        dy: 19,
        text: 'label',
        fill: muted,
        textAnchor: 'start',
        dx: -3,
      }),
    ],
  })
}
