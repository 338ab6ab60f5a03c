import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll} from 'vitest'

const folders: string[] = []

// Said while tests are collected: a hook that is declared by a hook or a test is never called.
afterAll(() => {
  for (const folder of folders) rmSync(folder, {recursive: true, force: true, maxRetries: 3})
})

/** A new folder for a test, a hook or a whole file of tests; it goes away when the tests of the file are over. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`))
  folders.push(folder)
  return folder
}
