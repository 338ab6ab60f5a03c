import {parentPort, workerData} from 'node:worker_threads'
import {chapters} from './chapters/index.ts'
import type {FromWorker, WorkerTask} from './generate.ts'
import {makeScope} from './scope.ts'
import {Outbox} from './write/outbox.ts'

const {options, folder, needsGround} = workerData as WorkerTask
const say = (message: FromWorker) => parentPort!.postMessage(message)

const scope = makeScope(options)
const outbox = new Outbox(folder, file => say({file}))
for (const chapter of chapters)
  if (chapter.needsGround === needsGround) say({dirt: chapter.write(scope, outbox).dirt})
outbox.finish()
