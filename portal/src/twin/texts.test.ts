import {expect, test} from 'vitest'
import {formatter} from '../format.ts'
import {textsIn, twinTexts} from './texts.ts'
import {labelOf, writeValue} from './write-value.ts'

/** Every place where a text stands, as a path. */
const places = (value: unknown, path = ''): string[] =>
  value && typeof value === 'object'
    ? Object.entries(value).flatMap(([key, inner]) => places(inner, `${path}.${key}`))
    : [path]

test('both languages say the same things', () => {
  const exceptForms = (paths: string[]) => paths.filter(path => !path.startsWith('.objects')).sort()
  expect(exceptForms(places(twinTexts.en))).toEqual(exceptForms(places(twinTexts.uk)))
  expect(textsIn('pl')).toBe(twinTexts.en)
})

const writing = {
  locale: 'uk-UA',
  group: '\u202f',
  decimal: ',',
  million: '',
  units: {byte: '', kilobyte: '', megabyte: ''},
}
const f = formatter(writing, 'Europe/Kyiv')
const t = twinTexts.uk
const column = (name: string, type: string, unit: string | null = null) => ({
  name,
  type,
  unit,
  label: 'Слова видавця',
})

test('values are written as people read them', () => {
  expect(writeValue(null, column('x', 'text'), t, f)).toBe('невідомо')
  expect(writeValue('', column('x', 'text'), t, f)).toBe('невідомо')
  expect(writeValue('closed', column('status', 'text'), t, f)).toBe('закрите')
  expect(writeValue('metro', column('type', 'text'), t, f)).toBe('metro')
  expect(writeValue(true, column('x', 'boolean'), t, f)).toBe('так')
  expect(writeValue(1234, column('x', 'integer'), t, f)).toBe('1\u202f234')
  expect(writeValue(10.94, column('girth', 'number', 'm'), t, f)).toBe('10,9\u00a0м')
  expect(writeValue(10.94, column('height_m', 'number', 'm'), t, f)).toBe('10,9')
  expect(writeValue(30.123456, column('lon', 'number'), t, f)).toBe('30,12346')
  expect(writeValue(Date.UTC(2025, 2, 2), column('d', 'date'), t, f)).toContain('02.03.2025')
  expect(writeValue(Date.UTC(2025, 2, 2, 8, 15), column('received_at', 'timestamp'), t, f)).toMatch(
    /02\.03\.2025.*10:15/,
  )
})

test('our short words for columns we know, the publisher’s for the rest', () => {
  expect(labelOf(column('height_m', 'number'), t)).toBe('Висота, м')
  expect(labelOf(column('girth', 'number'), t)).toBe('Слова видавця')
})
