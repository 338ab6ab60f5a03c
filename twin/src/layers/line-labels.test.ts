import {describe, expect, test} from 'vitest'
import {placeLineLabels} from './line-labels.ts'

const picture = {width: 1000, height: 800}
const letter = 12
const place = (lines: Parameters<typeof placeLineLabels>[0]) => placeLineLabels(lines, picture, letter)

describe('names along lines', () => {
  test('lie in the middle of a street, turned with it, and are read from left to right whichever way it was drawn', () => {
    const line = [
      [200, 200],
      [500, 350],
      [800, 500],
    ] as const
    const angle = (Math.atan2(150, 300) * 180) / Math.PI
    for (const points of [line, line.toReversed()]) {
      const [label, ...others] = place([{name: 'вул. Тестова', points}])
      expect(others).toEqual([])
      expect([label!.x, label!.y]).toEqual([500, 350])
      expect(label!.turnDegrees).toBeCloseTo(angle, 9)
    }
    const [up] = place([
      {
        name: 'Узвіз',
        points: [
          [400, 700],
          [390, 100],
        ],
      },
    ])
    expect(Math.abs(up!.turnDegrees)).toBeLessThanOrEqual(90)
  })

  test('a name is there once, on its longest straight stretch', () => {
    const labels = place([
      {
        name: 'Довга',
        points: [
          [100, 100],
          [300, 100],
        ],
      },
      {
        name: 'Довга',
        points: [
          [100, 600],
          [700, 600],
          [700, 700],
        ],
      },
    ])
    expect(labels).toEqual([{name: 'Довга', x: 400, y: 600, turnDegrees: 0}])
  })

  test('what is too short, bends too much or leaves the picture has none', () => {
    expect(
      place([
        {
          name: 'Задовга назва для такої вулиці',
          points: [
            [100, 100],
            [150, 100],
          ],
        },
      ]),
    ).toEqual([])
    const zigzag = Array.from({length: 40}, (_, i) => [100 + i * 20, 400 + (i % 2) * 20] as const)
    expect(place([{name: 'Крива вулиця', points: zigzag}])).toEqual([])
    expect(
      place([
        {
          name: 'Край',
          points: [
            [-200, 5],
            [200, 5],
          ],
        },
      ]),
    ).toEqual([])
    expect(
      place([
        {name: 'Ніде', points: []},
        {
          name: 'Точка',
          points: [
            [5, 5],
            [5, 5],
          ],
        },
      ]),
    ).toEqual([])
  })

  test('none lies over another; the longer street keeps its name', () => {
    const labels = place([
      {
        name: 'Коротша',
        points: [
          [450, 395],
          [650, 395],
        ],
      },
      {
        name: 'Проспект Перший',
        points: [
          [100, 400],
          [900, 400],
        ],
      },
      {
        name: 'Інша',
        points: [
          [100, 600],
          [400, 600],
        ],
      },
    ])
    expect(labels.map(({name}) => name)).toEqual(['Проспект Перший', 'Інша'])
    const lines = [
      {
        name: 'Інша',
        points: [
          [100, 600],
          [400, 600],
        ] as const,
      },
    ]
    const room = {x: 250, y: 590, width: 80, height: 20}
    expect(placeLineLabels(lines, picture, letter, [room])).toEqual([])
    expect(placeLineLabels(lines, picture, letter, [{...room, y: 500}])).toHaveLength(1)
  })
})
