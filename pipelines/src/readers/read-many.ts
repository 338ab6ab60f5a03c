import {mkdir, rm} from 'node:fs/promises'
import {join} from 'node:path'
import type {Finding} from '../findings.ts'
import {JoinedReads, mostTogether} from './join-reads.ts'
import {NoRows} from './no-rows.ts'
import type {Read, ReadContext} from './reader.ts'

/**
 * Reads many files as one, a few at a time. Files without rows are passed over; of those that are empty there is a
 * finding. @throws NoRows where none of them has any
 */
export async function readMany<F>(
  files: Iterable<F>,
  readOne: (file: F, context: ReadContext) => Promise<Read>,
  context: ReadContext,
  what: string,
): Promise<Read> {
  const {duck, scratch} = context
  const findings: Finding[] = []
  const joined = new JoinedReads(duck)
  let open: {read: Read; own: string}[] = []
  const close = async () => {
    if (open.length > 0) await joined.add(open.map(({read}) => read))
    for (const {own} of open) await rm(own, {recursive: true, force: true})
    open = []
  }
  let count = 0
  let filled = 0
  for (const file of files) {
    const own = join(scratch, `file-${count++}`)
    await mkdir(own)
    try {
      open.push({read: await readOne(file, {...context, scratch: own}), own})
      filled++
    } catch (error) {
      if (!(error instanceof NoRows)) throw error
      if (error.finding) findings.push(error.finding)
    }
    if (open.length === mostTogether) await close()
  }
  await close()
  if (filled === 0) throw new NoRows(`${what} hold no rows.`)
  const read = joined.read()
  return {...read, findings: [...findings, ...read.findings]}
}
