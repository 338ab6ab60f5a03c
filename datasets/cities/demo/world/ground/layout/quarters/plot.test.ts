import {expect, test} from 'vitest'
import {Draw} from '../../../../tools/numbers/draw.ts'
import {cos, pi, sin} from '../../../../tools/numbers/exact.ts'
import {ringArea} from '../../../../tools/space/ring-area.ts'
import {distance, type Point} from '../../../../tools/space/vector.ts'
import {contours} from './contours.ts'
import {blockGrain} from './grain.ts'
import type {Plot} from './plot.ts'
import {cutPlot, frameOf, Junctions} from './subdivide.ts'

/** A plot with bulging sides, some 900 by 700 m. */
const plot: Plot = {ring: [], sides: []}
for (let corner = 0; corner < 30; corner++) {
  const angle = (corner * 2 * pi) / 30
  plot.ring.push([4000 + 450 * cos(angle) * (1 + 0.1 * sin(3 * angle)), 4000 + 350 * sin(angle)])
  plot.sides.push('main')
}

test('cuts divide a plot without remainder until its parts are of the wanted size', () => {
  const grain = blockGrain.garden!
  const waiting: {plot: Plot; along: Point}[] = [{plot, along: [1, 0]}]
  const blocks: Plot[] = []
  const junctions = new Junctions()
  const draw = new Draw(1, 'cuts')
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const along = frameOf(next.plot.ring, next.along)
    const cut = cutPlot(next.plot, along, grain, draw, junctions)
    if (!cut) {
      blocks.push(next.plot)
      continue
    }
    const [a, b] = cut.plots
    expect(ringArea(a.ring) + ringArea(b.ring)).toBeCloseTo(ringArea(next.plot.ring), 2)
    expect(a.sides.length).toBe(a.ring.length)
    waiting.push({plot: a, along}, {plot: b, along})
  }
  const hectares = blocks.map(({ring}) => ringArea(ring) / 10_000).sort((a, b) => a - b)
  expect(hectares.reduce((sum, area) => sum + area, 0)).toBeCloseTo(ringArea(plot.ring) / 10_000, 2)
  const median = hectares[hectares.length >> 1]!
  expect(median).toBeGreaterThan((0.7 * grain.width * grain.length) / 10_000)
  expect(median).toBeLessThan((1.5 * grain.width * grain.length) / 10_000)
})

test('the contour of a cone is a circle', () => {
  const cells = 100
  const values = Float32Array.from({length: cells * cells}, (_, cell) =>
    distance([(cell % cells) + 0.5, Math.floor(cell / cells) + 0.5], [50, 50]),
  )
  const lines = contours({values, cells, cellMetres: 4}, 30)
  expect(lines.length).toBe(1)
  const [line] = lines as [Point[]]
  expect(line[0]).toEqual(line.at(-1))
  for (const point of line) expect(Math.abs(distance(point, [200, 200]) - 120)).toBeLessThan(0.5)
})
