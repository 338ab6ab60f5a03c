import {expect, test} from 'vitest'
import {makeScope} from '../../../scope.ts'
import {petitionTopics} from '../petition-topics.ts'
import {isSeason} from '../seasons.ts'
import {fittingTitle} from './proposal.ts'

const {events, firstDay, today} = makeScope({seed: 1, scale: 1, today: '2026-11-21'})
const proposals = petitionTopics.flatMap(({proposals}) => proposals)
const days = Array.from({length: Math.floor((today - firstDay) / 7)}, (_, week) => firstDay + week * 7)

test('under every title, on every day of its season, there is enough to say and something to ask', () => {
  for (const {titles, problems, asks, when} of proposals)
    for (const title of titles)
      for (const day of days.filter(day => isSeason(when, day, events))) {
        const told = fittingTitle(problems, title, day, events)
        expect(told.length, title).toBeGreaterThanOrEqual(2)
        expect(new Set(told).size, title).toBe(told.length)
        expect(fittingTitle(asks, title, day, events).length, title).toBeGreaterThanOrEqual(1)
      }
})

test('what fits some titles only fits one at least, and not all', () => {
  for (const {titles, problems, asks} of proposals)
    for (const one of [...problems, ...asks])
      if (typeof one !== 'string' && one.of) {
        const fitting = titles.filter(title => one.of!.test(title))
        expect(fitting.length, one.text).toBeGreaterThan(0)
        expect(fitting.length, one.text).toBeLessThan(titles.length)
      }
})
