import {existsSync} from 'node:fs'
import {mkdir, readFile, rename, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {inject} from 'vitest'
// Declares the folder of the run.
import type {} from '../../.config/own-temporary-folder.ts'
import {putDemoSources} from '../../datasets/cities/demo/test/demo-sources.fixture.ts'
import {startCommand} from './start-command.fixture.ts'

/** The demo city after its first `npm start`. */
export type StartedDemo = {
  /** The data folder: files for everybody to read, and for nobody to change. */
  data: string
  /** What the command said until it was stopped. */
  said: string
  /** The hosts it asked, one a line. */
  asked: string
}

/** Of a hook that may be the one that makes it. */
export const startedDemoTimeout = 400_000

/**
 * Runs `npm start` on the sources of the demo city, with nothing else to begin with, and stops it once it serves. It is
 * done once in a run of tests, by the first file that asks; the others wait. Throws in all of them where it fails.
 */
export async function startedDemo(): Promise<StartedDemo> {
  const home = join(inject('runFolder'), 'started-demo')
  const made = join(home, 'made.json')
  const failed = join(home, 'failed.txt')
  const isFirst = await mkdir(home).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false
      throw error
    },
  )
  if (isFirst)
    await start(home, made).catch(async (error: Error) => {
      await writeFile(failed, error.message)
    })
  while (!existsSync(made)) {
    if (existsSync(failed)) throw new Error(await readFile(failed, 'utf8'))
    await sleep(200)
  }
  return JSON.parse(await readFile(made, 'utf8')) as StartedDemo
}

async function start(home: string, made: string): Promise<void> {
  const data = join(home, 'data')
  const askedFile = join(home, 'asked')
  await writeFile(askedFile, '')
  await putDemoSources(data)
  await using server = startCommand('start', ['--data', data, '--port', '0'], {askedFile})
  await server.until(/Hromada is at http:\S+/)
  server.signal('SIGTERM')
  const code = await server.exit
  if (code !== 0) throw new Error(`npm start ended with ${code} after SIGTERM:\n${server.said()}`)
  const result: StartedDemo = {data, said: server.said(), asked: await readFile(askedFile, 'utf8')}
  // It is there at once and whole.
  await writeFile(`${made}.half`, JSON.stringify(result))
  await rename(`${made}.half`, made)
}
