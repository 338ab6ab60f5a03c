import {expect, it} from 'vitest'
import {dropSpecks} from './drop-specks.ts'
import {partCorners} from './part-corners.ts'
import {widenCells} from './widen-cells.ts'

const drawn = (rows: string[]) => rows.join('').split('').map(Number)

it('widens marks along rows and columns to a square', () => {
  const marks = Uint8Array.from(
    drawn(['0000000', '0000000', '0000000', '0001000', '0000000', '0000000', '0000000']),
  )
  expect([...widenCells(marks, 7, 2)]).toEqual(
    drawn(['0000000', '0111110', '0111110', '0111110', '0111110', '0111110', '0000000']),
  )
})

it('gives small patches to the neighbour with the longest border', () => {
  const labels = Uint16Array.from(drawn(['1111', '1311', '1322', '2222']))
  dropSpecks(labels, 4, 3, () => false)
  expect([...labels]).toEqual(drawn(['1111', '1111', '1122', '2222']))
})

it('leaves patches that are fixed or large enough', () => {
  const labels = Uint16Array.from(drawn(['1111', '1311', '1311', '1111']))
  const before = [...labels]
  dropSpecks(labels, 4, 3, label => label === 3)
  expect([...labels]).toEqual(before)
  dropSpecks(labels, 4, 2, () => false)
  expect([...labels]).toEqual(before)
})

it('leaves no label that meets itself across a corner alone', () => {
  const labels = Uint16Array.from(drawn(['1122', '1122', '2211', '2211']))
  partCorners(labels, 4, label => label === 1)
  for (let row = 0; row < 3; row++)
    for (let column = 0; column < 3; column++) {
      const [a, b, c, d] = [0, 5, 1, 4].map(step => labels[row * 4 + column + step])
      expect(a === b && c !== a && d !== a).toBe(false)
      expect(c === d && a !== c && b !== c).toBe(false)
    }
  expect([...labels].filter(label => label === 1)).toHaveLength(9)
})
