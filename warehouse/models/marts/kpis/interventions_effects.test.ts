import {beforeAll, expect, test} from 'vitest'
import {type GivenRow, modelRows} from '../../../test/model-rows.fixture.ts'
import changesOf from '../../intermediate/kpis/int_interventions_changes.ts'
import clashesOf from '../../intermediate/kpis/int_interventions_clashes.ts'
import panelOf from '../../intermediate/kpis/int_interventions_panel.ts'
import placesOf from '../../intermediate/kpis/int_interventions_places.ts'
import refusalsOf from '../../intermediate/kpis/int_interventions_refusals.ts'
import samplesOf from '../../intermediate/kpis/int_interventions_samples.ts'
import testsOf from '../../intermediate/kpis/int_interventions_tests.ts'
import effectsOf from './interventions_effects.ts'

type Effect = Record<string, number | string | boolean | null>
type Side = 'treated' | 'control'
type District = {name: string; side: Side; values: number[]; base?: number}

const declared = {
  intervention_id: 'Z',
  title_uk: 'Захід',
  kpi: 'share',
  start_month: '2025-01-01',
  declared_date: '2024-12-20',
  body: 'Рада',
}
const definition = {
  city: 'nowhere',
  kpi: 'share',
  title_uk: 'Частка',
  title_en: 'Share',
  unit: '1',
  better: 'more',
}

const month = (step: number) => new Date(Date.UTC(2025, step, 1)).toISOString().slice(0, 10)

type Case = {
  districts: District[]
  before: number
  declares?: GivenRow
  more?: GivenRow[]
  monthsLater?: number
}

/** The rows of a city in which this was declared and that happened. */
function given(city: string, {districts, before, declares = {}, more = [], monthsLater = 1}: Case) {
  const named = (side: Side) =>
    districts.flatMap(({name, side: of}) => (of === side ? [name] : [])).join(', ')
  const after = (districts[0]?.values.length ?? 0) - before
  const row = (district: string, at: number, value: number, base: number): GivenRow => ({
    city,
    kpi: 'share',
    district,
    month: month(at - before),
    value,
    base,
  })
  return {
    stg_interventions: [
      {
        ...declared,
        treated_districts: named('treated'),
        control_districts: named('control'),
        months_before: before,
        months_after: after,
        ...declares,
      },
      ...more,
    ].map(one => ({...one, city})),
    kpis: [
      ...districts.flatMap(({name, values, base = 1000}) =>
        values.map((value, at) => row(name, at, value, base)),
      ),
      // Months go on after the comparison.
      ...Array.from({length: monthsLater}, (_, at) =>
        row(districts[0]!.name, before + after + at, 0.5, 1000),
      ),
    ],
    kpi_definitions: [{...definition, city}],
  }
}

/** Cities that have an indicator of the whole alone: what is declared in the first is held against others. */
function wholeCities(kpi: string, values: Record<string, number[]>, control_cities: string | null) {
  const [city] = Object.keys(values)
  return {
    stg_interventions: [
      {
        ...declared,
        kpi,
        city: city!,
        treated_districts: null,
        control_cities,
        months_before: 4,
        months_after: 4,
      },
    ],
    kpis: Object.entries(values).flatMap(([of, months]) =>
      [...months, 0.5].map(
        (value, at): GivenRow => ({city: of, kpi, district: '', month: month(at - 4), value, base: 1000}),
      ),
    ),
    kpi_definitions: Object.keys(values).map(of => ({...definition, kpi, city: of})),
  }
}

