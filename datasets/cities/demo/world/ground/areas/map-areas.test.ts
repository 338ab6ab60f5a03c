import {describe, expect, it} from 'vitest'
import {planMetres} from '../../../tools/space/plan-frame.ts'
import {ringArea} from '../../../tools/space/ring-area.ts'
import {between, heading, type Point, step} from '../../../tools/space/vector.ts'
import {drawDistricts} from '../districts/draw-districts.ts'
import {makeLayout} from '../layout/make-layout.ts'
import {cellAt} from '../terrain/cell-at.ts'
import {waterKinds} from '../terrain.ts'
import {crossesItself} from './crosses-itself.ts'
import {mapAreas} from './map-areas.ts'

/** Another city than the one that is shown: what holds for it holds for the method. */
const layout = makeLayout(4)
const {areas, use} = mapAreas(layout)

describe('areas', () => {
  it('tile the plan', () => {
    const squareMetres = areas.reduce(
      (sum, {rings}) => sum + rings.reduce((part, ring) => part + ringArea(ring), 0),
      0,
    )
    expect(squareMetres).toBeCloseTo(planMetres * planMetres, 3)
  })

  it('run counter-clockwise, their holes clockwise, and cross themselves nowhere', () => {
    for (const {kind, rings} of areas) {
      rings.forEach((ring, index) => {
        expect(ringArea(ring) > 0, kind).toBe(index === 0)
        expect(crossesItself(ring), kind).toBe(false)
      })
    }
  })

  it('give every cell a use', () => {
    expect(use.labels.every(label => label > 0 && label <= use.uses.length)).toBe(true)
  })
})

describe('districts', () => {
  const {outlines} = drawDistricts(layout, areas)

  it('are one piece each, and together the plan without the sea', () => {
    expect(outlines.map(rings => rings.length)).toEqual([1, 1, 1, 1, 1])
    const sea = areas.filter(({kind}) => kind === 'sea').map(({rings}) => rings)
    const seaMetres = sea.reduce(
      (sum, rings) => sum + rings.reduce((part, ring) => part + ringArea(ring), 0),
      0,
    )
    const landMetres = outlines.flat().reduce((sum, ring) => sum + ringArea(ring), 0)
    // The frame that the layout draws lies two metres inside the plan; islands belong to no district.
    expect((seaMetres + landMetres) / (planMetres * planMetres)).toBeGreaterThan(0.996)
    expect((seaMetres + landMetres) / (planMetres * planMetres)).toBeLessThanOrEqual(1.0001)
  })

  it('have sides that are a neighbour’s as well, or run along the sea or the edge of the plan', () => {
    const sides = new Set(
      outlines.flat().flatMap(ring => ring.map((corner, index) => sideKey(corner, after(ring, index)))),
    )
    const loose: Point[] = []
    let all = 0
    for (const ring of outlines.flat())
      ring.forEach((corner, index) => {
        const next = after(ring, index)
        all++
        if (sides.has(sideKey(next, corner))) return
        const [x, y] = step(between(corner, next, 0.5), heading(corner, next), 0, -9)
        const isAtEdge = Math.min(x, y, planMetres - x, planMetres - y) < 9
        if (!isAtEdge && !isSea([x, y])) loose.push([x, y])
      })
    expect(all).toBeGreaterThan(400)
    // Where the shore bends within nine metres.
    expect(loose.length / all).toBeLessThan(0.03)
  })
})

const after = (ring: readonly Point[], index: number) => ring[(index + 1) % ring.length]!
const sideKey = (a: Point, b: Point) => `${a} ${b}`
const isSea = (at: Point) => waterKinds[layout.terrain.water[cellAt(at)]!] === 'sea'
