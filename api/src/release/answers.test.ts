import {expect, test} from 'vitest'
import {Answers} from './answers.ts'

const answer = (bytes: number) => ({body: Buffer.alloc(bytes), rowCount: bytes})

test('what was asked for last is remembered, up to so many bytes', () => {
  const answers = new Answers(640)
  for (const question of 'abcdefghijklmnopqrst') {
    answers.set(question, answer(10))
    for (let times = 0; times < 3; times++) answers.get('a')
  }
  for (let more = 0; more < 60; more++) {
    answers.set(`more ${more}`, answer(10))
    answers.get('a')
  }
  expect(answers.get('a')).toEqual(answer(10))
  // 64 find room: a, the 60 others, and three letters before them.
  const remembered = [...'abcdefghijklmnopqrst'].filter(question => answers.get(question))
  expect(remembered.join('')).toBe('arst')
  expect([answers.get('more 0'), answers.get('more 59')]).toEqual([answer(10), answer(10)])
})

test('the same question twice takes its room once', () => {
  const answers = new Answers(640)
  for (let times = 0; times < 1000; times++) answers.set('same', answer(10))
  for (let more = 0; more < 63; more++) answers.set(`more ${more}`, answer(10))
  expect(answers.get('same')).toEqual(answer(10))
})

test('a large answer is not remembered', () => {
  const answers = new Answers(640)
  answers.set('small', answer(10))
  answers.set('large', answer(11))
  expect(answers.get('large')).toBe(undefined)
  expect(answers.get('small')).toEqual(answer(10))
})
