import {expect, test} from 'vitest'
import {localFrame} from '../tiles/local-frame.ts'
import {heightAt, heightField} from './height-field.ts'

const frame = localFrame([31.3, 45.9, 30])
/** A slope that rises 10 m on 100 m to the north, a kilometre wide, in two triangles. */
const corners = Float64Array.from(
  (
    [
      [-500, -500, -50],
      [500, -500, -50],
      [500, 500, 50],
      [-500, 500, 50],
    ] as const
  ).flatMap(([east, north, up]) => frame.toPlace([east, north, up])),
)

test('between its points a slope has the height that its plane has', () => {
  const field = heightField({corners, triangles: [0, 1, 2, 0, 2, 3]})!
  for (const [east, north] of [
    [0, 0],
    [300, -420],
    [-480, 130],
    [77, 481],
  ] as const) {
    const [lon, lat, height] = frame.toPlace([east, north, north / 10])
    expect(heightAt(field, lon, lat)).toBeCloseTo(height, 1)
  }
})

test('outside, the edge’s height comes down to the lowest of the edge; upright triangles count for nothing', () => {
  const skirt = Float64Array.from([...corners, ...frame.toPlace([-500, -500, -90])])
  const field = heightField({corners: skirt, triangles: [0, 1, 2, 0, 2, 3, 0, 4, 0]})!
  // The lowest corner, or the grid's next point to it.
  expect(field.outsideMetres).toBeGreaterThan(-20.1)
  expect(field.outsideMetres).toBeLessThan(-19)
  const [lon, lat] = frame.toPlace([0, 520, 0])
  expect(heightAt(field, lon, lat)).toBeGreaterThan(75)
  expect(heightAt(field, lon, lat + 0.1)).toBeCloseTo(field.outsideMetres, 6)
  expect(heightAt(field, 31.3, 45.8)).toBeCloseTo(field.outsideMetres, 6)
})

test('without a triangle there is no ground', () => {
  expect(heightField({corners: new Float64Array(0), triangles: []})).toBeNull()
})
