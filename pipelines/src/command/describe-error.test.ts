import {readFile} from 'node:fs/promises'
import {expect, test} from 'vitest'
import {CommandError} from './command-error.ts'
import {describeError} from './describe-error.ts'

const errorOf = (cause: () => unknown): unknown => {
  try {
    return cause()
  } catch (error) {
    return error
  }
}

test('an error that helps is said as it is, with its causes once', () => {
  expect(describeError(new CommandError('There is no city "kyev". Did you mean kyiv?'))).toBe(
    'There is no city "kyev". Did you mean kyiv?',
  )
  const cause = new Error('line 3 has 5 cells')
  expect(describeError(new Error('appeals.csv cannot be read.', {cause}))).toBe(
    'appeals.csv cannot be read. line 3 has 5 cells',
  )
  expect(describeError(new Error('appeals: line 3 has 5 cells', {cause}))).toBe('appeals: line 3 has 5 cells')
  expect(describeError(new AggregateError([cause, new Error('no key')], 'Two feeds failed:'))).toBe(
    'Two feeds failed:\nline 3 has 5 cells\nno key',
  )
  expect(describeError('plain text')).toBe('plain text')
})

test('an error of the system says what to do', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {code: 'ENOSPC'})
  expect(describeError(full)).toBe(
    'ENOSPC: no space left on device, write. The disk is full. Free some space, or choose a folder on another disk with --data.',
  )
})

test('an error that the language throws is called a fault of the program', async () => {
  const bug = errorOf(() => (undefined as unknown as {rows: number}).rows)
  expect(describeError(bug)).toBe(
    "Something is wrong in the program itself: Cannot read properties of undefined (reading 'rows'). Run it again with HROMADA_DEBUG=1 to see where.",
  )
  const missing = await readFile('/nowhere/at/all').catch(error => error)
  expect(describeError(missing)).toBe("ENOENT: no such file or directory, open '/nowhere/at/all'")
})
