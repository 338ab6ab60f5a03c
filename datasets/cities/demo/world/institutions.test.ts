import {expect, test} from 'vitest'
import {makeGround} from './ground/make-ground.ts'
import {type InstitutionKind, institutionsOf} from './institutions.ts'

const ground = makeGround({seed: 1, scale: 1})
const all = institutionsOf(ground)
const of = (kind: InstitutionKind) => all.filter(one => one.kind === kind)

test('every institution has an id, a name, a code and a house of its own', () => {
  for (const key of ['id', 'name', 'short', 'edrpou', 'building'] as const)
    expect(new Set(all.map(one => one[key])).size).toBe(all.length)
  for (const {kind, building} of all) expect(building.kind).toBe(kind)
  expect(of('hospital').length).toBeGreaterThan(1)
  expect(of('clinic').length).toBeGreaterThan(3)
})

test('every school and kindergarten with an address is one of them, or stands on the campus of one', () => {
  for (const kind of ['school', 'kindergarten'] as const) {
    const own = of(kind)
    for (const {centre} of ground.buildings.filter(one => one.kind === kind && one.house !== ''))
      expect(
        own.some(({building}) => {
          const [dx, dy] = [building.centre[0] - centre[0], building.centre[1] - centre[1]]
          return Math.sqrt(dx * dx + dy * dy) < 160
        }),
      ).toBe(true)
  }
})

test('children who live in the houses go to the schools: nearly all of school age, half of the small ones', () => {
  const children = [0, 1].map(age => ground.buildings.reduce((sum, one) => sum + one.residents[age]!, 0))
  const enrolled = (['kindergarten', 'school'] as const).map(kind =>
    of(kind).reduce((sum, {pupils}) => sum + pupils, 0),
  )
  expect(enrolled[1]! / children[1]!).toBeCloseTo(0.94, 2)
  expect(enrolled[0]! / children[0]!).toBeCloseTo(0.43, 2)
  for (const {kind, pupils, places} of all)
    if (kind === 'school' || kind === 'kindergarten') {
      expect(pupils / places).toBeGreaterThan(0.2)
      // Two shifts are the most that a house can take.
      expect(pupils / places).toBeLessThan(2)
    } else expect([pupils, places]).toEqual([0, 0])
})

test('schools with more children around have more: the rank of pupils is nearly that of the neighbours', () => {
  const schools = of('school').map(({building, pupils}) => ({
    pupils,
    near: ground.buildings.reduce((sum, {centre, residents}) => {
      const [dx, dy] = [building.centre[0] - centre[0], building.centre[1] - centre[1]]
      return dx * dx + dy * dy < 700 * 700 ? sum + residents[1] : sum
    }, 0),
  }))
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [pupils, near] = [mean(schools.map(one => one.pupils)), mean(schools.map(one => one.near))]
  const spread = (key: 'pupils' | 'near', middle: number) =>
    Math.sqrt(mean(schools.map(one => (one[key] - middle) * (one[key] - middle))))
  const both = mean(schools.map(one => (one.pupils - pupils) * (one.near - near)))
  expect(both / (spread('pupils', pupils) * spread('near', near))).toBeGreaterThan(0.6)
})

test('an institution is the same at every scale, its children nearly', () => {
  const small = institutionsOf(makeGround({seed: 1, scale: 0.1}))
  expect(small.map(({pupils: _, building, ...rest}) => ({...rest, at: building.id}))).toEqual(
    all.map(({pupils: _, building, ...rest}) => ({...rest, at: building.id})),
  )
  const sum = (list: typeof all) => list.reduce((run, {pupils}) => run + pupils, 0)
  expect(sum(small) / sum(all)).toBeGreaterThan(0.95)
  expect(sum(small) / sum(all)).toBeLessThan(1.05)
})
