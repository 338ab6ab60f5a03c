import {open} from 'node:fs/promises'
import {type SetAside, SourceError} from '../reader.ts'
import {textOf} from '../text/text-of.ts'
import {type CsvFault, type CsvShape, scanPart} from './scan-part.ts'
import {splitRecord} from './split-record.ts'

/** What set-aside lines may take together: more of them are no slips, but another kind of file. */
const mostSetAsideBytes = 256 * 2 ** 20

const newline = Buffer.from('\n')

/** Writes the records of a CSV file that are whole, a line each, without its header; the others are handed back. */
export async function writeCleanCsv(
  target: string,
  path: string,
  shape: CsvShape,
  address: string,
  signal?: AbortSignal,
): Promise<(SetAside & {rule: CsvFault})[]> {
  const setAside: (SetAside & {rule: CsvFault})[] = []
  let setAsideBytes = 0
  let parts: Buffer[] = []
  const out = await open(target, 'w')
  try {
    await scanPart(path, shape, address, {
      signal,
      on: {
        onRecord: (bytes, start, end, line, fault, isOdd) => {
          const record = bytes.subarray(start, end)
          if (fault === null) {
            parts.push(isOdd ? quotedAnew(record, shape.delimiter) : record, newline)
            return
          }
          setAsideBytes += record.length
          if (setAsideBytes > mostSetAsideBytes)
            throw new SourceError(
              `${address} has ${setAside.length} lines that do not fit its header up to line ${line}, too many to set aside. ` +
                'Is its delimiter declared right?',
            )
          setAside.push({address, line, rule: fault, text: textOf(record).text})
        },
        onPiece: async () => {
          await out.write(Buffer.concat(parts))
          parts = []
        },
      },
    })
  } finally {
    await out.close()
  }
  return setAside
}

const quotedAnew = (record: Buffer, delimiter: string): Buffer =>
  Buffer.from(
    splitRecord(record.toString('utf8'), delimiter, true)
      .map(cell => (cell === '' ? '' : `"${cell.replaceAll('"', '""')}"`))
      .join(delimiter),
  )
