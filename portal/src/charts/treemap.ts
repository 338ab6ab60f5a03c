import * as Plot from '@observablehq/plot'
import type {Format} from '../format.ts'
import {ink, plot, textWidth, wrap} from './plot.ts'
import {squarify} from './squarify.ts'

export type TreemapGroup = {
  name: string
  colour: string
  millions: number
  share: number
  children: {name: string; millions: number}[]
}
type Box = {x1: number; y1: number; x2: number; y2: number}
type Filled = Box & {colour: string; title: string}
type Label = {x: number; y: number; text: string}
type Marks = {rules: Filled[]; boxes: Filled[]; bold: Label[]; shares: Label[]; plain: Label[]}

const gap = 3

/**
 * Two levels of rectangles: groups with a coloured rule, a name and a share above; their parts inside, named where
 * the name fits. Narrow drawings show groups alone. Amounts in millions. Nothing negative can be shown: it stays
 * in the table.
 */
export function treemap(groups: TreemapGroup[], {width, f}: {width: number; f: Format}): SVGSVGElement {
  const isNarrow = width < 500
  const height = isNarrow ? 460 : Math.round(width * 0.875)
  const marks: Marks = {rules: [], boxes: [], bold: [], shares: [], plain: []}
  const all = {x1: 0, y1: 0, x2: width + gap, y2: height + gap}
  for (const tile of squarify(groups, group => group.millions, all)) {
    const box = {x1: tile.x1, y1: tile.y1, x2: tile.x2 - gap, y2: tile.y2 - gap}
    marks.rules.push({...box, y2: Math.min(box.y1 + 3, box.y2), colour: tile.item.colour, title: ''})
    if (isNarrow || box.y2 - box.y1 < 70 || box.x2 - box.x1 < 74) addWhole(marks, tile.item, box, f)
    else addParts(marks, tile.item, box, f)
  }

  const sides = {x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', fill: 'colour'}
  const labels = {x: 'x', y: 'y', text: 'text', textAnchor: 'start', lineAnchor: 'bottom', fill: ink} as const
  return plot({
    width,
    height,
    margin: 0,
    x: {type: 'identity', axis: null},
    y: {type: 'identity', axis: null},
    color: {type: 'identity'},
    marks: [
      Plot.rect(marks.boxes, {...sides, fillOpacity: 0.3, title: 'title'}),
      Plot.rect(marks.rules, sides),
      Plot.text(marks.plain, labels),
      Plot.text(marks.bold, {...labels, fontWeight: 600}),
      Plot.text(marks.shares, {...labels, textAnchor: 'end'}),
    ],
  })
}

/** A group too small to show its parts, or on a narrow drawing: one rectangle with its name in it. */
function addWhole({boxes, bold, plain}: Marks, group: TreemapGroup, box: Box, f: Format): void {
  const value = f.number(group.millions, 1)
  boxes.push({...box, colour: group.colour, title: about(group, f)})
  const room = {width: box.x2 - box.x1 - 12, height: box.y2 - box.y1 - 26}
  const lines = fit(group.name, room, 12)
  for (const [i, text] of lines.entries()) bold.push({x: box.x1 + 6, y: box.y1 + 17 + i * 15, text})
  if (lines.length > 0 && textWidth(value) < room.width + 2)
    plain.push({x: box.x1 + 6, y: box.y1 + 18 + lines.length * 16, text: value})
}

/** A group's name and share above its parts. */
function addParts({boxes, bold, shares, plain}: Marks, group: TreemapGroup, box: Box, f: Format): void {
  const share = f.percent(group.share, 0)
  const width = box.x2 - box.x1
  const oneLine = fit(group.name, {width: width - textWidth(share) - 14, height: 16})
  const lines = oneLine.length > 0 ? oneLine : fit(group.name, {width, height: 34})
  for (const [i, text] of lines.entries()) bold.push({x: box.x1, y: box.y1 + 16 + i * 15, text})
  if (oneLine.length > 0) shares.push({x: box.x2, y: box.y1 + 16, text: share})

  const inside = {...box, y1: box.y1 + 10 + Math.max(1, lines.length) * 15, x2: box.x2 + 1, y2: box.y2 + 1}
  for (const {item, ...part} of squarify(group.children, child => child.millions, inside)) {
    // A part thinner than a pixel is still drawn.
    const drawn = {
      ...part,
      x2: Math.max(part.x2 - 1, part.x1 + 0.5),
      y2: Math.max(part.y2 - 1, part.y1 + 0.5),
    }
    boxes.push({...drawn, colour: group.colour, title: about(item, f)})
    const value = f.number(item.millions, 1)
    const room = {width: drawn.x2 - drawn.x1 - 10, height: drawn.y2 - drawn.y1 - 25}
    const words = fit(item.name, room)
    if (words.length === 0 || textWidth(value) > room.width) continue
    for (const [i, text] of [...words, value].entries())
      plain.push({x: drawn.x1 + 6, y: drawn.y1 + 18 + i * 16, text})
  }
}

const about = ({name, millions}: {name: string; millions: number}, f: Format): string =>
  `${name}: ${f.number(millions, 1)} ${f.writing.million}`

/** Lines of a name that fit a box, or none: half a name helps nobody. */
function fit(text: string, room: {width: number; height: number}, pixels = 13): string[] {
  const lines = wrap(text, room.width, pixels)
  return lines.length * 16 <= room.height && lines.every(line => textWidth(line, pixels) <= room.width)
    ? lines
    : []
}
