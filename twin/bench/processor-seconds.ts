import {readdir, readFile} from 'node:fs/promises'

/** Ticks of Linux's clock in /proc, a second. */
const ticksPerSecond = 100

/**
 * Seconds of processor that the processes started by this one have used so far, by what they are in a browser: `page`,
 * `graphics` and the rest. Null where the system does not tell.
 */
export async function processorSeconds(): Promise<{page: number; graphics: number; rest: number} | null> {
  const names = await readdir('/proc').catch(() => null)
  if (!names) return null
  const found = new Map<number, {parent: number; seconds: number; command: string}>()
  for (const name of names.filter(one => /^\d+$/.test(one))) {
    const [stat, command] = await Promise.all(
      ['stat', 'cmdline'].map(file => readFile(`/proc/${name}/${file}`, 'utf8').catch(() => '')),
    )
    // Behind the name in brackets: state, parent, … and as 12th and 13th the ticks of its own and the system's work.
    const fields = stat!.slice(stat!.lastIndexOf(')') + 2).split(' ')
    const ticks = Number(fields[11]) + Number(fields[12])
    if (fields.length > 12)
      found.set(Number(name), {parent: Number(fields[1]), seconds: ticks / ticksPerSecond, command: command!})
  }
  const isOurs = (pid: number): boolean => {
    for (let at = found.get(pid)?.parent; at !== undefined && at > 1; at = found.get(at)?.parent)
      if (at === process.pid) return true
    return false
  }
  const sums = {page: 0, graphics: 0, rest: 0}
  for (const [pid, {seconds, command}] of found) {
    if (!isOurs(pid)) continue
    const kind = command.includes('--type=renderer')
      ? 'page'
      : command.includes('--type=gpu-process')
        ? 'graphics'
        : 'rest'
    sums[kind] += seconds
  }
  return sums
}
