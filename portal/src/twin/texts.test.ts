import {loadDatasets} from '@hromada/datasets'
import {expect, test} from 'vitest'
import {formatter} from '../format.ts'
import {codeWordsIn} from './code-words.ts'
import {layerTextsIn} from './layer-texts.ts'
import {shareTextsIn} from './share-texts.ts'
import {storyTextsIn} from './story/story-texts.ts'
import {textsIn, twinTexts} from './texts.ts'
import {measureWords} from './tools/measure-tool.ts'
import {toolTextsIn} from './tools/tool-texts.ts'
import {decimalsOf, writeClass} from './write-class.ts'
import {writeStep} from './write-step.ts'
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

test.each([layerTextsIn, shareTextsIn, storyTextsIn, toolTextsIn])(
  'topics of their own, too: %o',
  textsOf => {
    expect(places(textsOf('en')).sort()).toEqual(places(textsOf('uk')).sort())
    expect(textsOf('pl')).toBe(textsOf('en'))
  },
)

test('steps of time and classes of a legend in words', () => {
  expect(['2026', '2026-11', '2026-11-02', '2026-11-02T08'].map(step => writeStep(step, f))).toEqual([
    '2026',
    'листопад 2026',
    '02.11.2026',
    '02.11.2026, 08:00',
  ])
  const words = {t, l: layerTextsIn('uk'), f}
  const range = (from: number | null, to: number | null) =>
    ({kind: 'range', colour: '', count: 0, from, to}) as const
  const legend = [range(null, 1.5), range(1.5, 2.25), range(2.25, null)]
  expect(decimalsOf(legend)).toBe(2)
  expect(legend.map(one => writeClass(one, column('x', 'number'), 2, words))).toEqual([
    'менше 1,50',
    '1,50 – 2,25',
    '2,25 і більше',
  ])
  expect(writeClass(range(1950, 1971), column('year', 'integer'), 0, words)).toBe('1950 – 1970')
  expect(
    writeClass({kind: 'value', value: 'closed', colour: '', count: 1}, column('status', 'text'), 0, words),
  ).toBe('закрите')
})

test('what points measure, in words', () => {
  const words = {t: toolTextsIn('uk'), f, metres: 'м', kilometres: 'км'}
  const at = (lat: number, heightMetres: number) => ({lon: 30, lat, heightMetres})
  // A minute of latitude at 50° is 1,853.8 m: 111,229 m a degree, by 60.
  expect(measureWords('line', [at(50, 10), at(50 + 1 / 60, 40)], words)).toBe(
    'На плані 1\u202f853,8\u00a0м, навпростець 1\u202f854,1\u00a0м, перепад висот +30,0\u00a0м (2\u00a0точки).',
  )
  expect(measureWords('height', [at(50, 10), at(50, 4.5)], words)).toContain('−5,5\u00a0м')
  expect(measureWords('area', [at(50, 0)], words)).toBe('Перша точка є. Поставте наступну.')
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
  expect(writeValue(1985, column('year', 'integer'), t, f)).toBe('1985')
  expect(writeValue(1985, column('built_year', 'integer'), t, f)).toBe('1985')
  expect(writeValue(10.94, column('girth', 'number', 'm'), t, f)).toBe('10,9\u00a0м')
  expect(writeValue(10.94, column('height_m', 'number', 'm'), t, f)).toBe('10,9')
  expect(writeValue(30.123456, column('lon', 'number'), t, f)).toBe('30,12346')
  expect(writeValue(Date.UTC(2025, 2, 2), column('d', 'date'), t, f)).toContain('02.03.2025')
  expect(writeValue(Date.UTC(2025, 2, 2, 8, 15), column('received_at', 'timestamp'), t, f)).toMatch(
    /02\.03\.2025.*10:15/,
  )
})

test('every code that a dataset declares has its word in both languages', async () => {
  const [uk, en] = [codeWordsIn('uk'), codeWordsIn('en')]
  let codes = 0
  for (const {id, columns} of (await loadDatasets()).values())
    for (const [name, {allowed = []}] of Object.entries(columns))
      for (const code of allowed.filter(one => /^[a-z\d_]+$/.test(one))) {
        codes++
        expect(uk[name]?.[code], `${id}.${name}: ${code}`).toMatch(/[а-яіїєґ]|xPON|Starlink/)
        expect(en[name]?.[code], `${id}.${name}: ${code}`).toMatch(/^[A-Za-z ]+$/)
      }
  expect(codes).toBeGreaterThan(50)
  expect(writeValue('school', column('kind', 'text'), twinTexts.en, f)).toBe('school')
  expect(writeValue('zone_pump', column('kind', 'text'), t, f)).toBe('насосна зони')
})

test('our short words for columns we know, the publisher’s for the rest', () => {
  expect(labelOf(column('height_m', 'number'), t)).toBe('Висота, м')
  expect(labelOf(column('girth', 'number'), t)).toBe('Слова видавця')
  // Codes are shown in words, and what is empty says so itself: their explanations would only be long.
  const called = (name: string, label: string) => labelOf({name, type: 'text', unit: null, label}, t)
  expect(called('class', 'Клас: avenue – магістралі; lane – проїзди')).toBe('Клас')
  expect(called('speed', 'Дозволена швидкість; порожньо, де не їздять')).toBe('Дозволена швидкість')
  expect(called('speed', 'Speed limit; empty where nobody drives')).toBe('Speed limit')
  expect(called('z', 'Gi*: відхилень від очікуваного')).toBe('Gi*: відхилень від очікуваного')
})
