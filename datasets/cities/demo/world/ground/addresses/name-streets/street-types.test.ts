import {describe, expect, it} from 'vitest'
import {declinedFor, ordinalOf, streetName} from './street-types.ts'

describe('streetName', () => {
  it.each([
    ['street', 'Лиманна', 0, 'вул. Лиманна', 'Lymanna Street'],
    ['avenue', 'Степова', 0, 'просп. Степовий', 'Stepovyi Avenue'],
    ['lane', 'Літня', 0, 'пров. Літній', 'Litnii Lane'],
    ['lane', 'Лиманна', 2, 'пров. 2-й Лиманний', '2nd Lymannyi Lane'],
    ['highway', 'Дальня', 0, 'шосе Дальнє', 'Dalnie Highway'],
    ['embankment', 'Річкова', 0, 'наб. Річкова', 'Richkova Embankment'],
    ['avenue', 'Миру', 0, 'просп. Миру', 'Myru Avenue'],
    ['boulevard', 'Корабелів', 0, 'бульв. Корабелів', 'Korabeliv Boulevard'],
    ['street', 'Садова', 11, 'вул. 11-та Садова', '11th Sadova Street'],
  ] as const)('%s, %s, %i', (type, word, ordinal, uk, en) => {
    expect(streetName(type, word, ordinal)).toEqual({uk, en})
  })
})

it('keeps genitives in every gender', () => {
  expect(
    ['feminine', 'masculine', 'neuter'].map(gender => declinedFor('Свободи', gender as 'feminine')),
  ).toEqual(['Свободи', 'Свободи', 'Свободи'])
})

it('joins the last letters of the ordinal to the figure: перша, друга, третя, сьома, восьма, одинадцята, двадцять третя', () => {
  expect([1, 2, 3, 4, 7, 8, 11, 13, 23].map(number => ordinalOf(number, 'feminine'))).toEqual([
    '1-ша',
    '2-га',
    '3-тя',
    '4-та',
    '7-ма',
    '8-ма',
    '11-та',
    '13-та',
    '23-тя',
  ])
  expect([1, 2, 3, 6, 10].map(number => ordinalOf(number, 'masculine'))).toEqual([
    '1-й',
    '2-й',
    '3-й',
    '6-й',
    '10-й',
  ])
})
