import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {durationMs} from './check-rules.ts'
import {check, column, defineDataset, licences} from './index.ts'
import {portablePattern} from './portable-pattern.ts'

const text = {uk: 'Для перевірок', en: 'For tests'}
const nullable = (from: string) => ({from, nullable: true, describe: text}) as const
const base = {
  id: 'things',
  title: text,
  describe: text,
  publisher: text,
  licence: licences.ccBy4,
  theme: 'GOVE',
  cadence: 'DAILY',
  key: ['name'],
} as const
const columns = {
  name: column.text({from: 'name', describe: text}),
  note: column.text(nullable('note')),
  number: column.integer(nullable('number')),
  price: column.decimal(nullable('price')),
  size: column.number(nullable('size')),
  day: column.date(nullable('day')),
  at: column.timestamp(nullable('at')),
  shape: column.geometry(nullable('shape')),
} as const
type Checks = NonNullable<Parameters<typeof defineDataset<'things', typeof columns>>[0]['checks']>
const declare = (...checks: Checks) => defineDataset({...base, key: ['name'], columns, checks})

test('a rule is data: what is not said is filled in', () => {
  expect(
    declare(
      check.range('number', {
        from: 1,
        severity: 'block',
        allow: {share: 0.1},
        where: {note: 'a', name: ['b', 'c']},
      }),
      check.unique(['note', 'day']),
      check.pattern('note', /^\d+$/i, text),
    ).checks,
  ).toEqual([
    {
      id: 'out_of_range',
      severity: 'block',
      allow: {share: 0.1},
      where: {note: ['a'], name: ['b', 'c']},
      kind: 'range',
      column: 'number',
      from: 1,
      to: null,
    },
    {id: 'repeated', severity: 'warn', allow: {rows: 0}, where: {}, kind: 'unique', columns: ['note', 'day']},
    {
      id: 'wrong_form',
      severity: 'warn',
      allow: {rows: 0},
      where: {},
      kind: 'pattern',
      column: 'note',
      pattern: '^\\d+$',
      ignoresCase: true,
      means: text,
    },
  ])
  expect(declare().checks).toEqual([])
})

test('a rule about a column that there is not, or of another type, does not pass the type check', () => {
  // They are refused when run as well, where types cannot see them.
  // @ts-expect-error there is no column "nummer"
  expect(() => declare(check.range('nummer', {from: 1}))).toThrow(
    'asks for a column "nummer" that there is not',
  )
  // @ts-expect-error a text has no range
  expect(() => declare(check.range('note', {from: 1}))).not.toThrow()
  // @ts-expect-error a number has no form
  declare(check.pattern('number', /^\d$/, text))
  // @ts-expect-error places are numbers
  declare(check.inCity('note', 'size'))
  // @ts-expect-error only what is exact adds up
  expect(() => declare(check.sum('size', {by: 'name', whole: 'T', parts: ['C']}))).not.toThrow()
  // @ts-expect-error the other column must be one of the dataset referred to
  expect(() => declare(check.relation('note', {...base, columns}, 'nothing'))).not.toThrow()
  // @ts-expect-error a text is not dated
  declare(check.past('note'))
})

test.each([
  [
    'asks for a column "nobody" that there is not',
    () => check.range('number', {from: 1, where: {nobody: 'x'}}),
  ],
  ['has no bound', () => check.range('number', {})],
  ['runs backwards', () => check.range('number', {from: 2, to: 1})],
  ['has a bound that is no ISO date', () => check.range('day', {from: 5})],
  ['has a bound that is no number', () => check.range('number', {from: '2020-01-01'})],
  ['compares a time with a number', () => check.order('day', '<=', 'number')],
  ['asks whether a column is filled that cannot be empty', () => check.filled('name')],
  ['is about a column that may be empty', () => check.required('note', {severity: 'block'})],
  ['is about a column that allows any value', () => check.allowed('note', {severity: 'block'})],
  ['needs a key with "note"', () => check.sum('price', {by: 'note', whole: 'T', parts: ['C']})],
  ['has no duration such as P7D', () => check.fresh('at', {within: '7 days'})],
  ['has neither drop nor growth', () => check.volume({})],
  ['must be called in snake_case', () => check.rows({from: 1, id: 'Too few'})],
  ['allows a share that is not between 0 and 1', () => check.filled('note', {allow: {share: 1.5}})],
] as const)('%s', (message, rule) => {
  expect(() => declare(rule() as never)).toThrow(`things: the rule`)
  expect(() => declare(rule() as never)).toThrow(message)
})

