import {expect, test} from 'vitest'
import {createProgress} from './progress.ts'

function screen(isTTY: boolean, colour = false, columns = 80) {
  const written: string[] = []
  let time = 0
  const progress = createProgress({
    stream: {write: text => written.push(text), columns},
    isTTY,
    now: () => time,
    colour,
  })
  const wait = (milliseconds: number) => {
    time += milliseconds
  }
  const take = () => written.splice(0).join('')
  return {progress, wait, take}
}

test('on a terminal one line is redrawn, at most ten times a second', () => {
  const {progress, wait, take} = screen(true)
  const task = progress.task('landing appeals', 200)
  expect(take()).toBe('landing appeals  0.0 s')
  wait(50)
  task.update(10)
  expect(take()).toBe('')
  wait(50)
  task.update(100)
  expect(take()).toBe('\r\x1b[2Klanding appeals  ██████████░░░░░░░░░░  50 %  100 of 200 rows  0.1 s')
  wait(1900)
  progress.print('appeals: 3 findings')
  expect(take()).toBe(
    '\r\x1b[2Kappeals: 3 findings\nlanding appeals  ██████████░░░░░░░░░░  50 %  100 of 200 rows  2.0 s, 2.0 s left',
  )
  task.update(200)
  task.done()
  expect(take()).toBe('\r\x1b[2K✓ landing appeals  200 rows  2.0 s\n')
  task.update(5)
  task.done()
  expect(take()).toBe('')
})

test('of several tasks the latest is shown, cut to the width of the terminal', () => {
  const {progress, wait, take} = screen(true, false, 30)
  const first = progress.task('first')
  const second = progress.task('second')
  take()
  wait(100)
  first.update(1_234_567, 2_000_000)
  expect(take()).toBe('\r\x1b[2Kfirst  ████████████░░░░░░░░ …')
  first.done()
  expect(take()).toBe('\r\x1b[2K✓ first  1,234,567 rows  0.1 s\nsecond  0.1 s')
  second.fail('the file is cut off')
  expect(take()).toBe('\r\x1b[2K✗ second  the file is cut off  0.1 s\n')
})

test('elsewhere there are plain lines, one every five seconds at most, and one at the end', () => {
  const {progress, wait, take} = screen(false)
  const task = progress.task('building', 12, 'models')
  wait(4_900)
  task.update(1)
  expect(take()).toBe('')
  wait(200)
  task.update(2)
  wait(1_000)
  task.update(3)
  expect(take()).toBe('  building  17 %  2 of 12 models  5.1 s, 25.5 s left\n')
  wait(4_000)
  task.update(40, 80, 'MB')
  expect(take()).toBe('  building  50 %  40 of 80 MB  10.1 s, 10.1 s left\n')
  wait(5_000)
  task.update(200, null, 'tiles')
  expect(take()).toBe('  building  200 tiles  15.1 s\n')
  task.done('12 models, 3 of them unchanged')
  expect(take()).toBe('✓ building  12 models, 3 of them unchanged  15.1 s\n')
})

test('colours mark the end of a task, where they are wanted', () => {
  const {progress, take} = screen(false, true)
  progress.task('a').done()
  progress.task('b').fail()
  expect(take()).toBe('\x1b[32m✓\x1b[0m a  0.0 s\n\x1b[31m✗\x1b[0m b  failed  0.0 s\n')
})

test('a summary aligns names and values', () => {
  const {progress, take} = screen(false)
  progress.summary(['Kyiv is served.', ['Release', '2026-11-21T08-00Z-1a2b3c4d'], ['Rows', '1,234']])
  expect(take()).toBe('\nKyiv is served.\nRelease  2026-11-21T08-00Z-1a2b3c4d\nRows     1,234\n')
})

test('closing clears the bar', () => {
  const {progress, take} = screen(true)
  progress.task('landing')
  progress.close()
  expect(take()).toBe('landing  0.0 s\r\x1b[2K')
})
