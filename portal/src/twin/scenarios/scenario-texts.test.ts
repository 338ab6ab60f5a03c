import {rejectionReasons, roles} from '@hromada/api'
import {expect, test} from 'vitest'
import {commentFault, faultWords, scenarioTextsIn} from './scenario-texts.ts'

const [uk, en] = [scenarioTextsIn('uk'), scenarioTextsIn('en')]

test('both languages have a word for every code, reason and role, and English stands in for others', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(uk).sort())
  expect(Object.keys(en.codes).sort()).toEqual(Object.keys(uk.codes).sort())
  for (const t of [uk, en]) {
    expect(Object.keys(t.reasons)).toEqual([...rejectionReasons])
    expect(Object.keys(t.roles)).toEqual([...roles])
  }
  expect(scenarioTextsIn('pl')).toBe(en)
})

test('a refusal in the reader’s words, with the server’s where they say which part', () => {
  expect(faultWords({code: 'COMMENTS_CLOSED', detail: 'x'}, en)).toBe(
    'Comments on this scenario are not taken now.',
  )
  expect(faultWords({code: 'INVALID_SCENARIO', detail: 'title: must be a text.'}, en)).toBe(
    'It cannot be published like that: title: must be a text.',
  )
  const away = {code: 'INVALID_COMMENT', detail: 'place: is not in the city.'}
  expect([faultWords(away, uk), commentFault(away)]).toEqual(['Це місце не в місті.', 'away'])
  const long = {code: 'INVALID_COMMENT', detail: 'text: has 5000 characters; at most 4000 are kept.'}
  expect([faultWords(long, uk), commentFault(long)]).toEqual([
    'Напишіть, що ви думаєте, – до 4000 знаків.',
    'text',
  ])
  expect(faultWords({code: 'SOMETHING_ELSE', detail: 'As it is.'}, uk)).toBe('As it is.')
})
