import {expect, test} from 'vitest'
import {Draw} from '../numbers/draw.ts'
import {capitalised, makeGrammar} from './grammar.ts'

type About = {days: number; isWoman: boolean}
const make = (rules: Record<string, readonly string[]>) =>
  makeGrammar<About>(rules, {days: ({days}) => String(days)}, ({isWoman}) => isWoman)
const about: About = {days: 3, isWoman: true}

const texts = (rules: Record<string, readonly string[]>, who = about, count = 2000) => {
  const write = make(rules).rule('start')
  const draw = new Draw(5, 'grammar')
  return Array.from({length: count}, () => write(who, draw))
}

test('alternatives, rules in rules, slots and large letters', () => {
  expect(
    new Set(texts({start: ['{^what} [вже|] {days} дні'], what: ['нема води', 'нема [світла|газу]']})),
  ).toEqual(
    new Set(
      ['Нема води', 'Нема світла', 'Нема газу'].flatMap(what => [`${what} вже 3 дні`, `${what}  3 дні`]),
    ),
  )
})

test('forms agree with who speaks', () => {
  const rules = {start: ['Я зверну<вся|лася {days} рази>']}
  expect(texts(rules, about, 1)).toEqual(['Я звернулася 3 рази'])
  expect(texts(rules, {days: 1, isWoman: false}, 1)).toEqual(['Я звернувся'])
})

test('weights are kept', () => {
  const many = texts({start: ['3× так', 'ні']})
  expect(many.filter(text => text === 'так').length / many.length).toBeCloseTo(0.75, 1)
})

test('rules may name each other', () => {
  for (const text of texts({start: ['а', '{next}'], next: ['б{start}']})) expect(text).toMatch(/^б*а$/)
})

test('what is wrong is said with its rule', () => {
  expect(() => make({}).rule('start')).toThrow('The grammar has no rule "start".')
  expect(() => make({start: ['{nothing}']}).rule('start')).toThrow(
    'Rule "start" names "nothing", which is neither a rule nor a slot: {nothing}',
  )
  expect(() => make({start: ['[а|б']}).rule('start')).toThrow('has a bracket that is not closed')
  expect(() => make({start: ['{days']}).rule('start')).toThrow('has a brace that is not closed')
  expect(() => make({start: ['а|б']}).rule('start')).toThrow('has a "|" that belongs to nothing')
  expect(() => make({start: ['<а|б|в>']}).rule('start')).toThrow('has 3 forms')
})

test('a sentence begins with a large letter', () => {
  expect(capitalised('їхали')).toBe('Їхали')
})
