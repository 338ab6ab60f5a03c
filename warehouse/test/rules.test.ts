import {check} from '@hromada/datasets'
import districts from '@hromada/datasets/districts/dataset.ts'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {type Model, staging} from '../src/index.ts'
import {builtCity, dataFolder} from './city.fixture.ts'
import {asked, places, thingColumns, things, townOf} from './rules.fixture.ts'

type Cell = string
type Row = Record<keyof typeof thingColumns, Cell>

const header = Object.keys(thingColumns)
const empty = Object.fromEntries(header.map(name => [name, ''])) as Row
const table = (rows: Partial<Row>[]) => [
  header,
  ...rows.map(row => header.map(name => ({...empty, ...row})[name as keyof Row])),
]

/** What a rule answers, without its words. */
const answers = (found: Awaited<ReturnType<typeof asked>>) =>
  found.results.map(({rule, column, asked: of, faults, rows}) => ({rule, column, of, faults, rows}))

const maybe = (cells: fc.Arbitrary<string>) =>
  fc.oneof({weight: 1, arbitrary: fc.constant('')}, {weight: 4, arbitrary: cells})
const whole = (min: number, max: number) => fc.integer({min, max}).map(String)
const money = fc.integer({min: -300, max: 300}).map(cents => (cents / 100).toFixed(2))
const day = fc
  .integer({min: 20_400, max: 20_420})
  .map(days => new Date(days * 86_400_000).toISOString().slice(0, 10))
const row = fc.record({
  name: maybe(
    fc
      .string({unit: fc.constantFrom(...'аїЄ’09 x-\u00a0😀'), minLength: 1, maxLength: 4})
      .map(text => text.trim()),
  ),
  number: maybe(whole(-5, 5)),
  size: maybe(fc.integer({min: -20, max: 20}).map(tenths => String(tenths / 10))),
  price: maybe(money),
  day: maybe(day),
  other_day: maybe(day),
  at: maybe(day.map(text => `${text}T12:00:00+02:00`)),
  place: maybe(fc.constantFrom('a', 'b', 'c', 'd')),
  kind: maybe(fc.constantFrom('whole', 'left', 'right', 'none')),
  lon: maybe(fc.integer({min: 295, max: 315}).map(tenths => String(tenths / 10))),
  lat: maybe(fc.integer({min: 495, max: 515}).map(tenths => String(tenths / 10))),
})
// A blank line is no record.
const rowsArb = fc
  .array(row, {minLength: 1, maxLength: 60})
  .map(rows => rows.map(one => ({...one, place: one.place || 'z'})))

/** The records, counted from 1, of the rows that a rule is asked of, and of those at fault. */
function count<R>(rows: R[], isAsked: (row: R) => boolean, isAtFault: (row: R) => boolean) {
  const faults = rows.flatMap((one, index) => (isAsked(one) && isAtFault(one) ? [index + 1] : []))
  return {of: rows.filter(isAsked).length, faults: faults.length, rows: faults.slice(0, 5)}
}

const filled =
  (...names: (keyof Row)[]) =>
  (one: Row) =>
    names.every(name => one[name] !== '')

describe('rules about single rows answer as JavaScript does', () => {
  const pattern = /^[аїЄ]+[^\n0-5]?$|^(?:x-){1,2}|[’-]$/
  const dataset = things([
    check.range('number', {from: -2, to: 3}),
    check.range('size', {to: 0.5}),
    check.range('price', {from: -1.25, id: 'cheap'}),
    check.range('day', {from: '2025-11-12', to: '2025-11-20'}),
    check.range('at', {from: '2025-11-15'}),
    check.range('price', {from: 0, where: {kind: ['left', 'right']}}),
    check.pattern('name', pattern, {uk: 'так', en: 'so'}),
    check.pattern('name', /^Є|X/i, {uk: 'так', en: 'so'}, {id: 'any_case'}),
    check.order('day', '<=', 'other_day'),
    check.order('number', '<', 'size'),
    check.order('at', '<=', 'day'),
    check.filled('name'),
    check.filled('name', {where: {kind: 'whole'}, id: 'whole_is_named'}),
    check.past('day'),
    check.inCity('lon', 'lat'),
  ])

  test('over random rows', async () => {
    await fc.assert(
      fc.asyncProperty(rowsArb, async rows => {
        const number = (name: keyof Row, test: (value: number) => boolean) =>
          count(rows, filled(name), one => test(Number(one[name])))
        const expected = [
          number('number', value => value < -2 || value > 3),
          number('size', value => value > 0.5),
          number('price', value => value < -1.25),
          count(rows, filled('day'), ({day: at}) => at < '2025-11-12' || at > '2025-11-20'),
          count(rows, filled('at'), ({at}) => Date.parse(at) < Date.parse('2025-11-15T00:00:00Z')),
          count(
            rows,
            one => filled('price')(one) && /left|right/.test(one.kind),
            one => Number(one.price) < 0,
          ),
          count(rows, filled('name'), ({name}) => !new RegExp(pattern.source, 'u').test(name)),
          count(rows, filled('name'), ({name}) => !/^Є|X/iu.test(name)),
          count(rows, filled('day', 'other_day'), one => one.day > one.other_day),
          count(rows, filled('number', 'size'), one => Number(one.number) >= Number(one.size)),
          count(rows, filled('at', 'day'), one => one.at.slice(0, 10) > one.day),
          count(
            rows,
            () => true,
            ({name}) => name === '',
          ),
          count(
            rows,
            ({kind}) => kind === 'whole',
            ({name}) => name === '',
          ),
          // The file is fetched on 21 November 2026, and all days lie in November 2025.
          count(rows, filled('day'), () => false),
          count(rows, filled('lon', 'lat'), ({lon, lat}) => {
            const [x, y] = [Number(lon), Number(lat)]
            return x < 29.9 || x > 31.1 || y < 49.9 || y > 51.1
          }),
        ]
        const found = answers(await asked([{dataset, rows: table(rows)}]))
        expect(found.map(({of, faults, rows: at}) => ({of, faults, rows: at}))).toEqual(expected)
      }),
      {seed: 4, numRuns: 10},
    )
  })
})

