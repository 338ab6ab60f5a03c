import {expect, test} from 'vitest'
import {type ReleaseSummary, releaseAt} from './list-releases.ts'
import {retiring} from './retire-releases.ts'

const sealed = (day: string, isPinned = false): ReleaseSummary => ({
  id: day,
  sealedAt: `${day}T08:00:00.000Z`,
  reason: null,
  tables: 1,
  bytes: 1,
  isPinned,
})
const releases = [
  sealed('2026-11-20'),
  sealed('2026-11-10'),
  sealed('2026-10-01'),
  sealed('2026-09-01', true),
  sealed('2026-08-01'),
]
const now = new Date('2026-11-21T08:00:00Z')
const gone = (keep: {releases: number; days: number}, current: string | null = '2026-11-20') =>
  retiring(releases, current, keep, now).map(({id}) => id)

test('a release goes when it is neither among the newest, nor young, nor pinned, nor current', () => {
  expect(gone({releases: 2, days: 30})).toEqual(['2026-08-01', '2026-10-01'])
  expect(gone({releases: 3, days: 30})).toEqual(['2026-08-01'])
  expect(gone({releases: 2, days: 100})).toEqual(['2026-08-01'])
  expect(gone({releases: 0, days: 0}, '2026-08-01')).toEqual(['2026-10-01', '2026-11-10', '2026-11-20'])
})

test('in force is the newest release sealed by then', () => {
  expect(releaseAt(releases, new Date('2026-11-10T08:00:00Z'))?.id).toBe('2026-11-10')
  expect(releaseAt(releases, new Date('2026-11-10T07:59:59Z'))?.id).toBe('2026-10-01')
  expect(releaseAt(releases, new Date('2026-07-01T00:00:00Z'))).toBe(null)
})
