import {parentPort, workerData} from 'node:worker_threads'
import type {RestOfFile} from './scan-csv.ts'
import {scanPart} from './scan-part.ts'

/* The second thread of `scanCsv`: it scans from the middle of a file to its end, and says what it found. */
const {path, shape, address} = workerData as RestOfFile
parentPort!.postMessage(await scanPart(path, shape, address, {}))
