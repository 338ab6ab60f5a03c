import {describe, expect, test} from 'vitest'
import {firstLang, languages, splitLang} from './index.ts'

type Tree = {[key: string]: unknown}

/** Every text of a language by its path, with what kind of thing it is. */
function leaves(tree: Tree, path = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(tree)) {
    const at = path ? `${path}.${key}` : key
    if (value !== null && typeof value === 'object' && !Array.isArray(value))
      for (const [inner, kind] of leaves(value as Tree, at)) found.set(inner, kind)
    else if (typeof value === 'function') found.set(at, `function of ${value.length}`)
    else if (Array.isArray(value)) found.set(at, `list of ${value.length}`)
    else found.set(at, typeof value)
  }
  return found
}

// Plural forms differ by language, so they are compared as a whole below.
const withoutForms = (tree: Tree) => new Map([...leaves(tree)].filter(([path]) => !path.startsWith('count.')))

describe.each(Object.keys(languages).filter(lang => lang !== firstLang))('%s', lang => {
  const first = languages[firstLang]!
  const other = languages[lang]!

  test('has the same texts as the original, each of the same kind', () => {
    expect([...withoutForms(other)].sort()).toEqual([...withoutForms(first)].sort())
  })

  test('has every noun with the forms that its grammar asks for', () => {
    expect(Object.keys(other.count)).toEqual(Object.keys(first.count))
    const {pluralCategories} = new Intl.PluralRules(other.writing.locale).resolvedOptions()
    for (const forms of Object.values(other.count))
      expect(Object.keys(forms).sort()).toEqual([...pluralCategories].sort())
  })

  test('leaves no text empty and no original in place of a translation', () => {
    for (const [path, kind] of leaves(other)) {
      if (kind !== 'string') continue
      const text = path.split('.').reduce<unknown>((tree, key) => (tree as Tree)[key], other) as string
      expect(text.trim(), path).not.toBe('')
      if (!path.startsWith('writing')) expect(text, path).not.toMatch(/[а-яіїєґ]/i)
    }
  })
})

test('the original has every noun with its four forms', () => {
  for (const forms of Object.values(languages[firstLang]!.count))
    expect(Object.keys(forms).sort()).toEqual(['few', 'many', 'one', 'other'])
})

test.each([
  ['/', {lang: 'uk', path: '/'}],
  ['/budget/', {lang: 'uk', path: '/budget'}],
  ['/en', {lang: 'en', path: '/'}],
  ['/en/data/appeals', {lang: 'en', path: '/data/appeals'}],
  ['/english', {lang: 'uk', path: '/english'}],
  // A language that is not there is a path like any other.
  ['/de/budget', {lang: 'uk', path: '/de/budget'}],
])('%s', (pathname, expected) => {
  expect(splitLang(pathname)).toEqual(expected)
})
