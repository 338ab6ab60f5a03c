import {createHash} from 'node:crypto'
import {setTimeout as sleep} from 'node:timers/promises'
import {startProcess} from './start-process.ts'

/** What is asked for: each answer is of one release and depends on nothing else. */
const tables = ['squares', 'permits', 'readings', 'stands_now', 'calls_by_state', 'states']
const questions = [
  ...tables.flatMap(name => [`/api/v1/tables/${name}.ndjson`, `/api/v1/tables/${name}.parquet`]),
  '/api/v1/tables',
  '/api/v1/lineage',
  '/tiles/day.json',
]

export type Answer = {path: string; status: number; release: string; hash: string}

/** A server over a data folder, in a process of its own, and whoever asks it. */
export async function openReader(data: string) {
  let heard = (_: string) => {}
  const address = new Promise<string>(resolve => {
    heard = resolve
  })
  const server = startProcess('serve.ts', [data], line => heard(line))
  const origin = await Promise.race([
    address,
    server.ended.then(({said}) => {
      throw new Error(`The server did not start: ${said}`)
    }),
  ])
  const ask = async (path: string): Promise<Answer> => {
    const response = await fetch(origin + path, {headers: {'accept-encoding': 'identity'}})
    const body = Buffer.from(await response.arrayBuffer())
    return {
      path,
      status: response.status,
      release: response.headers.get('hromada-release') ?? '',
      hash: createHash('sha256').update(body).digest('hex'),
    }
  }
  return {
    /** Every question, once the release is served. */
    async askAll(release: string): Promise<Answer[]> {
      while ((await ask('/tiles/day.json')).release !== release) await sleep(5)
      const answers: Answer[] = []
      for (const path of questions) answers.push(await ask(path))
      return answers
    },
    /**
     * Asks one question after the other until told to stop. Answers how many were asked, of which releases the answers
     * were, and everything that was no answer or none of an undisturbed run's.
     */
    async askUntil(stop: AbortSignal, expected: Map<string, string>, random: () => number) {
      const releases = new Set<string>()
      const faults: string[] = []
      let asked = 0
      while (!stop.aborted) {
        const path = questions[Math.floor(random() * questions.length)]!
        try {
          const {status, release, hash} = await ask(path)
          asked++
          releases.add(release)
          if (status !== 200) faults.push(`${path}: ${status}`)
          else if (expected.get(`${release} ${path}`) !== hash)
            faults.push(`${path} of ${release}: not as an undisturbed run has it`)
        } catch (error) {
          faults.push(`${path}: ${(error as Error).message}`)
        }
        await sleep(10)
      }
      return {asked, releases, faults}
    },
    async close() {
      server.child.kill('SIGTERM')
      await server.ended
    },
  }
}
