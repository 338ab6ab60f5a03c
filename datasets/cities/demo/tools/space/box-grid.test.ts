import {expect, test} from 'vitest'
import {Draw} from '../numbers/draw.ts'
import {BoxGrid} from './box-grid.ts'
import type {Box} from './vector.ts'

test('finds just the boxes that touch, each once, as comparing with every one does', () => {
  const draw = new Draw(1, 'boxes')
  const box = (most: number): Box => {
    const [x, y] = [draw.between(-20, 1020), draw.between(-20, 1020)]
    return [x, y, x + draw.between(0, most), y + draw.between(0, most)]
  }
  const boxes = Array.from({length: 400}, () => box(90))
  const grid = new BoxGrid(1000, 40)
  for (const [index, one] of boxes.entries()) expect(grid.add(one)).toBe(index)
  for (let question = 0; question < 200; question++) {
    const asked = box(150)
    const truth = boxes.flatMap((one, index) =>
      one[0] <= asked[2] && one[2] >= asked[0] && one[1] <= asked[3] && one[3] >= asked[1] ? [index] : [],
    )
    expect([...grid.touching(asked)].sort((a, b) => a - b)).toEqual(truth)
  }
})
