import {parentPort, workerData} from 'node:worker_threads'
import {hashFileNow} from './hash-file.ts'

/* The thread of `hashFile`: it hashes one file. */
parentPort!.postMessage(hashFileNow(workerData as string))
