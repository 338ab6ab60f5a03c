import {parentPort, workerData} from 'node:worker_threads'
import type {FromWorker, WorkerTask} from './generate.ts'
import {makeScope} from './scope.ts'
import {Outbox} from './tools/write/outbox.ts'
import {chapters} from './topics/index.ts'

const {options, folder, thread} = workerData as WorkerTask
const say = (message: FromWorker) => parentPort!.postMessage(message)

const scope = makeScope(options)
const outbox = new Outbox(folder, file => say({file}))
for (const chapter of chapters) if (chapter.thread === thread) say({dirt: chapter.write(scope, outbox).dirt})
outbox.finish()
