import {readFile} from 'node:fs/promises'
import {expect, test} from 'vitest'
import {chapters} from './topics/index.ts'

test('README lists what there is to find, as the chapters tell it', async () => {
  const readme = await readFile(new URL('README.md', import.meta.url), 'utf8')
  const [, listed = ''] = readme.split('| | what | where to look |\n|---|---|---|\n')
  const told = chapters.flatMap(({id, truths}) =>
    truths.map(({title, where}) => `| ${id} | ${title.en} | ${where.en} |`),
  )
  expect(listed.trimEnd().split('\n')).toEqual(told)
})

test('every truth has an id of its own and both languages', () => {
  const truths = chapters.flatMap(chapter => chapter.truths)
  expect(truths.length).toBeGreaterThan(20)
  expect(new Set(truths.map(({id}) => id)).size).toBe(truths.length)
  for (const {title, where} of truths)
    for (const {uk, en} of [title, where]) {
      expect(uk).toMatch(/[а-яіїєґ]/i)
      expect(en).toMatch(/[a-z]/i)
    }
})
