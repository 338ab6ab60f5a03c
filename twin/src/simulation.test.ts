import {expect, test} from 'vitest'
import {defineSimulation} from './simulation.ts'

const fall = {
  id: 'fall',
  title: {uk: 'Падіння', en: 'A fall'},
  describe: {uk: 'Скільки триває падіння без опору повітря.', en: 'How long a fall without drag takes.'},
  parameters: {
    height: {unit: 'm', range: [0, 300], default: 20, describe: {uk: 'Висота', en: 'Height'}},
    gravity: {unit: 'm/s2', range: [1.6, 25], default: 9.81, describe: {uk: 'Тяжіння', en: 'Gravity'}},
  },
} as const

const simulation = defineSimulation({
  ...fall,
  solve: ({height, gravity}) => ({seconds: Math.sqrt((2 * height) / gravity)}),
})

test('a solver gets every parameter: what was given, else the default', () => {
  expect(simulation.solve({height: 122.625}).seconds).toBeCloseTo(5, 12)
  expect(simulation.solve().seconds).toBeCloseTo(2.019275, 6)
  expect(simulation.solve({height: 0})).toEqual({seconds: 0})
})

test('a value outside its range, none at all and a parameter that is not there are refused', () => {
  expect(() => simulation.solve({height: 301})).toThrow(
    new RangeError('fall: "height" is 301; it must be a number in the range 0 to 300 m.'),
  )
  expect(() => simulation.solve({gravity: Number.NaN})).toThrow('"gravity" is NaN; it must be a number')
  const misspelt: Record<string, number> = {hieght: 3}
  expect(() => simulation.solve(misspelt)).toThrow('fall has no parameter "hieght". It has height, gravity.')
})

test('a default must lie in its range', () => {
  const parameters = {height: {...fall.parameters.height, default: -1}}
  expect(() => defineSimulation({...fall, parameters, solve: () => 0})).toThrow(
    'fall: the default of "height" is -1, outside its range 0 to 300 m.',
  )
})
