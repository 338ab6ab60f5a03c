import {expect, test} from 'vitest'
import {buildingColours, type ColourFacts} from './building-colours.ts'

const facts = (more: Partial<ColourFacts>): ColourFacts => ({
  building_id: 'b1',
  use: 'житло',
  levels: 2,
  height_m: 6,
  year: 1985,
  roof: 'gabled',
  ...more,
})
const channels = (hex: string) => [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16))
/** Every look of two hundred buildings. */
const all = (more: Partial<ColourFacts>) =>
  Array.from({length: 200}, (_, index) => buildingColours(facts({...more, building_id: `b${index}`})))

test('a building always has the same colours, and its neighbours others', () => {
  expect(buildingColours(facts({}))).toEqual(buildingColours(facts({})))
  expect(new Set(all({}).map(({walls, roof}) => walls + roof)).size).toBeGreaterThan(15)
})

test('old houses are warm under tiles, panels pale under grey, works bluish; whatever the register is written in', () => {
  for (const {walls, roof} of all({levels: 3, year: 1900})) {
    const [red, , blue] = channels(roof) as [number, number, number]
    expect(red).toBeGreaterThan(blue + 40)
    expect(channels(walls)[0]).toBeGreaterThan(200)
  }
  for (const {roof} of all({levels: 9, roof: 'flat'})) {
    const parts = channels(roof)
    expect(Math.max(...parts) - Math.min(...parts)).toBeLessThan(12)
  }
  for (const use of ['виробництво', 'склад', 'industrial', 'warehouse'])
    for (const {walls} of all({use})) expect(channels(walls)[2]).toBeGreaterThanOrEqual(channels(walls)[0]!)
})

test('a building of which nothing is known has colours too', () => {
  const nothing = {building_id: 'x', use: null, levels: null, height_m: null, year: null, roof: null}
  expect(buildingColours(nothing).walls).toMatch(/^#[0-9a-f]{6}$/)
  expect(buildingColours(nothing).roof).toMatch(/^#[0-9a-f]{6}$/)
})
