import {expect, test} from 'vitest'
import {formatDuration} from './format-duration.ts'
import {groupDigits} from './group-digits.ts'
import {endLine, fitLine, progressLine} from './progress-line.ts'

const half = {label: 'landing appeals', done: 60_622, total: 121_245, unit: 'rows', elapsedMs: 2_140}

test('a running task', () => {
  expect(progressLine(half, true)).toBe(
    'landing appeals  █████████░░░░░░░░░░░  50 %  60,622 of 121,245 rows  28,328 rows/s  2.1 s, 2.1 s left',
  )
  expect(progressLine(half, false)).toBe(
    'landing appeals  50 %  60,622 of 121,245 rows  28,328 rows/s  2.1 s, 2.1 s left',
  )
  expect(progressLine({...half, total: null}, true)).toBe(
    'landing appeals  60,622 rows  28,328 rows/s  2.1 s',
  )
  expect(progressLine({...half, elapsedMs: 900}, false)).toBe(
    'landing appeals  50 %  60,622 of 121,245 rows  0.9 s',
  )
  expect(progressLine({...half, done: 3, total: 12, unit: 'models, appeals'}, false)).toBe(
    'landing appeals  25 %  3 of 12 models, appeals  2.1 s, 6.4 s left',
  )
  expect(progressLine({...half, done: null}, true)).toBe('landing appeals  2.1 s')
  expect(progressLine({...half, done: 121_244}, false)).toContain('  99 %  ')
  expect(progressLine({...half, done: 121_245}, true)).toContain('  ████████████████████  100 %  ')
  expect(progressLine({...half, done: 130_000}, true)).toContain(
    '  ████████████████████  100 %  130,000 of 121,245',
  )
  expect(progressLine({...half, done: 0, total: 0}, true)).toBe('landing appeals  0 rows  2.1 s')
})

test('a task that ended', () => {
  expect(endLine(half)).toBe('landing appeals  60,622 rows  2.1 s')
  expect(endLine(half, 'unchanged')).toBe('landing appeals  unchanged  2.1 s')
  expect(endLine({...half, done: null})).toBe('landing appeals  2.1 s')
})

test('a line never fills its terminal', () => {
  expect(fitLine('Бюджет міста', 13)).toBe('Бюджет міста')
  expect(fitLine('Бюджет міста', 12)).toBe('Бюджет міс…')
  expect(fitLine('Бюджет', 0)).toBe('…')
})

test.each([
  [0, '0.0 s'],
  [349, '0.3 s'],
  [59_940, '59.9 s'],
  [59_960, '1 min 00 s'],
  [125_400, '2 min 05 s'],
  [3_599_400, '59 min 59 s'],
  [3_780_000, '1 h 03 min'],
  [172_740_000, '47 h 59 min'],
  [1_080_000_000, '12 days'],
])('%d ms is %s', (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text)
})

test('digits are grouped', () => {
  expect([7, 1234.56, 2_400_000, 10n ** 12n].map(groupDigits)).toEqual([
    '7',
    '1,234.6',
    '2,400,000',
    '1,000,000,000,000',
  ])
})
