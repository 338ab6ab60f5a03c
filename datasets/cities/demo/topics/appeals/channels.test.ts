import {expect, test} from 'vitest'
import {dayOf} from '../../tools/time/days.ts'
import {channelIds, channelShares} from './channels.ts'

const first = dayOf(2021, 1, 1)
const opened = dayOf(2023, 9, 1)
const share = (day: number, isFormal = false, isOpen = true) => {
  const shares = channelShares(day, first, opened, isFormal, isOpen)
  return Object.fromEntries(channelIds.map((id, index) => [id, shares[index]!]))
}

test('shares are shares, on every day', () => {
  for (let day = first; day < first + 2300; day += 7)
    for (const isFormal of [true, false])
      for (const isOpen of [true, false]) {
        const shares = channelShares(day, first, opened, isFormal, isOpen)
        expect(shares.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12)
        for (const one of shares) expect(one).toBeGreaterThanOrEqual(0)
      }
})

test('calls fall from four fifths to less than a half, the messenger comes on its day', () => {
  expect(share(first).phone).toBeCloseTo(0.84, 1)
  expect(share(first + 2190).phone).toBeLessThan(0.47)
  expect(share(opened - 1).messenger).toBe(0)
  expect(share(opened + 365).messenger).toBeGreaterThan(0.12)
})

test('counters and the post are closed on free days, and letters are for formal matters', () => {
  const free = share(first + 100, true, false)
  expect([free.post, free.counter]).toEqual([0, 0])
  expect(share(first, true).email! + share(first, true).post!).toBeGreaterThan(
    4 * (share(first).email! + share(first).post!),
  )
})
