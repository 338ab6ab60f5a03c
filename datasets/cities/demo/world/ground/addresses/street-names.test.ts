import {expect, it} from 'vitest'
import {isAdjective} from './name-streets/street-types.ts'
import {
  formerNames,
  formerRuralNames,
  grandNames,
  seriesNames,
  streetNames,
  watersideNames,
} from './street-names.ts'

const words = Object.values(streetNames).flat()
const today = [...new Set([...words, ...seriesNames, ...Object.values(grandNames).flat()])]
const all = [...today, ...formerNames, ...formerRuralNames]

it('has no word twice', () => {
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
})

it('has no two words that sound alike on the telephone', () => {
  const pairs = today.flatMap((word, index) =>
    today.slice(index + 1).flatMap(other => (soundAlike(word, other) ? [`${word} – ${other}`] : [])),
  )
  expect(pairs).toEqual([])
})

it('is written in Ukrainian letters alone', () => {
  expect(
    all.filter(word => !/^[А-ЩЬЮЯҐЄІЇ][а-щьюяґєії’]+( [А-ЩЬЮЯҐЄІЇ][а-щьюяґєії’]+)?$/.test(word)),
  ).toEqual([])
})

it('keeps words that are not feminine adjectives in the genitive', () => {
  const others = words.filter(word => !isAdjective(word))
  expect(others.filter(word => !/(ів|ок|у|и|ості|ди)$/.test(word))).toEqual([])
})

it('calls nothing that stands today by a name of the time before', () => {
  const before = new Set([...formerNames, ...formerRuralNames])
  expect(today.filter(word => before.has(word))).toEqual([])
})

it('says of kept names alone that they stand beside water', () => {
  const kept = [...seriesNames, ...Object.values(grandNames).flat()]
  expect(
    Object.values(watersideNames)
      .flat()
      .filter(word => !kept.includes(word)),
  ).toEqual([])
})

/** One letter apart, or two or three after the same beginning: «Чавунна» and «Кавунна», «Складська» and «Складальна». */
function soundAlike(a: string, b: string): boolean {
  const [one, two] = [a.toLowerCase(), b.toLowerCase()]
  const apart = lettersApart(one, two)
  let same = 0
  while (same < one.length && one[same] === two[same]) same++
  return apart <= 1 || (apart <= 2 && same >= 4) || (apart <= 3 && same >= 5)
}

/** Levenshtein's distance. */
function lettersApart(a: string, b: string): number {
  let row = Array.from({length: b.length + 1}, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}
