import {ifcProgramAddress} from '@hromada/twin/ifc-program'
import {mostFileBytes} from '@hromada/twin/planning'
import type {FileAnswer, FileQuestion} from './file-worker.ts'

/** Whatever a file makes of its reader, after this it is given up. */
const mostMilliseconds = 120_000

/** Reads a proposal or a model from a file, in a worker that is ended with it. Rejects when that takes too long or fails. */
export async function readFile(file: File): Promise<FileAnswer> {
  if (file.size > mostFileBytes)
    return {fault: {code: 'FILE_TOO_LARGE', message: `${file.name}: ${file.size} > ${mostFileBytes}`}}
  const bytes = new Uint8Array(await file.arrayBuffer())
  const worker = new Worker(new URL('./file-worker.ts', import.meta.url), {type: 'module'})
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    return await new Promise<FileAnswer>((resolve, reject) => {
      timer = setTimeout(
        () => reject(new Error(`${file.name}: > ${mostMilliseconds / 1000} s`)),
        mostMilliseconds,
      )
      worker.addEventListener('error', event => reject(new Error(event.message || file.name)))
      worker.addEventListener('message', ({data}: MessageEvent<FileAnswer>) => resolve(data))
      const question: FileQuestion = {
        bytes,
        name: file.name,
        wasmAddress: new URL(ifcProgramAddress, location.href).href,
      }
      worker.postMessage(question, [bytes.buffer])
    })
  } finally {
    clearTimeout(timer)
    worker.terminate()
  }
}
