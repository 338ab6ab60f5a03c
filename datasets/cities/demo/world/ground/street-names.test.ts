import {expect, it} from 'vitest'
import {isAdjective} from './name-streets/street-types.ts'
import {formerNames, formerRuralNames, grandNames, seriesNames, streetNames} from './street-names.ts'

const words = Object.values(streetNames).flat()

it('has no word twice', () => {
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
})

it('is written in Ukrainian letters alone', () => {
  const all = [
    ...words,
    ...seriesNames,
    ...Object.values(grandNames).flat(),
    ...formerNames,
    ...formerRuralNames,
  ]
  expect(
    all.filter(word => !/^(\d+-річчя )?[А-ЩЬЮЯҐЄІЇ][а-щьюяґєії']+( [А-ЩЬЮЯҐЄІЇ][а-щьюяґєії']+)?$/.test(word)),
  ).toEqual([])
})

it('keeps words that are not feminine adjectives in the genitive', () => {
  const others = words.filter(word => !isAdjective(word))
  expect(others.filter(word => !/(ів|ок|у|и|ості|ди)$/.test(word))).toEqual([])
})

it('calls nothing that stands today by a name of the time before', () => {
  const before = new Set([...formerNames, ...formerRuralNames])
  expect([...words, ...Object.values(grandNames).flat()].filter(word => before.has(word))).toEqual([])
})
