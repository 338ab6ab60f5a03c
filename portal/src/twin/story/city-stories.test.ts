import {readState} from '@hromada/twin/layers'
import {expect, test} from 'vitest'
import {cityStories} from './city-stories.ts'

test('a story says the same in both languages and shows the same views', () => {
  const [uk, en] = [cityStories('demo', 'uk'), cityStories('demo', 'en')]
  expect(uk.map(({id}) => id)).toEqual(['what-to-see'])
  for (const [index, {story}] of uk.entries()) {
    const other = en[index]!.story
    expect(other.slides.map(({view}) => view)).toEqual(story.slides.map(({view}) => view))
    expect(other.title).not.toBe(story.title)
    for (const {title, text, view} of [...story.slides, ...other.slides]) {
      expect([title, text]).not.toContain('')
      // What a view names is in the data, which is not here; how it is written is.
      const anything = {has: () => true} as unknown as ReadonlySet<string>
      const layers = {has: () => true, get: () => anything} as unknown as ReadonlyMap<
        string,
        ReadonlySet<string>
      >
      expect(readState(new URLSearchParams(view), {layers, others: []}).faults).toEqual([])
    }
  }
})

test('a city without stories has none, and a language without its own reads the English one', () => {
  expect(cityStories('lviv', 'uk')).toEqual([])
  expect(cityStories('demo', 'pl')).toEqual(cityStories('demo', 'en'))
})
