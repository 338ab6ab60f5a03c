import {rename, rm, stat} from 'node:fs/promises'
import type {Ask, FetchContext, Fetched} from '../fetcher.ts'
import {NotThere} from '../network/describe-refusal.ts'
import {asFetched} from './as-fetched.ts'

/** One file to be had. */
export type Wanted = {
  name: string
  /** Where it may lie, the likeliest place first. */
  asks: [Ask, ...Ask[]]
  /** It may lie nowhere, and that is an answer too. */
  mayBeAbsent?: boolean
  /** Is what was found on that day (a file, or none) true for good, so that nobody need be asked? */
  isFinal?: (day: string, isThere: boolean) => boolean
  /** Looks at a new file before it counts. Throws where it is not whole. */
  check?: (path: string) => Promise<void>
}

/** Brings files to the shelf, one after the other, and answers those that there are in the order asked for. */
export async function fetchFiles(wanted: Wanted[], context: FetchContext): Promise<Fetched[]> {
  const {shelf, onFiles, signal} = context
  const fetched: Fetched[] = []
  for (const [index, one] of wanted.entries()) {
    signal.throwIfAborted()
    const kept = await bring(one, context)
    if (!kept.isNote) fetched.push(asFetched(shelf, kept))
    onFiles(index + 1, wanted.length)
  }
  return fetched
}

async function bring({name, asks, mayBeAbsent, isFinal, check}: Wanted, {shelf, download}: FetchContext) {
  const before = await shelf.kept(name)
  const known = before && asks.some(({address}) => address === before.address) ? before : null
  if (known && (shelf.isOfThisRun(known) || isFinal?.(known.at.slice(0, 10), !known.isNote))) return known
  const fresh = `${name}.new`
  let notThere: NotThere | null = null
  for (const ask of asks) {
    try {
      const isKnown = known !== null && !known.isNote && known.address === ask.address
      const came = await download(ask, shelf.path(fresh), isKnown ? known : null)
      if (came.isSame && known) return await shelf.put({...known})
      await check?.(shelf.path(fresh))
      const {size} = await stat(shelf.path(fresh))
      await rename(shelf.path(fresh), shelf.path(name))
      return await shelf.put({
        name,
        address: ask.address,
        bytes: size,
        ...(came.etag ? {etag: came.etag} : {}),
        ...(came.lastModified ? {lastModified: came.lastModified} : {}),
      })
    } catch (error) {
      await rm(shelf.path(fresh), {force: true})
      if (!(error instanceof NotThere)) throw error
      notThere ??= error
    }
  }
  if (!mayBeAbsent || !notThere) throw notThere
  return shelf.put({name, address: asks[0].address, bytes: 0, isNote: true})
}
