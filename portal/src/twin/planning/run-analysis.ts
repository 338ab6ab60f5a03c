import type {Analysis, AnalysisTask} from '@hromada/twin/planning'
import type {AnalysisMessage} from './analysis-worker.ts'

/** Works a task out in a worker of its own, which is ended when the signal says so. Rejects with what went wrong. */
export function runAnalysis(
  task: AnalysisTask,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Analysis> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const worker = new Worker(new URL('./analysis-worker.ts', import.meta.url), {type: 'module'})
    const end = () => {
      worker.terminate()
      signal.removeEventListener('abort', stop)
    }
    const stop = () => {
      end()
      reject(signal.reason)
    }
    signal.addEventListener('abort', stop)
    worker.addEventListener('error', event => {
      end()
      reject(new Error(event.message || 'The worker could not be started.'))
    })
    worker.addEventListener('message', ({data}: MessageEvent<AnalysisMessage>) => {
      if ('share' in data) return onProgress(data.share)
      end()
      if ('analysis' in data) resolve(data.analysis)
      else reject(new Error(data.fault))
    })
    worker.postMessage(task)
  })
}
