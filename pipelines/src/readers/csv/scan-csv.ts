import {open} from 'node:fs/promises'
import {availableParallelism} from 'node:os'
import {Worker} from 'node:worker_threads'
import {type CsvScan, type CsvShape, scanPart} from './scan-part.ts'

/** What it takes for a second thread to be worth its start; and where a line must end for the file to be cut. */
const [mostAlone, cutWithin] = [96 * 2 ** 20, 2 ** 20]

/** What the second thread is told. */
export type RestOfFile = {path: string; shape: CsvShape; address: string}

/**
 * Scans a whole CSV file (see `scan-part.ts`), a large one in two threads: each takes a half. Whether a line's end in the
 * middle is the end of a record is known only once the first half is read; where it is not, the file is read through.
 */
export async function scanCsv(
  path: string,
  shape: CsvShape,
  address: string,
  {signal, alone = mostAlone}: {signal?: AbortSignal | undefined; alone?: number} = {},
): Promise<CsvScan> {
  const middle = availableParallelism() > 1 ? await middleOf(path, shape.from, alone) : null
  if (middle !== null) {
    const rest = scanInThread({path, address, shape: {...shape, from: middle, hasHeader: false}}, signal)
    // It is asked for its answer below, unless the first half has none.
    rest.catch(() => {})
    const first = await scanPart(path, shape, address, {signal, to: middle})
    const second = first && (await rest.catch(() => null))
    if (first && second) return joined(first, second)
  }
  return (await scanPart(path, shape, address, {signal}))!
}

/** The byte after a line's end in the middle of a large file; null where it is small, or has none there. */
async function middleOf(path: string, from: number, alone: number): Promise<number | null> {
  const file = await open(path)
  try {
    const {size} = await file.stat()
    if (size - from < alone) return null
    const middle = from + Math.floor((size - from) / 2)
    const {buffer, bytesRead} = await file.read(Buffer.alloc(cutWithin), 0, cutWithin, middle)
    const end = buffer.subarray(0, bytesRead).indexOf(10)
    return end === -1 ? null : middle + end + 1
  } finally {
    await file.close()
  }
}

async function scanInThread(rest: RestOfFile, signal: AbortSignal | undefined): Promise<CsvScan> {
  const thread = new Worker(new URL('./scan-thread.ts', import.meta.url), {workerData: rest})
  const stop = () => void thread.terminate()
  signal?.addEventListener('abort', stop, {once: true})
  try {
    return await new Promise<CsvScan>((resolve, reject) => {
      thread.once('message', resolve)
      thread.once('error', reject)
      thread.once('exit', () => reject(new Error('the second thread ended')))
    })
  } finally {
    signal?.removeEventListener('abort', stop)
    stop()
  }
}

function joined(first: CsvScan, second: CsvScan): CsvScan {
  const sum = (what: keyof CsvScan) => (first[what] as number) + (second[what] as number)
  const lineEnds = [...new Set([...first.lineEnds, ...second.lineEnds])]
  return {
    records: sum('records'),
    faulty: sum('faulty'),
    exact: sum('exact'),
    trailing: sum('trailing'),
    short: sum('short'),
    endEmpty: sum('endEmpty'),
    otherEncoding: sum('otherEncoding'),
    beyondAscii: sum('beyondAscii'),
    blankLines: sum('blankLines'),
    longest: Math.max(first.longest, second.longest),
    lineEnds,
    isOdd: first.isOdd || second.isOdd || lineEnds.length > 1,
  }
}
