import {SourceError} from '../reader.ts'

/** Names in lower case with their numbers, where the values begin, and on which line (from 1). */
type AsciiHeader = {values: Map<string, number>; bytes: number; line: number}

const names = new Set([
  'ncols',
  'nrows',
  'xllcorner',
  'xllcenter',
  'yllcorner',
  'yllcenter',
  'cellsize',
  'dx',
  'dy',
  'nodata_value',
  'nodata',
])

/**
 * Reads the lines of a name and a number that an ASCII grid begins with, in any order and case.
 * @param head the file's first bytes, a character each
 */
export function readAsciiHeader(head: string, address: string): AsciiHeader {
  const values = new Map<string, number>()
  let [bytes, line] = [head.startsWith('\u00ef\u00bb\u00bf') ? 3 : 0, 1]
  for (const one of head.slice(bytes).split(/(?<=\r\n|\r(?!\n)|\n)/)) {
    const [name = '', text = '', ...more] = one.trim().split(/\s+/)
    if (name !== '' && !/^[a-z]/i.test(name)) break
    if (name !== '') {
      const key = name.toLowerCase()
      const value = Number(text.replace(',', '.'))
      const isNothing = key.startsWith('nodata') && /^[-+]?nan$/i.test(text)
      if (!names.has(key) || more.length > 0 || text === '' || (Number.isNaN(value) && !isNothing))
        throw new SourceError(
          `${address} is not an ASCII grid: line ${line} of its header is "${one.trim().slice(0, 80)}". ` +
            'There should be ncols, nrows, xllcorner, yllcorner, cellsize and a number each.',
        )
      values.set(key, value)
    }
    bytes += one.length
    line++
  }
  return {values, bytes, line}
}
