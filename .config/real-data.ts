import {existsSync} from 'node:fs'
import {resolve} from 'node:path'

const root = resolve(import.meta.dirname, '..')
const beside = resolve(root, '../shared/data')

let said = false

/**
 * Folder of real public records to test with (absolute), or null where there is none: HROMADA_REAL_DATA, else
 * `../shared/data` beside the project. Says so once per test file; use it as `test.skipIf(!realData())`.
 */
export function realData(): string | null {
  const named = process.env.HROMADA_REAL_DATA
  const folder = named ? resolve(root, named) : beside
  if (existsSync(folder)) return folder
  if (!said)
    console.log(
      `Skipped: tests on real records, because ${named ? `HROMADA_REAL_DATA (${folder})` : '../shared/data'} does not exist.`,
    )
  said = true
  return null
}

/** Is there real data on this machine at all? Then a skipped test on it is a fault, whatever made it skip. */
export const hasRealData = (): boolean =>
  [process.env.HROMADA_REAL_DATA, beside].some(folder => folder && existsSync(resolve(root, folder)))
