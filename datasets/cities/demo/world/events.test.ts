import {expect, test} from 'vitest'
import {dayOf, isoDate} from '../tools/time/days.ts'
import {eventsBefore} from './events.ts'

test('whatever the day, all that sensors show lies in the two years before it', () => {
  for (let today = dayOf(2025, 1, 1); today < dayOf(2029, 1, 1); today++) {
    const {heatingFailure, springFlood, cloudburst, steppeFire, bridgeClosed, pipeBurst, storm} =
      eventsBefore(today)
    for (const [from, to] of [
      [heatingFailure.from, heatingFailure.to],
      [springFlood.from, springFlood.to],
      [cloudburst.day, cloudburst.day + 1],
      [steppeFire.from, steppeFire.to],
      [bridgeClosed.from, bridgeClosed.to],
      [pipeBurst.day, pipeBurst.day + 1],
      [storm.day, storm.day + 1],
    ] as const) {
      expect(from).toBeGreaterThanOrEqual(today - 730)
      expect(to).toBeLessThanOrEqual(today)
    }
  }
})

test('on 21 November 2026 the newest frost and floods are of that year', () => {
  const {heatingFailure, springFlood} = eventsBefore(dayOf(2026, 11, 21))
  expect([heatingFailure.from, springFlood.peak].map(isoDate)).toEqual(['2026-01-12', '2026-03-14'])
})
