import {type ChildProcess, fork} from 'node:child_process'
import {once} from 'node:events'
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {corpus} from './corpus.ts'
import {feedMutant, mutantOf, type Outcome} from './feed-mutant.ts'

/** What a mutant may cost: beyond it, it hangs, or fills the memory of the machine. */
const [mostMs, mostMegabytes] = [10_000, 1024]

type Report = {number: number; outcome: Outcome; megabytes: number}
type Fault = {number: number; reader: string; what: string}

/*
 * node pipelines/torture/fuzz.ts <files> <seed>
 *
 * Feeds so many broken files to the readers. They are read in a process of its own, which is watched from this one: what
 * hangs or dies there is a fault like any other, is kept for a look, and the rest goes on.
 */
const [, , ...given] = process.argv
if (process.send) await work(Number(given[0]), Number(given[1]), Number(given[2]))
else process.exitCode = await fuzz(Number(given[0] ?? 10_000), Number(given[1] ?? 1))

async function fuzz(files: number, seed: number): Promise<number> {
  const began = performance.now()
  const faults: Fault[] = []
  const became = new Map<string, Map<string, number>>()
  let [done, slowestMs, mostRss, lastSaid] = [0, 0, 0, began]
  const readers = [...(await corpus()).keys()].sort()
  const readerOf = (number: number) => readers[number % readers.length]!

  while (done < files) {
    const child = fork(import.meta.filename, [String(done), String(files), String(seed)], {
      execArgv: ['--max-old-space-size=900'],
    })
    const end = await watch(child, ({number, outcome, megabytes}) => {
      done = number + 1
      slowestMs = Math.max(slowestMs, outcome.ms)
      mostRss = Math.max(mostRss, megabytes)
      const own = became.get(outcome.reader) ?? new Map<string, number>()
      became.set(outcome.reader, own.set(outcome.became, (own.get(outcome.became) ?? 0) + 1))
      const what =
        outcome.fault ??
        (outcome.ms > mostMs
          ? `it took ${(outcome.ms / 1000).toFixed(1)} s`
          : megabytes > mostMegabytes
            ? `it took ${megabytes} MB`
            : null)
      if (what !== null) {
        faults.push({number, reader: outcome.reader, what})
        console.log(`${outcome.reader}, file ${number}: ${what}`)
      }
      if (performance.now() - lastSaid > 10_000) {
        lastSaid = performance.now()
        console.log(`${done} of ${files} broken files, ${faults.length} faults`)
      }
    })
    if (end === null || done >= files) continue
    faults.push({number: done, reader: readerOf(done), what: end})
    done++
  }

  const table = [...became].sort().map(([reader, own]) => ({
    reader,
    ...Object.fromEntries(
      ['landing', 'findings', 'refusal', 'fault'].map(name => [name, own.get(name) ?? 0]),
    ),
  }))
  console.table(table)
  console.log(
    `${files} broken files of seed ${seed} in ${((performance.now() - began) / 1000).toFixed(0)} s; ` +
      `the slowest took ${(slowestMs / 1000).toFixed(2)} s, the most memory was ${mostRss} MB; ${faults.length} faults.`,
  )
  if (faults.length === 0) return 0
  await keep(faults.slice(0, 100), seed)
  return 1
}

/** Hands on reports until the process ends by itself: null; or does not: in words. */
async function watch(child: ChildProcess, onReport: (report: Report) => void): Promise<string | null> {
  let end: string | null = null
  let alarm: NodeJS.Timeout | undefined
  const rewind = () => {
    clearTimeout(alarm)
    alarm = setTimeout(() => {
      end = `it hung for ${(2 * mostMs) / 1000} s`
      child.kill('SIGKILL')
    }, 2 * mostMs)
  }
  rewind()
  child.on('message', message => {
    rewind()
    onReport(message as Report)
  })
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
  clearTimeout(alarm)
  if (end !== null) return end
  return code === 0 ? null : `the process died: ${signal ?? `code ${code}`}`
}

/** Says what went wrong and leaves the files that did it in a folder. */
async function keep(faults: Fault[], seed: number) {
  const files = await corpus()
  const folder = await mkdtemp(join(tmpdir(), 'fuzz-'))
  for (const {number, reader, what} of faults) {
    const {good, bytes} = mutantOf(files, seed, number)
    const path = join(folder, `${number}-${good.name}`)
    await writeFile(path, bytes)
    console.log(`\n${reader}, file ${number}: ${what}\n  ${path}\n  ${JSON.stringify(good.format)}`)
  }
}

/** The watched process: so many mutants one after another, and a fresh one where memory has grown. */
async function work(from: number, files: number, seed: number) {
  const all = await corpus()
  const folder = await mkdtemp(join(tmpdir(), 'fuzzed-'))
  try {
    for (let number = from; number < files; number++) {
      const outcome = await feedMutant(mutantOf(all, seed, number), join(folder, String(number)))
      const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
      process.send!({number, outcome, megabytes} satisfies Report)
      if (megabytes > mostMegabytes) break
    }
  } finally {
    await rm(folder, {recursive: true, force: true})
    process.disconnect()
  }
}
