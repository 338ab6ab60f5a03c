import type {Story} from '@hromada/twin/layers'
import {writeStory} from '@hromada/twin/layers'
import {expect, test} from 'vitest'
import {type Draft, draftStore} from './draft-store.ts'

const memory = (first: [string, string][] = []) => {
  const kept = new Map(first)
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}
const slide = {title: 'Школа', text: 'рядок\n\n- пункт', view: 'on=buildings&v=1', plan: 'AbC-_'}
const story: Story = {city: 'demo', title: 'Моя', slides: [slide, {title: '', text: '', view: ''}]}
const draft: Draft = {story, index: 1, keptAt: '2026-03-01T09:30:00.000Z', isOpen: true}

test('a draft of a city is there again, of that city alone, until it is forgotten', () => {
  const storage = memory()
  const demo = draftStore('demo', () => storage)
  expect(demo.get()).toBe(null)
  expect(demo.keep(draft)).toBe(true)
  expect(draftStore('demo', () => storage).get()).toEqual(draft)
  expect(draftStore('odesa', () => storage).get()).toBe(null)
  demo.forget()
  expect(demo.get()).toBe(null)
})

const kept = (values: object) =>
  JSON.stringify({text: writeStory(story), index: 0, keptAt: draft.keptAt, isOpen: true, ...values})

test.each([
  ['{'],
  ['null'],
  ['[]'],
  [kept({text: '{}'})],
  [kept({text: 5})],
  [kept({text: writeStory({...story, slides: []})})],
  [kept({text: writeStory({...story, city: 'odesa'})})],
  [kept({keptAt: 'yesterday'})],
])('what is no draft is none: %s', text => {
  expect(draftStore('demo', () => memory([['hromada-story-draft-demo', text]])).get()).toBe(null)
})

test.each([
  [7, 1],
  [-1, 0],
  ['1', 0],
])('slide %s of two is slide %s', (index, at) => {
  const storage = memory([['hromada-story-draft-demo', kept({index})]])
  expect(draftStore('demo', () => storage).get()?.index).toBe(at)
})

test('where a browser forbids to keep anything, nothing breaks', () => {
  const forbidden = draftStore('demo', () => {
    throw new DOMException('denied', 'SecurityError')
  })
  expect([forbidden.get(), forbidden.keep(draft)]).toEqual([null, false])
  expect(() => forbidden.forget()).not.toThrow()
})
