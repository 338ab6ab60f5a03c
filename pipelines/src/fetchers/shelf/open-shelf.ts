import {createHash, randomUUID} from 'node:crypto'
import {appendFile, mkdir, open, readdir, readFile, rename, rm, stat} from 'node:fs/promises'
import {join} from 'node:path'

/** What a page of many said of itself. */
export type PageFacts = {
  records: number
  /** Records there are in all, where the service says. */
  total: number | null
  /** Address of the next page. */
  next: string | null
  /** Hash of the records alone: what stays the same when only time stamps and links differ. */
  digest: string
}

/** One entry of the journal: a file that is complete, or (`isNote`) something known of which there is no file. */
export type Kept = {
  name: string
  address: string
  bytes: number
  /** When it was fetched. */
  at: string
  /** Which run fetched it. */
  run: string
  etag?: string
  lastModified?: string
  page?: PageFacts
  isNote?: true
  /** Of a window: the last day it covers, and the files that hold it. */
  window?: {to: string; names: string[]}
}

export type Shelf = {
  folder: string
  path: (name: string) => string
  /** What is known of a name, if its file still lies there whole. */
  kept: (name: string) => Promise<Kept | null>
  /** Was it fetched by the run that goes on now, be it the one that was cut before? */
  isOfThisRun: (kept: Kept) => boolean
  put: (kept: Omit<Kept, 'run' | 'at'>) => Promise<Kept>
  /** Everything is there: what is not named goes away, and the next run begins anew. */
  finish: (names: string[]) => Promise<void>
  /** What this run brought does not belong together: the next one fetches it anew. */
  startOver: () => Promise<void>
}

type Run = {run: string; since: string}
type Line = {plan: string} | Run | {done: true} | Kept

const journalName = 'fetched.ndjson'

/** A run that was cut is gone on with for a day; after that its pages would not belong together. */
const resumableMilliseconds = 24 * 3_600_000

/**
 * Opens the folder of one feed's files. A journal beside them knows which are complete and where they came from; a
 * line is added after each file, so that a run that is killed loses one file at most. `plan` is what is fetched:
 * when it changes, nothing of before is believed.
 */
export async function openShelf(folder: string, plan: unknown, now: () => Date): Promise<Shelf> {
  await mkdir(folder, {recursive: true})
  const journal = join(folder, journalName)
  const planned = createHash('sha256').update(JSON.stringify(plan)).digest('hex')
  const {entries, openRun} = await readJournal(journal, planned)
  const isFresh = openRun !== null && now().getTime() - Date.parse(openRun.since) < resumableMilliseconds
  const newRun = (): Run => ({run: randomUUID(), since: now().toISOString()})
  let current = openRun !== null && isFresh ? openRun : newRun()

  const add = (line: Line) => appendFile(journal, `${JSON.stringify(line)}\n`)
  const rewrite = async (lines: Line[]) => {
    const file = await open(`${journal}.new`, 'w')
    await file.writeFile([{plan: planned}, ...lines].map(line => `${JSON.stringify(line)}\n`).join(''))
    await file.sync()
    await file.close()
    await rename(`${journal}.new`, journal)
  }
  // Also mends a last line that was cut, and forgets files that are not complete.
  await rewrite([...entries.values(), current])

  return {
    folder,
    path: name => join(folder, name),
    async kept(name) {
      const entry = entries.get(name)
      if (!entry || entry.isNote) return entry ?? null
      const size = (await stat(join(folder, name)).catch(() => null))?.size
      return size === entry.bytes ? entry : null
    },
    isOfThisRun: kept => kept.run === current.run,
    async put(kept) {
      const entry: Kept = {...kept, at: now().toISOString(), run: current.run}
      entries.set(entry.name, entry)
      await add(entry)
      return entry
    },
    async finish(names) {
      const wanted = new Set(names)
      for (const entry of [...entries.values()])
        if (!entry.isNote && !wanted.has(entry.name)) entries.delete(entry.name)
      await rewrite([...entries.values(), {done: true}])
      for (const name of await readdir(folder))
        if (name !== journalName && !wanted.has(name))
          await rm(join(folder, name), {recursive: true, force: true})
    },
    async startOver() {
      for (const entry of [...entries.values()]) if (entry.run === current.run) entries.delete(entry.name)
      current = newRun()
      await rewrite([...entries.values()])
    },
  }
}

/** Entries by name, the latest of each, and the run that has not come to its end. A line cut by a crash is passed over. */
async function readJournal(path: string, planned: string) {
  const entries = new Map<string, Kept>()
  let openRun: Run | null = null
  const lines = (await readFile(path, 'utf8').catch(() => '')).split('\n').flatMap(text => {
    try {
      const line: unknown = JSON.parse(text)
      return typeof line === 'object' && line !== null ? [line as Line] : []
    } catch {
      return []
    }
  })
  const [first] = lines
  if (!first || !('plan' in first) || first.plan !== planned) return {entries, openRun}
  for (const line of lines.slice(1)) {
    if ('done' in line) openRun = null
    else if ('name' in line) entries.set(line.name, line)
    else if ('since' in line) openRun = line
  }
  return {entries, openRun}
}
