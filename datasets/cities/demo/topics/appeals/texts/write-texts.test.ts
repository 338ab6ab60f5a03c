import {describe, expect, test} from 'vitest'
import {streetWords} from '../../../tools/language/street-words.ts'
import {Draw} from '../../../tools/numbers/draw.ts'
import {lines} from '../../transit/line-table.ts'
import {problems} from '../problems.ts'
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
    'war, curfew',
    'war, cuts',
    'war, points',
    'war, points, cuts, winter',
    'war, winter, frost',
    'war, winter, frost, snow',
    'war, winter, frost, snow, snowfall',
    'winter, snow',
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
    const typed = misspell(text, [], new Draw(index, 'slip'))
    expect(Math.abs(typed.length - text.length)).toBeLessThan(2)
    expect(typed.split(' ').length).toBe(text.split(' ').length)
    expect(typed.replaceAll(/\P{Lu}/gu, '')).toBe('НЛ')
  }
})

test('no slip touches the name of a street, however it begins', () => {
  const text = 'На вулиці Лиманній темно'
  const typed = Array.from({length: 300}, (_, index) =>
    misspell(text, ['на вулиці Лиманній'], new Draw(index, 'spared')),
  )
  for (const one of typed) expect(one.startsWith('На вулиці Лиманній ')).toBe(true)
  expect(new Set(typed).size).toBeGreaterThan(5)
})

describe('slips', () => {
  const occasion = {isQuestion: false, isRepeated: false, isCollective: false, confidences: []}
  const topicIds = problems.filter(({basis}) => basis !== 'consultation').map(({id}) => id)
  /** A text as it was thought, and as it stands in the register. */
  const pairs = (voice: 'operator' | 'screen' | 'letter', count: number) =>
    Array.from({length: count}, (_, index) => {
      const topic = topicIds[index % topicIds.length]!
      const make = () => {
        const draw = new Draw(index, 'slips', voice)
        return {draw, of: about(topic, draw, fitOf('lived, flats, war, frost, snow').must)}
      }
      const [one, other] = [make(), make()]
      return {
        thought:
          voice === 'screen'
            ? one.of.matter.screen(one.of, one.draw)
            : one.of.matter.operator(one.of, one.draw),
        written: compose(other.of, {...occasion, voice}, other.draw),
      }
    })
  const letters = (text: string) => text.toLowerCase().replaceAll(/[^а-яіїєґ]/g, '')

  test('operators make none', () => {
    for (const {thought, written} of pairs('operator', 1500)) expect(written).toBe(thought)
  })

  test('one text in nine from a screen has one, and never in a street', () => {
    const screens = pairs('screen', 6000)
    const slipped = screens.filter(({thought, written}) => letters(thought) !== letters(written))
    expect(slipped.length / screens.length).toBeCloseTo(0.11, 1)
    expect(slipped.length / screens.length).toBeLessThan(0.13)
    const street = /лиманн(а|ій|ої|у)/gi
    for (const {thought, written} of screens)
      expect(written.match(street)?.length, written).toBe(thought.match(street)?.length)
  })
})