describe('rules about rows together answer as JavaScript does', () => {
  const dataset = things([
    check.unique(['number', 'kind']),
    check.unique(['name'], {where: {kind: 'whole'}}),
    check.relation('place', places, 'place_id'),
  ])

  test('over random rows', async () => {
    await fc.assert(
      fc.asyncProperty(rowsArb, fc.subarray(['a', 'b', 'c', 'z'], {minLength: 1}), async (rows, known) => {
        // What is not one of its values is left empty.
        const read = (one: Row, name: keyof Row) => (one[name] === 'none' ? '' : one[name])
        const repeated = (names: (keyof Row)[], isAsked: (one: Row) => boolean) => {
          const seen = new Set<string>()
          return count(
            rows,
            one => isAsked(one) && names.some(name => read(one, name) !== ''),
            one => {
              const key = JSON.stringify(names.map(name => read(one, name)))
              const isSeen = seen.has(key)
              seen.add(key)
              return isSeen
            },
          )
        }
        const expected = [
          repeated(['number', 'kind'], () => true),
          repeated(['name'], ({kind}) => kind === 'whole'),
          count(rows, filled('place'), ({place}) => !known.includes(place)),
        ]
        const found = answers(
          await asked([
            {dataset, rows: table(rows)},
            {dataset: places, rows: [['place', 'note'], ...known.map(place => [place, '-'])]},
          ]),
        )
        expect(found.map(({of, faults, rows: at}) => ({of, faults, rows: at}))).toEqual(expected)
      }),
      {seed: 4, numRuns: 10},
    )
  })

  test('a dataset that has not landed answers for nothing', async () => {
    const found = answers(await asked([{dataset, rows: table([{place: 'a'}])}]))
    expect(found[2]).toEqual({rule: 'unknown_reference', column: 'place', of: 0, faults: 0, rows: []})
  })

  test('a whole is the sum of its parts in every group, over random rows', async () => {
    const summed = things(
      [check.sum('price', {by: 'kind', whole: 'whole', parts: ['left', 'right']})],
      ['place', 'kind'],
    )
    const group = fc.record({
      whole: fc.option(money),
      left: fc.option(money),
      right: fc.option(money),
      isRight: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(group, {minLength: 1, maxLength: 30}), async groups => {
        const cents = (text: string | null) => Math.round(Number(text ?? 0) * 100)
        const made = groups.map(one => ({
          ...one,
          whole: one.isRight ? ((cents(one.left) + cents(one.right)) / 100).toFixed(2) : one.whole,
        }))
        const rows = made.flatMap((one, index) =>
          (['whole', 'left', 'right'] as const).flatMap(kind =>
            one[kind] === null ? [] : [{place: `p${index}`, kind, price: one[kind]}],
          ),
        )
        fc.pre(rows.length > 0)
        const there = made.filter(one => one.whole !== null || one.left !== null || one.right !== null)
        const hasWhole = there.some(one => one.whole !== null)
        const [found] = answers(await asked([{dataset: summed, rows: table(rows)}]))
        expect(found).toMatchObject({
          of: hasWhole ? there.length : 0,
          faults: hasWhole
            ? there.filter(one => cents(one.whole) !== cents(one.left) + cents(one.right)).length
            : 0,
        })
      }),
      {seed: 4, numRuns: 10},
    )
  })
})