// Student, The probable error of a mean, Biometrika 6, 1908: additional hours of sleep with two drugs. R, example of
// t.test: t.test(extra ~ group, data = sleep, var.equal = TRUE) gives t = -1.8608, df = 18, p-value = 0.07919, 95 percent
// confidence interval -3.363874 to 0.203874.
const sleep = {
  treated: [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2],
  control: [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
}
const sleepers = (['treated', 'control'] as const).flatMap(side =>
  sleep[side].map((extra, i): District => ({name: `${side} ${i}`, side, values: [5, 5 + extra]})),
)

// Card and Krueger, Minimum wages and employment, American Economic Review 84, 1994, table 3: full-time employees a store,
// New Jersey 20.44 and 21.03, Pennsylvania 23.33 and 21.17. They give 2.76, of means that are not rounded.
const stores: District[] = [
  {name: 'New Jersey', side: 'treated', values: [20.44, 21.03]},
  {name: 'Pennsylvania east', side: 'control', values: [23.33 - 2, 21.17 - 2.5]},
  {name: 'Pennsylvania west', side: 'control', values: [23.33 + 2, 21.17 + 2.5]},
]

/** Values that are drawn, and the same each time (Lehmer, multiplier of Park and Miller). */
function drawn(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/**
 * Two treated districts and four to compare with, eight months before and eight after. Months of a district lean on the
 * month before (by 0.6); the treated rise by `lift` at the start and by `drift` in every month.
 */
function town(seed: number, lift: number, drift = 0): District[] {
  const next = drawn(seed)
  return Array.from({length: 6}, (_, i): District => {
    const side = i < 2 ? 'treated' : 'control'
    let lean = 0
    return {
      name: `Р${i}`,
      side,
      values: Array.from({length: 16}, (_, at) => {
        lean = 0.6 * lean + 0.03 * (next() + next() + next() - 1.5)
        const own = side === 'treated' ? drift * at + (at >= 8 ? lift : 0) : 0
        return 0.5 + 0.02 * i + 0.01 * Math.sin(at) + lean + own
      }),
    }
  })
}

/** Two districts whose differences over halves of four months before and of four after are 0 and 0.02, 0.10 and 0.14. */
const pair = (side: Side): District => ({
  name: side,
  side,
  values: [0.5, 0.52, 0.51, 0.5, 0.53, 0.5, 0.52, 0.51].map((value, at) =>
    side === 'control' ? value : value + [0.01, -0.01, 0.03, 0.01, 0.09, 0.11, 0.15, 0.13][at]!,
  ),
})

const six = town(7, 0.08)
const other = {
  ...declared,
  intervention_id: 'Y',
  start_month: '2025-03-01',
  treated_districts: 'Р4',
  months_before: 2,
  months_after: 2,
}
const pairs = Array.from({length: 100}, (_, i): [string, Case] => [
  `pair ${i}`,
  {districts: town(500 + 104_729 * i, 0).slice(1, 3), before: 8},
])
const nothings = Array.from({length: 100}, (_, i): [string, Case] => [
  `nothing ${i}`,
  {districts: town(1000 + 7919 * i, 0), before: 8},
])
const cases: Record<string, Case> = {
  sleep: {districts: sleepers, before: 1},
  stores: {districts: stores, before: 1},
  six: {districts: six, before: 8},
  'all others': {districts: six, before: 8, declares: {control_districts: null}},
  down: {districts: town(7, -0.08), before: 8},
  apart: {districts: town(3, 0, 0.02), before: 8},
  afterwards: {districts: six, before: 8, declares: {declared_date: '2025-05-05'}},
  unknown_kpi: {districts: six, before: 8, declares: {kpi: 'another'}},
  unknown_district: {districts: six, before: 8, declares: {treated_districts: 'Р0, Р9'}},
  same_place: {districts: six, before: 8, declares: {control_districts: 'Р1, Р3, Р4'}},
  nothing_to_compare: {districts: six.slice(0, 2), before: 8, declares: {control_districts: null}},
  few_months: {
    districts: six.slice(1, 3).map(one => ({...one, values: one.values.slice(5, 11)})),
    before: 3,
  },
  'two districts': {districts: [pair('treated'), pair('control')], before: 4},
  not_over: {districts: six, before: 8, monthsLater: 0},
  months_missing: {districts: six, before: 8, declares: {months_before: 9}},
  control_is_treated: {districts: six, before: 8, more: [other]},
  'treated long ago': {districts: six, before: 8, more: [{...other, start_month: '2023-01-01'}]},
  few_records: {districts: six.map(one => ({...one, base: 3})), before: 8},
  no_spread: {districts: six.map(one => ({...one, values: [0.5, 0.6]})), before: 1},
  ...Object.fromEntries(nothings),
  ...Object.fromEntries(pairs),
}

let effects: Map<string, Effect>
beforeAll(async () => {
  const all = [
    ...Object.entries(cases).map(([city, one]) => given(city, one)),
    wholeCities('one', {west: pair('treated').values, east: pair('control').values}, 'east'),
    wholeCities(
      'all',
      {
        north: pair('treated').values,
        middle: pair('control').values.map((value, at) => value + (at < 4 ? 0.01 : 0)),
        far: pair('control').values.map((value, at) => value - (at < 4 ? 0.01 : 0)),
      },
      null,
    ),
    {
      ...wholeCities('alone', {city_alone: pair('treated').values}, null),
      stg_interventions: [
        {
          ...declared,
          kpi: 'alone',
          city: 'city_alone',
          treated_districts: 'Р0',
          months_before: 4,
          months_after: 4,
        },
      ],
    },
    wholeCities('none', {south: pair('treated').values}, 'atlantis'),
  ]
  const stg_interventions = all.flatMap(one => one.stg_interventions)
  const kpis = all.flatMap(one => one.kpis)
  const kpi_definitions = all.flatMap(one => one.kpi_definitions)
  const rows = await modelRows(effectsOf, {stg_interventions, kpi_definitions, kpis}, [
    placesOf,
    clashesOf,
    panelOf,
    changesOf,
    samplesOf,
    testsOf,
    refusalsOf,
  ])
  effects = new Map(
    rows.flatMap(row => (row.intervention_id === 'Z' ? [[String(row.city), row as Effect]] : [])),
  )
})
const effect = (city: string) => effects.get(city)!

test('with one month before and after the interval is that of the two samples of changes', () => {
  const found = effect('sleep')
  expect(found).toMatchObject({refusal: null, degrees: 18, finding: 'no_evidence', treated: 10, control: 10})
  expect(found.effect).toBeCloseTo(-1.58, 12)
  expect(Number(found.effect) / Number(found.standard_error)).toBeCloseTo(-1.8608, 4)
  expect(found.effect_low).toBeCloseTo(-3.363874, 6)
  expect(found.effect_high).toBeCloseTo(0.203874, 6)
  expect(found.p_value).toBeCloseTo(0.07919, 5)
  // One month before has no course.
  expect([found.pretrend, found.pretrend_p_value]).toEqual([null, null])
})

test('New Jersey against Pennsylvania', () => {
  const found = effect('stores')
  expect(found.effect).toBeCloseTo(2.75, 10)
  expect(Math.abs(Number(found.effect) - 2.76)).toBeLessThan(0.015)
  expect(found.treated_change).toBeCloseTo(0.59, 10)
  expect(found.degrees).toBe(1)
})

test('the effect is that of the regression with effects of districts and months', () => {
  const found = effect('six')
  expect(found.effect).toBeCloseTo(twoWayEffect(six, 8), 10)
  expect(found).toMatchObject({finding: 'improved', refusal: null, degrees: 4, records: 6 * 16 * 1000})
  expect(Number(found.effect_low)).toBeGreaterThan(0)
})

/**
 * Frisch, Waugh and Lovell: what is left of values and of the treatment when means of districts and of months are taken
 * away, and the slope of the one on the other.
 */
function twoWayEffect(districts: District[], before: number): number {
  const within = (table: number[][]) => {
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    const all = mean(table.flat())
    const ofMonth = table[0]!.map((_, at) => mean(table.map(row => row[at]!)))
    return table.flatMap(row => row.map((value, at) => value - mean(row) - ofMonth[at]! + all))
  }
  const values = within(districts.map(({values: own}) => own))
  const treatment = within(
    districts.map(({side, values: own}) => own.map((_, at) => Number(side === 'treated' && at >= before))),
  )
  const product = (a: number[], b: number[]) => a.reduce((sum, value, i) => sum + value * b[i]!, 0)
  return product(values, treatment) / product(treatment, treatment)
}

test('where nothing was done, 95 of 100 intervals hold the zero though months lean on each other', () => {
  const found = nothings.map(([city]) => effect(city))
  const held = found.filter(one => Number(one.effect_low) <= 0 && Number(one.effect_high) >= 0).length
  // 95 are to be expected, with a standard deviation of 2.2.
  expect(held).toBeGreaterThan(88)
  expect(held).toBeLessThan(100)
})

test('districts that ran apart before the start are told of, and how much came of that alone', () => {
  const found = effect('apart')
  expect(found.finding).toBe('trends_differ')
  expect(Number(found.pretrend_p_value)).toBeLessThan(0.05)
  expect(found.pretrend_effect).toBeCloseTo(8 * Number(found.pretrend), 12)
  expect(Math.abs(Number(found.effect) - Number(found.pretrend_effect))).toBeLessThan(0.05)
})

test('less of what is better when there is more of it is no improvement', () => {
  expect(effect('down').finding).toBe('worsened')
})

test('what was declared after the start says so', () => {
  expect([effect('six').is_declared_before, effect('afterwards').is_declared_before]).toEqual([true, false])
})

test.each([
  'unknown_kpi',
  'unknown_district',
  'same_place',
  'nothing_to_compare',
  'few_months',
  'not_over',
  'months_missing',
  'control_is_treated',
  'few_records',
  'no_spread',
])('refuses an estimate: %s', reason => {
  expect(effect(reason)).toMatchObject({
    refusal: reason,
    finding: 'refused',
    effect: null,
    effect_low: null,
    p_value: null,
    treated_change: null,
  })
})

test('a district that was treated before the months of comparison may be compared with', () => {
  expect(effect('treated long ago').refusal).toBe(null)
})

test('without districts to compare with, all others are', () => {
  expect(effect('all others')).toMatchObject({
    control: 4,
    treated: 2,
    refusal: null,
    effect: effect('six').effect,
  })
})

test('of two places halves of the time are compared, two before and two after', () => {
  const found = effect('two districts')
  // Means 0.01 and 0.12, squares 2 · 0.01² and 2 · 0.02², two degrees of freedom.
  const error = Math.sqrt((2 * 0.01 ** 2 + 2 * 0.02 ** 2) / 2)
  expect(found).toMatchObject({refusal: null, method: 'halves', degrees: 2, treated: 1, control: 1})
  expect(found.effect).toBeCloseTo(0.11, 12)
  expect(found.standard_error).toBeCloseTo(error, 12)
  // Of two degrees of freedom Student's distribution is 1/2 + t / (2 √(2 + t²)), and its quantile 4.302652729911275.
  const t = 0.11 / error
  expect(found.p_value).toBeCloseTo(1 - t / Math.sqrt(2 + t * t), 10)
  expect(found.effect_high).toBeCloseTo(0.11 + 4.302652729911275 * error, 8)
  expect(found.finding).toBe('improved')
  expect([found.pretrend, found.pretrend_p_value]).toEqual([null, null])
})

test('where nothing was done in one of two places, most intervals hold the zero though months lean on each other', () => {
  const found = pairs.map(([city]) => effect(city))
  expect(found.every(one => one.method === 'halves' && one.refusal === null)).toBe(true)
  const held = found.filter(one => Number(one.effect_low) <= 0 && Number(one.effect_high) >= 0).length
  // 93 are to be expected where months lean by 0.6, with a standard deviation of 2.5; by single months it were 69.
  expect(held).toBeGreaterThan(84)
})

test('an intervention for a whole city is held against the city that it names, or against all', () => {
  // The same figures as of two districts, of two cities.
  const one = effect('west')
  const two = effect('two districts')
  for (const column of ['effect', 'effect_low', 'effect_high', 'p_value', 'treated_before', 'control_after'])
    expect(one[column]).toBeCloseTo(Number(two[column]), 12)
  expect(one).toMatchObject({method: 'halves', treated: 1, control: 1, finding: 'improved'})
  // Three cities are as many places.
  expect(effect('north')).toMatchObject({refusal: null, method: 'places', treated: 1, control: 2, degrees: 1})
  expect(effect('north').effect).toBeCloseTo(0.11, 12)
  expect(effect('south')).toMatchObject({refusal: 'unknown_city'})
})

test('districts of an indicator of the city alone cannot be compared', () => {
  expect(effect('city_alone')).toMatchObject({refusal: 'not_by_district', finding: 'refused'})
})
