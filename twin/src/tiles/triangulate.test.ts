import fc from 'fast-check'
import {expect, test} from 'vitest'
import {ringEdges} from '../ring-edges.ts'
import type {Local} from './local-frame.ts'
import {triangulate} from './triangulate.ts'
import {triples} from './triples.ts'

const square: Local[] = [
  [0, 0, 0],
  [4, 0, 0],
  [4, 4, 0],
  [0, 4, 0],
]
const hole: Local[] = [
  [1, 1, 0],
  [1, 2, 0],
  [2, 2, 0],
  [2, 1, 0],
]

/** Area vectors of the triangles, summed: twice the face's area along its normal where all turn the same way. */
function areaVector(corners: Local[], triangles: number[]): Local {
  const sum: Local = [0, 0, 0]
  for (const [i, j, k] of triples(triangles)) {
    const [a, b, c] = [corners[i]!, corners[j]!, corners[k]!]
    const [u, v] = [b, c].map(to => [to[0] - a[0], to[1] - a[1], to[2] - a[2]] as Local) as [Local, Local]
    sum[0] += (u[1] * v[2] - u[2] * v[1]) / 2
    sum[1] += (u[2] * v[0] - u[0] * v[2]) / 2
    sum[2] += (u[0] * v[1] - u[1] * v[0]) / 2
  }
  return sum
}

test('a square with a courtyard', () => {
  const facet = triangulate([square, hole])!
  expect(facet.normal).toEqual([0, 0, 1])
  expect(areaVector(facet.corners, facet.triangles)[2]).toBeCloseTo(15, 12)
})

test('seen from the other side it looks the other way', () => {
  const facet = triangulate([[...square].reverse()])!
  expect(facet.normal[2]).toBe(-1)
  expect(areaVector(facet.corners, facet.triangles)[2]).toBeCloseTo(-16, 12)
})

test('a wall with a window is as good as a roof', () => {
  const upright = ([x, y]: Local): Local => [x * 0.6, x * 0.8, y]
  const facet = triangulate([square.map(upright), hole.map(upright)])!
  expect(facet.normal[0]).toBeCloseTo(0.8, 12)
  expect(facet.normal[1]).toBeCloseTo(-0.6, 12)
  expect(Math.hypot(...areaVector(facet.corners, facet.triangles))).toBeCloseTo(15, 12)
})

test('what encloses nothing, or crosses itself, is refused', () => {
  expect(triangulate([])).toBeNull()
  expect(
    triangulate([
      [
        [0, 0, 0],
        [1, 0, 0],
        [2, 0, 0],
      ],
    ]),
  ).toBeNull()
  expect(
    triangulate([
      [
        [0, 0, 0],
        [4, 4, 0],
        [4, 0, 0],
        [0, 3, 0],
      ],
    ]),
  ).toBeNull()
})

test('any star with a star-shaped hole, in any plane: triangles cover it once and all look one way', () => {
  const radii = fc.array(fc.double({min: 3, max: 30, noNaN: true}), {minLength: 5, maxLength: 30})
  const angle = fc.double({min: 0, max: Math.PI, noNaN: true})
  fc.assert(
    fc.property(
      radii,
      fc.double({min: 0.05, max: 0.9, noNaN: true}),
      angle,
      angle,
      (outline, shrink, tilt, turn) => {
        const star = (scale: number) =>
          outline.map((radius, index): [number, number] => {
            const at = (2 * Math.PI * index) / outline.length
            return [scale * radius * Math.cos(at), scale * radius * Math.sin(at)]
          })
        const flatArea = [...ringEdges(star(1))].reduce(
          (sum, [[ax, ay], [bx, by]]) => sum + (ax * by - bx * ay) / 2,
          0,
        )
        const inSpace = ([x, y]: [number, number]): Local => {
          const [y2, z2] = [y * Math.cos(tilt), y * Math.sin(tilt)]
          return [
            x * Math.cos(turn) - y2 * Math.sin(turn) + 1000,
            x * Math.sin(turn) + y2 * Math.cos(turn) - 500,
            z2 + 50,
          ]
        }
        const facet = triangulate([star(1).map(inSpace), star(shrink).reverse().map(inSpace)])!
        const vector = areaVector(facet.corners, facet.triangles)
        expect(Math.hypot(...vector) / (flatArea * (1 - shrink ** 2))).toBeCloseTo(1, 6)
        const along = vector[0] * facet.normal[0] + vector[1] * facet.normal[1] + vector[2] * facet.normal[2]
        expect(along).toBeGreaterThan(0)
      },
    ),
  )
})

test('a ring that turns left at every corner and goes round twice is no convex one', () => {
  // Every second corner of a pentagon: the star that crosses itself.
  const star = [0, 2, 4, 1, 3].map((corner): Local => {
    const turn = (corner * 2 * Math.PI) / 5
    return [10 * Math.cos(turn), 10 * Math.sin(turn), 0]
  })
  expect(triangulate([star])).toBeNull()
  const round = [...star].sort((a, b) => Math.atan2(a[1], a[0]) - Math.atan2(b[1], b[0]))
  expect(triangulate([round])!.triangles).toHaveLength(9)
})