describe('rules about the landing', () => {
  test('the newest value is held against the instant of fetching, a day by its end on the city’s clock', async () => {
    // Fetched at 2026-11-21T08:00Z, which is 10:00 in Kyiv.
    const dataset = things([
      check.fresh('at', {within: 'PT2H'}),
      check.fresh('at', {within: 'PT1H', id: 'an_hour'}),
      check.fresh('day', {within: 'PT10H'}),
      check.fresh('day', {within: 'PT9H', id: 'nine_hours'}),
      check.fresh('other_day', {within: 'P1D'}),
    ])
    const rows = table([
      {at: '2026-11-21T06:00:00Z', day: '2026-11-20'},
      {at: '2026-01-01T00:00:00Z', day: '2026-01-01'},
    ])
    const found = answers(await asked([{dataset, rows}]))
    expect(found.map(({of, faults}) => [of, faults])).toEqual([
      [1, 0],
      [1, 1],
      [1, 0],
      [1, 1],
      [0, 0],
    ])
  })

  test('what is dated after the day of fetching, by the city’s calendar, is at fault; the value stays', async () => {
    const found = answers(
      await asked([
        {
          dataset: things([check.past('day'), check.past('at')]),
          rows: table([
            {day: '2026-11-21', at: '2026-11-21T21:59:59Z'},
            {day: '2026-11-22', at: '2026-11-21T22:00:00Z'},
          ]),
        },
      ]),
    )
    expect(found.map(({of, faults, rows}) => [of, faults, rows])).toEqual([
      [2, 1, [2]],
      [2, 1, [2]],
    ])
  })

  test('there are so many rows', async () => {
    const dataset = things([
      check.rows({from: 2, to: 3}),
      check.rows({from: 4, id: 'more'}),
      check.rows({to: 2, id: 'fewer'}),
    ])
    const found = answers(await asked([{dataset, rows: table([{name: 'a'}, {name: 'b'}, {name: 'c'}])}]))
    expect(found.map(({faults}) => faults)).toEqual([0, 1, 1])
  })
})

describe('a rule names records of the file', () => {
  const negative = check.range('number', {from: 0})

  test('of several with one key that which was kept, whatever else is left out', async () => {
    const rows = table([
      {name: 'a', number: '-1'},
      {name: '', number: '-2'},
      {name: 'b', number: '-3'},
      {name: 'a', number: '4'},
      {name: 'c', number: '5'},
      {name: 'b', number: '-6'},
      {name: 'd', number: '-7'},
    ])
    const keyed = await asked([{dataset: things([negative], ['name']), rows}])
    // A row without a name is one as well: the column may be empty.
    expect(answers(keyed)).toMatchObject([{of: 5, faults: 3, rows: [2, 6, 7]}])
    expect(keyed.results[0]!.example).toBe('-2')
    const unkeyed = await asked([{dataset: things([negative]), rows}])
    expect(answers(unkeyed)).toMatchObject([{of: 7, faults: 5, rows: [1, 2, 3, 6, 7]}])
  })

  test('where files add up, of that from which the row came', async () => {
    const dataset = things([negative, check.unique(['number'])], [], {mode: 'append'})
    const {city, mirror, write} = townOf([{dataset, rows: table([{number: '1'}, {number: '-2'}])}])
    const data = dataFolder()
    const run = () => builtCity([city], mirror, {data, models: [staging(dataset) as unknown as Model]})
    await (await run()).warehouse.close()
    write('things', table([{number: '3'}, {number: '4'}, {number: '-5'}, {number: '1'}]))
    const {built, warehouse} = await run()
    await warehouse.close()
    expect(answers(built.checked[0]!)).toMatchObject([
      {of: 6, faults: 2, rows: [2, 3]},
      {of: 6, faults: 1, rows: [4]},
    ])
  })
})

test('a city whose districts are known is as large as they are, and a little larger', async () => {
  const size = 0.1
  const district = (west: number, south: number) =>
    JSON.stringify({
      type: 'Polygon',
      coordinates: [
        [
          [west, south],
          [west + size, south],
          [west + size, south + size],
          [west, south + size],
          [west, south],
        ],
      ],
    })
  const rows = table(
    [
      [30.15, 50.25],
      [30.25, 50.25],
      // 444 and 556 m south of the border.
      [30.15, 50.196],
      [30.15, 50.195],
      // Within the box of the city, and in none of its districts.
      [30.6, 50.6],
      [50.25, 30.15],
    ].map(([lon, lat]) => ({lon: String(lon), lat: String(lat)})),
  )
  const found = await asked([
    {
      dataset: things([
        check.inCity('lon', 'lat'),
        check.inCity('lon', 'lat', {marginMetres: 1000, id: 'far'}),
      ]),
      rows,
    },
    {
      dataset: districts,
      rows: [
        ['katotth', 'name:uk', 'geometry', 'name:en', 'old_name'],
        ['UA1', 'Західний', district(30.1, 50.2), '', ''],
        ['UA2', 'Східний', district(30.2, 50.2), '', ''],
      ],
    },
  ])
  expect(answers(found)).toMatchObject([
    {rule: 'outside_city', of: 6, faults: 3, rows: [4, 5, 6]},
    {rule: 'far', of: 6, faults: 2, rows: [5, 6]},
  ])
})