test('two rules of one name about one column are told apart by an id', () => {
  const twice = [
    check.range('number', {from: 1}),
    check.range('number', {from: 0, severity: 'block'}),
  ] as const
  expect(() => declare(...twice)).toThrow(
    'things: the rule out_of_range number is there twice. Give one of them an id.',
  )
  declare(
    twice[0],
    check.range('number', {from: 0, severity: 'block', id: 'negative'}),
    check.range('size', {from: 1}),
  )
})

test('durations are those of ISO 8601, in weeks, days, hours and minutes', () => {
  expect(['P7D', 'P2W', 'PT36H', 'P1DT30M', 'P1Y', 'P', 'PT', '7D', ''].map(durationMs)).toEqual([
    604_800_000,
    1_209_600_000,
    129_600_000,
    88_200_000,
    null,
    null,
    null,
    null,
    null,
  ])
})

/** Of a text, where a formatter would mend a literal. */
const made = (source: string) => new RegExp(source)

describe('a pattern is what JavaScript and RE2 read alike', () => {
  test.each([
    /^\d{8}$/,
    /^(?:a|b)+[^x-z\]]?$/,
    /^[А-ЯІЇЄҐ’-]+$/i,
    /^\(\d+\.\d+, -?\d+\)$/,
    /^a{2,1000}$/,
    /^[^\n]{3}$/,
  ])('%s', pattern => {
    expect(portablePattern(pattern)).toEqual({pattern: pattern.source, ignoresCase: pattern.ignoreCase})
  })
  test.each([
    [/a/g, 'a flag other than i'],
    [/a\sb/, '\\s, which databases read otherwise'],
    [/\p{L}/u, '\\p, which databases read otherwise'],
    [/\u0401/, '\\u, which databases read otherwise'],
    [/(a)\1/, '\\1, which databases read otherwise'],
    [/(?=a)b/, 'a group that looks around'],
    [/(?<!a)b/, 'a group that looks around'],
    [/(?<n>a)/, 'a group that looks around'],
    [/a.c/, 'a dot'],
    [made('[^]'), 'an empty class'],
    [/\w/i, '\\w beside the flag i'],
    [/a{1001}/, 'more than 1000 repetitions'],
    [made('\\-'), 'no meaning where characters are Unicode'],
  ])('%s has %s', (pattern, message) => {
    expect(() => portablePattern(pattern)).toThrow(message)
  })

  test('whatever is let through has a meaning in JavaScript', () => {
    const pieces = fc.constantFrom(
      'a',
      '\\d',
      '[',
      ']',
      '^',
      '$',
      '(',
      ')',
      '?',
      ':',
      '*',
      '+',
      '{2}',
      '|',
      '\\.',
      '-',
      'і',
      '\\\\',
      '.',
      '\\s',
    )
    fc.assert(
      fc.property(fc.array(pieces, {maxLength: 12}), parts => {
        let pattern: RegExp
        try {
          pattern = new RegExp(parts.join(''))
        } catch {
          return
        }
        try {
          portablePattern(pattern)
        } catch {
          return
        }
        expect(() => new RegExp(pattern.source, 'u')).not.toThrow()
        expect(pattern.source).not.toMatch(/\\s/)
      }),
      {seed: 4, numRuns: 5000},
    )
  })
})
