import * as Plot from '@observablehq/plot'
import type {Format} from '../format.ts'
import {ink, muted, plot, wrap} from './plot.ts'

export type GroupYear = {group: string; year: number; executedMillions: number; planMillions: number | null}

/**
 * One small chart a group, all on one scale: bars for what was spent each year, a tick for the plan as last amended.
 * The newest bar is labelled.
 */
export function yearMultiples(
  rows: GroupYear[],
  groups: {name: string; colour: string}[],
  {width, f}: {width: number; f: Format},
): SVGSVGElement {
  const isNarrow = width < 500
  const columns = isNarrow ? 2 : width < 900 ? 3 : Math.min(5, groups.length)
  const gap = isNarrow ? 20 : 28
  const cell = (width - gap * (columns - 1)) / columns
  const lines = Math.max(...groups.map(group => wrap(group.name, cell).length))
  const head = lines * 16 + 26
  const years = [...new Set(rows.map(row => row.year))].sort()
  const top = Math.max(...rows.flatMap(row => [row.executedMillions, row.planMillions ?? 0]))
  const slot = cell / years.length
  const tallest = isNarrow ? 130 : 160
  // All rows share the scale, but each is only as high as its own tallest bar.
  const bases: number[] = []
  let bottom = 0
  for (let first = 0; first < groups.length; first += columns) {
    const names = groups.slice(first, first + columns).map(group => group.name)
    const most = Math.max(
      ...rows
        .filter(row => names.includes(row.group))
        .flatMap(row => [row.executedMillions, row.planMillions ?? 0]),
    )
    const base = bottom + head + Math.max(18, (most / top) * tallest)
    bases.push(base)
    bottom = base + 44
  }
  const tops = [0, ...bases.map(base => base + 44)]
  const place = (row: GroupYear) => {
    const index = groups.findIndex(group => group.name === row.group)
    return {left: (index % columns) * (cell + gap), base: bases[Math.floor(index / columns)]!}
  }
  const bars = rows.map(row => {
    const {left, base} = place(row)
    const x1 = left + years.indexOf(row.year) * slot + 2
    const height = (value: number) => (Math.max(0, value) / top) * tallest
    return {
      ...row,
      x1,
      x2: x1 + slot - 4,
      base,
      top: base - height(row.executedMillions),
      plan: row.planMillions === null ? null : base - height(row.planMillions),
    }
  })
  const newest = groups.flatMap(group => {
    const last = bars.filter(bar => bar.group === group.name).sort((a, b) => b.year - a.year)[0]
    return last ? [last] : []
  })
  const shown = (bar: {year: number}) => bar.year === years[0] || bar.year === years[years.length - 1]
  return plot({
    width,
    height: bottom - 14,
    margin: 0,
    x: {type: 'identity', axis: null},
    y: {type: 'identity', axis: null},
    color: {type: 'identity'},
    opacity: {type: 'identity'},
    marks: [
      Plot.rect(bars, {
        x1: 'x1',
        x2: 'x2',
        y1: 'top',
        y2: 'base',
        fill: bar => groups.find(group => group.name === bar.group)!.colour,
        fillOpacity: 0.85,
        title: bar =>
          `${bar.year}: ${f.number(bar.executedMillions, 1)}${bar.planMillions === null ? '' : ` / ${f.number(bar.planMillions, 1)}`} ${f.writing.million}`,
      }),
      Plot.ruleY(
        bars.filter(bar => bar.plan !== null),
        {x1: bar => bar.x1 - 1, x2: bar => bar.x2 + 1, y: 'plan', stroke: ink, strokeWidth: 2},
      ),
      ...groups.flatMap((group, index) => {
        const left = (index % columns) * (cell + gap)
        const row = Math.floor(index / columns)
        return [
          ...wrap(group.name, cell).map((line, i) =>
            Plot.text([line], {
              x: left,
              y: tops[row]! + 10 + i * 16,
              text: (t: string) => t,
              textAnchor: 'start',
              fontWeight: 600,
            }),
          ),
          Plot.ruleY([bases[row]], {x1: left, x2: left + cell, y: (v: number) => v, stroke: ink}),
        ]
      }),
      Plot.text(newest, {
        x: 'x2',
        y: bar => Math.min(bar.top, bar.plan ?? bar.top) - 10,
        text: bar => f.number(bar.executedMillions),
        textAnchor: 'end',
      }),
      Plot.text(bars.filter(shown), {
        x: bar => (bar.x1 + bar.x2) / 2,
        y: bar => bar.base + 13,
        text: bar => (isNarrow ? `’${String(bar.year).slice(2)}` : String(bar.year)),
        fill: muted,
        textAnchor: 'middle',
      }),
    ],
  })
}
