import {Worker} from 'node:worker_threads'
import type {TileFacts} from './building-tile.ts'
import {type TileJob, type TileSite, writeTileFile} from './write-tile-file.ts'

/** Below this many tiles a second thread starts later than the first one ends. */
const fewTiles = 4

/** Makes tiles on this thread or on several; whichever is free takes the next. After a failure none is begun. */
export async function makeTiles(
  site: TileSite,
  jobs: TileJob[],
  threads: number,
): Promise<Map<string, TileFacts>> {
  const made = new Map<string, TileFacts>()
  if (threads <= 1 || jobs.length < fewTiles) {
    for (const job of jobs) made.set(job.name, await writeTileFile(site, job))
    return made
  }
  const waiting = [...jobs].reverse()
  const work = async () => {
    const worker = new Worker(new URL('./tile-worker.ts', import.meta.url), {workerData: site})
    try {
      for (let job = waiting.pop(); job; job = waiting.pop()) made.set(job.name, await done(worker, job))
    } catch (error) {
      waiting.length = 0
      throw error
    } finally {
      await worker.terminate()
    }
  }
  await Promise.all(Array.from({length: Math.min(threads, jobs.length)}, work))
  return made
}

const done = (worker: Worker, job: TileJob) =>
  new Promise<TileFacts>((resolve, reject) => {
    worker.removeAllListeners('message').removeAllListeners('error')
    worker.once('message', resolve).once('error', reject)
    worker.postMessage(job)
  })