test('what is found anyway is graded by the dataset: noted up to what is allowed, then as it says', async () => {
  const rows = table([
    {number: '1,5', kind: 'none', name: 'a'},
    {number: 'many', kind: 'other', name: 'a'},
    {number: '3', kind: 'whole', name: 'b'},
    {number: '4', kind: 'whole', name: 'c'},
  ])
  const graded = async (...checks: Parameters<typeof things>[0] & object) => {
    const {faults} = await asked([{dataset: things(checks, ['name']), rows}])
    return faults.map(({rule, column, severity, count, asked: of, allowed}) => ({
      rule,
      column,
      severity,
      count,
      of,
      allowed,
    }))
  }
  const type = {rule: 'type', column: 'number', count: 2}
  const words = {rule: 'not_allowed', column: 'kind', count: 2}
  const key = {rule: 'duplicate_key', column: 'name', count: 1}
  const plain = {severity: 'warn', of: null, allowed: 0}
  expect(await graded()).toEqual([
    {...type, ...plain},
    {...words, ...plain},
    {...key, ...plain},
  ])
  expect(
    await graded(
      check.type('number', {allow: {share: 0.5}, severity: 'block'}),
      check.allowed('kind', {allow: {rows: 1}, severity: 'warn'}),
      check.key({severity: 'info'}),
    ),
  ).toEqual([
    {...type, severity: 'info', of: 4, allowed: 2},
    {...words, severity: 'warn', of: 4, allowed: 1},
    {...key, severity: 'info', of: 4, allowed: 0},
  ])
})

test('a rule says in both languages what holds, and what is wrong', async () => {
  const dataset = things([
    check.range('number', {from: 1, to: 20_000}),
    check.range('day', {from: '2020-01-01'}),
    check.range('size', {to: -0.5}),
    check.pattern('name', /^\d{8}$/, {uk: '8 цифр', en: '8 digits'}),
    check.order('day', '<=', 'other_day', {where: {kind: ['left', 'right']}}),
    check.relation('place', places, 'place_id'),
    check.fresh('at', {within: 'P7D'}),
    check.volume({drop: 0.3, growth: 0.5}),
  ])
  const {results} = await asked([{dataset, rows: table([{place: 'a'}])}])
  expect(results.map(({holds, broken}) => [holds.uk, broken.uk])).toEqual([
    ['number: від 1 до 20\u202f000', 'Значення не в межах від 1 до 20\u202f000'],
    ['day: не раніше 2020-01-01', 'Значення раніше за 2020-01-01'],
    ['size: не більше −0,5', 'Значення більше за −0,5'],
    ['name: 8 цифр', 'Значення має інший вигляд, ніж слід: 8 цифр'],
    [
      'day не пізніше, ніж other_day, де kind – left / right',
      'day пізніше, ніж other_day, де kind – left / right',
    ],
    [
      'place є в наборі «Для перевірок» (place_id)',
      'Такого значення немає в наборі «Для перевірок» (place_id)',
    ],
    [
      'Найновіше at не старше за файл більш як на 7 дн.',
      'Найновіше значення старше за файл більш як на 7 дн.',
    ],
    [
      'Кількість рядків звична: у межах −30\u00a0% … +50\u00a0% від попередніх отримань',
      'Кількість рядків незвична: поза межами −30\u00a0% … +50\u00a0% від попередніх отримань',
    ],
  ])
  expect(results.map(({holds, broken}) => [holds.en, broken.en]).slice(0, 5)).toEqual([
    ['number is between 1 and 20,000', 'The value is not between 1 and 20,000'],
    ['day is no earlier than 2020-01-01', 'The value is earlier than 2020-01-01'],
    ['size is at most −0.5', 'The value is more than −0.5'],
    ['name has the form: 8 digits', 'The value does not have the form that it should have: 8 digits'],
    [
      'day is no later than other_day, where kind is left / right',
      'day is later than other_day, where kind is left / right',
    ],
  ])
})
