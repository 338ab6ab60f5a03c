import {randomUUID} from 'node:crypto'
import {readFileSync, readlinkSync, unlinkSync} from 'node:fs'
import {mkdir, readFile, rename, stat, unlink, utimes, writeFile} from 'node:fs/promises'
import {hostname} from 'node:os'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {CommandError} from './command-error.ts'
import {formatDuration} from './format-duration.ts'

type Holder = {
  /** Unique to one acquisition. */
  token: string
  pid: number
  /** When the process began, where the system tells: process ids are used again. */
  startedAt: string | null
  host: string
  /** The namespace in which the process id counts (containers), where the system tells. */
  space: string | null
  purpose: string
  since: string
}

const fileName = 'lock.json'
const heartbeatMs = 10_000
const silentMs = 60_000

/**
 * Makes this process the only writer of a data folder until the returned function is called or the process ends. A
 * lock whose process is gone is taken over. `purpose` is what others are told: "npm start".
 * @throws CommandError when another process holds it, or the folder cannot be written
 */
export async function acquireDataLock(dataFolder: string, purpose: string): Promise<() => Promise<void>> {
  const file = join(dataFolder, fileName)
  const mine: Holder = {
    token: randomUUID(),
    pid: process.pid,
    startedAt: startOf(process.pid),
    host: hostname(),
    space: space(),
    purpose,
    since: new Date().toISOString(),
  }
  try {
    await mkdir(dataFolder, {recursive: true})
    for (let isMine = false; !isMine; ) {
      isMine = await createLock(file, mine)
      const holder = isMine ? null : await readHolder(file)
      if (!holder) continue
      if (await isAlive(holder, file)) throw held(dataFolder, file, holder)
      isMine = await takeOver(file, holder, mine)
    }
  } catch (error) {
    throw notWritable(dataFolder, error)
  }
  return keep(file, mine)
}

/** Writes the lock unless there is one. */
async function createLock(file: string, mine: Holder): Promise<boolean> {
  try {
    await writeFile(file, JSON.stringify(mine), {flag: 'wx'})
    return true
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    return false
  }
}

/**
 * Replaces a dead holder's lock. Of all that try at once only one can create the file named after the dead lock, and
 * it looks again before it replaces, so that nobody replaces the lock of a living successor. True when the lock is ours.
 */
async function takeOver(file: string, dead: Holder, mine: Holder): Promise<boolean> {
  const heir = `${file}.${dead.token}`
  if (await createLock(heir, mine)) {
    const isStillThere = (await readHolder(file))?.token === dead.token
    await (isStillThere ? rename(heir, file) : unlink(heir))
    return isStillThere
  }
  // Somebody else is at it. If it died in the middle, clear its file away; the caller looks again in either case.
  const other = await readHolder(heir)
  if (other && !(await isAlive(other, heir))) await unlink(heir).catch(ignoreMissing)
  await sleep(20)
  return false
}

/** Who a lock file names; null when the file is gone. A file being written is waited for. */
async function readHolder(file: string): Promise<Holder | null> {
  for (let attempt = 0; attempt < 25; attempt++) {
    const text = await readFile(file, 'utf8').catch(ignoreMissing)
    if (text === undefined) return null
    try {
      return JSON.parse(text) as Holder
    } catch {
      await sleep(20)
    }
  }
  // Nobody takes half a second to write a line: the machine went down in the middle.
  return {
    token: 'unreadable',
    pid: 0,
    startedAt: null,
    host: hostname(),
    space: space(),
    purpose: '',
    since: '',
  }
}

async function isAlive(holder: Holder, file: string): Promise<boolean> {
  if (holder.pid === 0) return false
  // Another machine's, or another container's, processes are not visible: a living holder touches its file.
  if (holder.host !== hostname() || holder.space !== space()) {
    const touched = await stat(file).then(({mtimeMs}) => mtimeMs, ignoreMissing)
    return touched !== undefined && Date.now() - touched < silentMs
  }
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false
  }
  return holder.startedAt === null || startOf(holder.pid) === holder.startedAt
}

/** Keeps the lock fresh, and gives it back when asked or when the process ends. */
function keep(file: string, mine: Holder): () => Promise<void> {
  const heartbeat = setInterval(() => {
    utimes(file, new Date(), new Date()).catch(() => {})
  }, heartbeatMs).unref()
  const release = () => {
    clearInterval(heartbeat)
    process.off('exit', release)
    try {
      if ((JSON.parse(readFileSync(file, 'utf8')) as Holder).token === mine.token) unlinkSync(file)
    } catch {
      // Somebody removed the folder: then there is nothing to give back.
    }
  }
  process.on('exit', release)
  return async () => release()
}

function held(dataFolder: string, file: string, holder: Holder): CommandError {
  const since = new Date(holder.since)
  const ago = formatDuration(Date.now() - since.getTime())
  const where = holder.host === hostname() ? '' : ` on ${holder.host}`
  return new CommandError(
    `The data folder ${dataFolder} is in use: process ${holder.pid}${where} (${holder.purpose}) has been writing to it since ` +
      `${since.toLocaleTimeString('en-GB')} (${ago}). Wait for it to end, stop it, or choose another folder with --data. ` +
      `If no such process exists, delete ${file}.`,
  )
}

function notWritable(dataFolder: string, error: unknown): unknown {
  const why = {
    EACCES: 'this user may not write there',
    EPERM: 'this user may not write there',
    EROFS: 'that disk can only be read',
    ENOSPC: 'that disk is full',
    ENOTDIR: 'a part of that path is a file',
    EEXIST: 'there is a file of that name',
    ENOENT: 'the system makes no folders there',
  }[codeOf(error) ?? '']
  if (!why) return error
  return new CommandError(
    `The data folder ${dataFolder} cannot be written: ${why}. Choose another with --data DIR or HROMADA_DATA, or change what is there.`,
    {cause: error},
  )
}

/** Boot and clock tick at which a process began (field 22 of its stat), or null where there is no /proc. */
function startOf(pid: number): string | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`
  } catch {
    return null
  }
}

function space(): string | null {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return null
  }
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code

function ignoreMissing(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error
}
