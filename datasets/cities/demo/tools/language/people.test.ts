import {describe, expect, test} from 'vitest'
import {Draw} from '../numbers/draw.ts'
import {drawPerson, fullName, type Generation, type Person, politeName, shortName} from './people.ts'

/** People enough to hold every root and suffix many times. */
const people = (isWoman: boolean) =>
  Array.from({length: 4000}, (_, index) => drawPerson(new Draw(7, 'people', index), isWoman))

/** The first drawn person of a sex whose surname ends so. */
const ending = (isWoman: boolean, end: string): Person =>
  people(isWoman).find(({surname}) => surname.nominative.endsWith(end))!

test("men's surnames decline by their suffix", () => {
  const declined = (end: string) => {
    const {nominative, genitive, dative, accusative, instrumental} = ending(false, end).surname
    const root = nominative.slice(0, -end.length)
    return [nominative, genitive, dative, accusative, instrumental].map(form => form.slice(root.length))
  }
  expect(declined('енко')).toEqual(['енко', 'енка', 'енку', 'енка', 'енком'])
  expect(declined('чук')).toEqual(['чук', 'чука', 'чуку', 'чука', 'чуком'])
  expect(declined('ський')).toEqual(['ський', 'ського', 'ському', 'ського', 'ським'])
  expect(declined('ець')).toEqual(['ець', 'ця', 'цю', 'ця', 'цем'])
  expect(declined('ишин')).toEqual(['ишин', 'ишина', 'ишину', 'ишина', 'ишиним'])
})

test("women's surnames decline only as adjectives; all others stay", () => {
  const {surname} = ending(true, 'ська')
  expect(surname.genitive).toBe(surname.nominative.replace(/ська$/, 'ської'))
  expect(surname.dative).toBe(surname.nominative.replace(/ська$/, 'ській'))
  expect(surname.accusative).toBe(surname.nominative.replace(/ська$/, 'ську'))
  for (const {surname: other} of people(true))
    if (!other.nominative.endsWith('ська')) expect(new Set(Object.values(other)).size).toBe(1)
})

test('patronymics agree with the sex in all cases', () => {
  for (const {patronymic} of people(true)) {
    expect(patronymic.nominative).toMatch(/[ії]вна$/)
    expect(patronymic.genitive).toMatch(/вни$/)
    expect(patronymic.vocative).toMatch(/вно$/)
  }
  for (const {patronymic} of people(false)) {
    expect(patronymic.nominative).toMatch(/ович$/)
    expect(patronymic.dative).toMatch(/овичу$/)
  }
})

test('names are written in the ways officials write them', () => {
  const person = people(true)[0]!
  expect(fullName(person)).toBe(
    `${person.surname.nominative} ${person.given.nominative} ${person.patronymic.nominative}`,
  )
  expect(shortName(person, 'genitive')).toMatch(/^\p{Lu}[\p{Ll}ґ]+ \p{Lu}\. \p{Lu}\.$/u)
  expect(politeName(person, 'vocative')).toBe(`${person.given.vocative} ${person.patronymic.vocative}`)
})

test('suffixes are as common as they are listed', () => {
  const count = people(false).filter(({surname}) => surname.nominative.endsWith('енко')).length
  expect(count / 4000).toBeGreaterThan(0.41)
  expect(count / 4000).toBeLessThan(0.47)
})

describe('names are as common as names are', () => {
  const drawn = Array.from({length: 30_000}, (_, index) => drawPerson(new Draw(11, 'commonness', index)))
  const ranked = (names: string[]) =>
    [...Map.groupBy(names, name => name)]
      .map(([name, {length}]) => ({name, share: length / names.length}))
      .sort((a, b) => b.share - a.share)
  const given = (isWoman: boolean, generation: Generation) =>
    ranked(
      drawn
        .filter(person => person.isWoman === isWoman && person.generation === generation)
        .map(({given}) => given.nominative),
    ).map(({name}) => name)

  test('every generation has favourites of its own', () => {
    // The leading names of those born between the sixties and the eighties, and around 2005.
    expect(given(false, 'middle').slice(0, 2)).toEqual(['Олександр', 'Сергій'])
    expect(given(true, 'middle').slice(0, 3).sort()).toEqual(['Наталія', 'Олена', 'Тетяна'])
    expect(given(false, 'young').slice(0, 2)).toEqual(['Артем', 'Олександр'])
    expect(given(true, 'young').slice(0, 2)).toEqual(['Софія', 'Анастасія'])
    for (const name of ['Галина', 'Валентина', 'Людмила'])
      expect(given(true, 'older').indexOf(name)).toBeLessThan(given(true, 'young').indexOf(name))
  })

  test('given names fall off with their rank, and the first is many times the median', () => {
    const shares = ranked(drawn.filter(({isWoman}) => !isWoman).map(({given}) => given.nominative))
    expect(shares[0]!.name).toBe('Олександр')
    expect(shares[0]!.share).toBeGreaterThan(0.11)
    expect(shares[0]!.share / shares[shares.length >> 1]!.share).toBeGreaterThan(4)
  })

  test('roots of surnames are ranked as Zipf and Mandelbrot have it', () => {
    const ends = /(ь?ськ(ий|а)|енко|[чю]?юк|чук|ик|ко|ець|ак|ишин)$/
    const shares = ranked(drawn.map(({surname}) => surname.nominative.replace(ends, '')))
    expect(shares).toHaveLength(44)
    // 1 / (rank + 4): the logarithm of the share against that of the shifted rank is a line with the slope −1.
    const [x, y] = [shares.map((_, rank) => Math.log(rank + 4)), shares.map(({share}) => Math.log(share))]
    const mean = (list: number[]) => list.reduce((sum, value) => sum + value) / list.length
    const slope =
      x.reduce((sum, value, at) => sum + (value - mean(x)) * (y[at]! - mean(y)), 0) /
      x.reduce((sum, value) => sum + (value - mean(x)) ** 2, 0)
    expect(slope).toBeCloseTo(-1, 1)
    // Not by the alphabet.
    expect(shares.slice(0, 5).map(({name}) => name)).not.toEqual(
      shares
        .map(({name}) => name)
        .sort()
        .slice(0, 5),
    )
  })
})
