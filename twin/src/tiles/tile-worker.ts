import {parentPort, workerData} from 'node:worker_threads'
import {type TileJob, type TileSite, writeTileFile} from './write-tile-file.ts'

// A thread that makes tile after tile: a job comes in, what the tile holds goes out.
const site = workerData as TileSite
parentPort!.on('message', async (job: TileJob) => parentPort!.postMessage(await writeTileFile(site, job)))
