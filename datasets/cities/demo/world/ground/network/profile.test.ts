import {describe, expect, it} from 'vitest'
import {Draw} from '../../../tools/numbers/draw.ts'
import {distance, type Point} from '../../../tools/space/vector.ts'
import type {Network, RoadClass} from '../ground.ts'
import {layDecks} from './lay-decks.ts'
import {LeastFirst} from './least-first.ts'
import {limitGrade, steepestGrade} from './limit-grade.ts'

const road = (
  count: number,
  stepMetres: number,
  roadClass: RoadClass,
  isBridge: (edge: number) => boolean,
): Network => {
  const nodes = Array.from({length: count}, (_, index): Point => [index * stepMetres, 0])
  return {
    nodes: nodes.map(at => ({at, heightMetres: 0})),
    edges: nodes.slice(1).map((at, index) => ({
      from: index,
      to: index + 1,
      class: roadClass,
      lengthMetres: distance(nodes[index]!, at),
      speedKmh: 50,
      isBridge: isBridge(index),
      street: -1,
    })),
  }
}

describe('LeastFirst', () => {
  it('sorts like a sort', () => {
    const draw = new Draw(1, 'heap')
    const keys = Array.from({length: 500}, () => draw.below(100))
    const queue = new LeastFirst()
    keys.forEach((key, value) => {
      queue.add(value, key)
    })
    const taken: {value: number; key: number}[] = []
    for (let next = queue.take(); next; next = queue.take()) taken.push(next)
    expect(taken).toEqual(
      keys.map((key, value) => ({value, key})).sort((a, b) => a.key - b.key || a.value - b.value),
    )
  })
})

describe('limitGrade', () => {
  it('cuts and banks a cliff in equal parts', () => {
    const roads = road(5, 100, 'street', () => false)
    const graded = limitGrade(roads, Float64Array.of(0, 0, 20, 20, 20))
    expect([...graded]).toEqual([1, 5.5, 14.5, 19, 20].map(value => expect.closeTo(value, 9)))
  })

  it('leaves what is not too steep, and makes nothing steeper than allowed', () => {
    const roads = road(60, 35, 'avenue', () => false)
    const gentle = Float64Array.from({length: 60}, (_, index) => index * 2)
    expect([...limitGrade(roads, gentle)]).toEqual([...gentle])
    const draw = new Draw(2, 'hills')
    const rough = Float64Array.from({length: 60}, () => draw.between(0, 40))
    const graded = limitGrade(roads, rough)
    for (let index = 1; index < 60; index++)
      expect(Math.abs(graded[index]! - graded[index - 1]!)).toBeLessThanOrEqual(
        35 * steepestGrade.avenue + 1e-9,
      )
  })
})

it('lays a deck straight between its abutments', () => {
  const roads = road(6, 50, 'main', edge => edge >= 1 && edge <= 3)
  const heights = Float64Array.of(4, 6, -3, -5, 12, 12)
  layDecks(roads, heights)
  expect([...heights]).toEqual([4, 6, 8, 10, 12, 12].map(value => expect.closeTo(value, 9)))
})
