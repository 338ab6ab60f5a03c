import {expect, test} from 'vitest'
import {Draw} from '../numbers/draw.ts'
import {drawPerson, fullName, type Person, politeName, shortName} from './people.ts'

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
