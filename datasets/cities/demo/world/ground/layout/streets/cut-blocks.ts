import type {Draw} from '../../../../tools/numbers/draw.ts'
import type {Point} from '../../../../tools/space/vector.ts'
import type {MainLine} from '../../plan/main-lines.ts'
import type {Grain} from '../quarters/grain.ts'
import type {Plot} from '../quarters/plot.ts'
import {cutPlot, frameOf, type Junctions} from '../quarters/subdivide.ts'

/** Streets that divide a quarter into blocks, and the blocks. */
export function cutBlocks(
  plot: Plot,
  along: Point,
  grain: Grain,
  draw: Draw,
  junctions: Junctions,
): {streets: MainLine[]; blocks: Plot[]} {
  const streets: MainLine[] = []
  const blocks: Plot[] = []
  const waiting = [{plot, along}]
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const frame = frameOf(next.plot.ring, next.along)
    const cut = cutPlot(next.plot, frame, grain, draw, junctions)
    if (!cut) {
      blocks.push(next.plot)
      continue
    }
    streets.push({class: cut.class, points: cut.line})
    waiting.push(...cut.plots.map(part => ({plot: part, along: frame})))
  }
  return {streets, blocks}
}
