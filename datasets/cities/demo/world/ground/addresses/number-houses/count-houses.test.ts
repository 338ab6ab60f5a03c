import {expect, it} from 'vitest'
import {countHouses, type Plot} from './count-houses.ts'

const plot = (owner: number, along: number, setbackMetres = 4, canBeBehind = true): Plot => ({
  owner,
  along,
  setbackMetres,
  canBeBehind,
  street: 0,
  side: 'left',
})

const written = (plots: Plot[], side: 'left' | 'right' = 'left') =>
  [...countHouses(plots, side)]
    .sort((a, b) => a[0] - b[0])
    .map(([, {number, letter}]) => `${number}${letter && `-${letter}`}`)

it('counts odd numbers on the left and even ones on the right, along the street', () => {
  const plots = [plot(0, 60), plot(1, 20), plot(2, 40)]
  expect(written(plots)).toEqual(['5', '1', '3'])
  expect(written(plots, 'right')).toEqual(['6', '2', '4'])
})

it('gives a house behind another its number and a letter', () => {
  expect(written([plot(0, 20), plot(1, 24, 30), plot(2, 22, 50), plot(3, 60)])).toEqual([
    '1',
    '1-А',
    '1-Б',
    '3',
  ])
})

it('keeps a corner house in the front row', () => {
  expect(written([plot(0, 20), plot(1, 24, 30, false)])).toEqual(['1', '3'])
})

it('leaves numbers out along empty land, and never gives one twice', () => {
  const numbers = written([plot(0, 10), plot(1, 300), plot(2, 320)])
  expect(numbers).toEqual(['1', '11', '13'])
  const many = written(
    Array.from({length: 200}, (_, index) => plot(index, (index * 37) % 900, (index * 13) % 60)),
  )
  expect(new Set(many).size).toBe(200)
})
