import {describe, expect, it} from 'vitest'
import {unitOf} from '../../../tools/numbers/hash.ts'
import {ringArea} from '../../../tools/space/ring-area.ts'
import {segmentCrossing} from '../../../tools/space/segment-crossing.ts'
import type {Point} from '../../../tools/space/vector.ts'
import {traceRegions} from './trace-regions.ts'

/** A grid from a drawing whose first line is its northernmost row. */
function grid(drawing: string) {
  const rows = drawing.trim().split(/\s+/).reverse()
  const labels = Uint8Array.from(rows.join(''), digit => Number(digit))
  return {labels, cells: rows.length, cellMetres: 10}
}

const areaOf = (rings: readonly Point[][]) => rings.reduce((sum, ring) => sum + ringArea(ring), 0)

describe('traceRegions', () => {
  it('cuts the corners of a square by half a cell', () => {
    const [region, ...others] = traceRegions(grid('00000 01110 01110 01110 00000'), 0.01)
    expect(others).toEqual([])
    expect(region!.rings).toHaveLength(1)
    // 30 × 30 less four triangles of 5 × 5 / 2.
    expect(ringArea(region!.rings[0]!)).toBeCloseTo(900 - 50, 6)
  })

  it('leaves a hole, clockwise', () => {
    const regions = traceRegions(grid('1111111 1111111 1100011 1100011 1100011 1111111 1111111'), 0.01)
    expect(regions).toHaveLength(1)
    const [outline, hole] = regions[0]!.rings
    expect(ringArea(outline!)).toBeGreaterThan(0)
    expect(ringArea(hole!)).toBeCloseTo(-(900 - 50), 6)
  })

  it('keeps two pieces apart that touch in a corner', () => {
    const regions = traceRegions(grid('0000 0110 1000 1000'), 0.01)
    expect(regions.map(({label}) => label)).toEqual([1, 1])
  })

  it('tiles the grid: areas of all labels add up, and neighbours share their border', () => {
    const cells = 60
    const labels = Uint8Array.from({length: cells * cells}, (_, cell) => {
      const [column, row] = [cell % cells, Math.floor(cell / cells)]
      return 1 + ((Math.floor(column / 9 + 2 * unitOf(1, column >> 2, row >> 2)) + Math.floor(row / 11)) % 4)
    })
    for (const tolerance of [0.01, 3]) {
      const regions = traceRegions({labels, cells, cellMetres: 10}, tolerance)
      const whole = regions.reduce((sum, {rings}) => sum + areaOf(rings), 0)
      expect(whole).toBeCloseTo(cells * 10 * (cells * 10), 6)
      for (const {rings} of regions) for (const ring of rings) expect(crossesItself(ring)).toBe(false)
    }
  })
})

function crossesItself(ring: readonly Point[]): boolean {
  const count = ring.length
  for (let a = 0; a < count; a++)
    for (let b = a + 2; b < count; b++) {
      if (a === 0 && b === count - 1) continue
      const crossing = segmentCrossing(ring[a]!, ring[a + 1]!, ring[b]!, ring[(b + 1) % count]!)
      if (crossing?.every(share => share > 1e-9 && share < 1 - 1e-9)) return true
    }
  return false
}
