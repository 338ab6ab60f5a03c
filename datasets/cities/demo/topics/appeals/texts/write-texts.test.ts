import {describe, expect, test} from 'vitest'
import {Draw} from '../../../tools/numbers/draw.ts'
import {lines} from '../../transit/line-table.ts'
import {problems} from '../problems.ts'
import {streetWords} from '../street-words.ts'
import type {About} from './about.ts'
import {cityLife} from './city-life.ts'
import {compose} from './compose.ts'
import {fitOf, readFit} from './fitting.ts'
import {heatingAndWater} from './heating-and-water.ts'
import {houses} from './houses.ts'
import {misspell} from './misspell.ts'
import {offices} from './offices.ts'
import {streets} from './streets.ts'
import {mattersOf} from './write-texts.ts'

const topics = {...heatingAndWater, ...houses, ...streets, ...cityLife, ...offices}

const about = (topic: string, draw: Draw, traits = 0): About => ({
  matter: mattersOf[topic]!(draw, traits),
  isWoman: draw.chance(0.5),
  street: streetWords('вул. Лиманна'),
  house: '12-А',
  storeys: 9,
  dwellings: 144,
  entrances: 4,
  traits,
  line: null,
  drawLine: () => lines[0]!,
  hour: draw.below(24),
  month: 1 + draw.below(12),
  year: 2025,
  closedOn: '12.03.2025',
  flat: '',
  said: new Map(),
})

/** Houses and times of every sort that there is. */
const possible = [
  '',
  'lived',
  'lived, flats',
  'lived, flats, upstairs, entrances',
  'lived, flats, upstairs, entrances, floors, lift',
].flatMap(house =>
  [
    '',
    'winter',
    'summer',
    'war',
    'war, cuts',
    'war, points',
    'war, points, cuts, winter',
    'war, points, cuts, summer',
  ].map(time => [house, time].filter(Boolean).join(', ')),
)

test('a word that is no trait is refused', () => {
  expect(() => readFit('(flat) немає світла')).toThrow('"flat" is no trait')
})

test('every problem has words', () => {
  for (const {id} of problems) expect(Object.keys(topics)).toContain(id)
})

describe.each(Object.entries(topics))('%s', (id, cases) => {
  test('is written as its parts are to be', () => {
    for (const {fact, told, ask, done} of cases) {
      const plain = (text: string) => readFit(text).text.replace(/^\d+× /, '')
      for (const text of fact.map(plain)) expect(text).toMatch(/^[\p{Ll}{].*[^.!?]$/u)
      for (const text of ask.map(plain)) expect(text).toMatch(/^\p{Ll}.*[^.!?]$/u)
      for (const text of [...told, ...done].map(plain)) expect(text).toMatch(/^(\p{Lu}|\{\^).*[.!?]$/u)
    }
  })

  test('makes whole sentences in every voice, of every house and at every time', () => {
    const isQuestion = problems.find(problem => problem.id === id)?.basis === 'consultation'
    for (const words of possible)
      for (const voice of ['operator', 'screen', 'letter'] as const)
        for (let index = 0; index < 9; index++) {
          const draw = new Draw(index, id, voice, words)
          const text = compose(
            about(id, draw, fitOf(words).must),
            {
              voice,
              isQuestion,
              isRepeated: index % 7 === 0,
              isCollective: index % 8 === 0 && voice === 'letter' && !isQuestion,
              confidences: [],
            },
            draw,
          )
          expect(text).not.toMatch(/[{}[\]|<>×^]|undefined| {2}| [,.:;!?]|\.\.|[?!]\./)
          expect(text.length).toBeGreaterThan(8)
          if (voice !== 'screen') expect(text).toMatch(/^[\p{Lu}\d].*[.!?]$/su)
        }
  })
})

test('a flat is given away once, and where no address takes it up, at the end', () => {
  for (let index = 0; index < 200; index++) {
    const draw = new Draw(index, 'flat')
    const text = compose(
      {...about('no-heating', draw, fitOf('lived, flats').must), flat: ', кв. 45'},
      {voice: 'operator', isQuestion: false, isRepeated: false, isCollective: false, confidences: []},
      draw,
    )
    expect(text.match(/кв\. 45/gi)?.length).toBe(1)
  }
})

test('a slip of the fingers changes a word by little and no capital', () => {
  const text = 'Немає гарячої води третій день на вулиці Лиманній'
  for (let index = 0; index < 200; index++) {
    const typed = misspell(text, new Draw(index, 'slip'))
    expect(Math.abs(typed.length - text.length)).toBeLessThan(2)
    expect(typed.split(' ').length).toBe(text.split(' ').length)
    expect(typed.replaceAll(/\P{Lu}/gu, '')).toBe('НЛ')
  }
})
