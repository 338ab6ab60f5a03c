import fc from 'fast-check'
import {expect, test} from 'vitest'
import {clusters} from './clusters.ts'

test('points that lie together are one, with all of them; those out of the picture are in none', () => {
  expect(clusters([{x: 0, y: 0}, {x: 10, y: 0}, null, {x: 100, y: 0}], 30)).toEqual([
    {x: 0, y: 0, members: [0, 1]},
    {x: 100, y: 0, members: [3]},
  ])
})

test('whatever is given: each is in one cluster, near its first, and no two clusters are near', () => {
  const some = fc.array(fc.record({x: fc.integer({min: -50, max: 500}), y: fc.integer({min: -50, max: 300})}))
  fc.assert(
    fc.property(some, points => {
      const found = clusters(points, 40)
      expect(found.flatMap(({members}) => members).sort((a, b) => a - b)).toEqual([...points.keys()])
      const apart = (a: {x: number; y: number}, b: {x: number; y: number}) => Math.hypot(a.x - b.x, a.y - b.y)
      for (const one of found) {
        for (const member of one.members) expect(apart(one, points[member]!)).toBeLessThan(40)
        for (const other of found) if (other !== one) expect(apart(one, other)).toBeGreaterThanOrEqual(40)
      }
    }),
  )
})
