import {createHash} from 'node:crypto'
import {readFile, rename, rm, stat} from 'node:fs/promises'
import {type Ask, type FetchContext, FetchError} from '../fetcher.ts'
import type {Kept} from './open-shelf.ts'

/** What a page says, as the service's own fetcher reads it. */
export type Page = {
  records: number
  total: number | null
  /** The next page's address; null after the last. */
  next: string | null
  /** The records alone, without time stamps and links: what two pages are compared by. */
  content: string | Buffer
}

export type Paging = {
  /** File names are `<stem>-00001` and so on. */
  stem: string
  first: Ask
  read: (
    text: Buffer,
    page: {address: string; index: number; path: string; link: string | undefined},
  ) => Page | Promise<Page>
  /** The service's total is an estimate, or there is none. */
  isTotalRough?: boolean
}

/** Pages that hold something, in order, how many records they hold, and how many the service says there are. */
export type Pages = {kept: Kept[]; records: number; total: number | null}

/** A page is read whole into memory. */
const mostBytes = 64 * 2 ** 20
const mostPages = 100_000

/**
 * Fetches page after page, each into a file as the publisher wrote it. A run that was cut goes on after the last page
 * it has. Refuses pages that lead in a circle or repeat each other, and fewer or more records than the service says
 * there are (both ends of the count that it gave meanwhile are believed, for a live table grows).
 */
export async function fetchPages(paging: Paging, context: FetchContext): Promise<Pages> {
  const {signal, onFiles} = context
  const kept: Kept[] = []
  const totals: number[] = []
  const addresses = new Set<string>()
  const digests = new Map<string, number>()
  let records = 0
  let address: string | null = paging.first.address
  for (let index = 1; address !== null; index++) {
    signal.throwIfAborted()
    if (addresses.has(address))
      return refuse(context, `${address} is named as the page after itself: the service leads in a circle.`)
    if (index > mostPages)
      return refuse(context, `${paging.first.address} has more than ${mostPages} pages. Ask for larger ones.`)
    addresses.add(address)
    const page = await bring(paging, address, index, context)
    const facts = page.page!
    const twin = digests.get(facts.digest)
    if (facts.records > 0 && twin !== undefined)
      return refuse(
        context,
        `Page ${index} of ${paging.first.address} repeats page ${twin}: the service does not heed the page it is asked for.`,
      )
    digests.set(facts.digest, index)
    records += facts.records
    if (facts.total !== null) totals.push(facts.total)
    if (facts.records > 0) kept.push(page)
    onFiles(index)
    address = facts.next
  }
  const [least, most] = [Math.min(...totals), Math.max(...totals)]
  if (!paging.isTotalRough && totals.length > 0 && (records < least || records > most))
    return refuse(
      context,
      `${paging.first.address} gave ${records} records and says there are ${least === most ? most : `${least} to ${most}`}. Run it again; if it stays so, the service's count cannot be relied on.`,
    )
  return {kept, records, total: totals.at(-1) ?? null}
}

/** What came does not belong together: it is forgotten, so that the next run does not go on with it. */
async function refuse({shelf}: FetchContext, message: string): Promise<never> {
  await shelf.startOver()
  throw new FetchError(message)
}

async function bring(
  {stem, first, read}: Paging,
  address: string,
  index: number,
  {shelf, download}: FetchContext,
): Promise<Kept> {
  const name = `${stem}-${String(index).padStart(5, '0')}`
  const before = await shelf.kept(name)
  if (before?.page && before.address === address && shelf.isOfThisRun(before)) return before
  const fresh = shelf.path(`${name}.new`)
  try {
    const {link} = await download({...first, address, mostBytes}, fresh)
    const {size} = await stat(fresh)
    const {content, ...facts} = await read(await readFile(fresh), {address, index, path: fresh, link})
    const page = {...facts, digest: createHash('sha256').update(content).digest('hex')}
    // Where only a time stamp differs, the file of before stays: the same records twice change nothing.
    if (before?.page?.digest === page.digest && before.address === address)
      return await shelf.put({...before, page})
    await rename(fresh, shelf.path(name))
    return await shelf.put({name, address, bytes: size, page})
  } finally {
    await rm(fresh, {force: true})
  }
}
