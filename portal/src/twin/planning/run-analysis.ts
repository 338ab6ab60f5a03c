import type {Analysis, AnalysisTask, Shade} from '@hromada/twin/planning'
import type {AnalysisMessage, AnalysisQuestion} from './analysis-worker.ts'

/** Works a task out in a worker of its own, which is ended when the signal says so. Rejects with what went wrong. */
export const runAnalysis = (
  task: AnalysisTask,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Analysis> => ask<Analysis>({task, what: 'analysis'}, onProgress, signal)

/** The shade alone, for another hour of a day that is worked out. */
export const runShade = (task: AnalysisTask, signal: AbortSignal): Promise<Shade> =>
  ask<Shade>({task, what: 'shade'}, () => {}, signal)

function ask<Outcome extends Analysis | Shade>(
  question: AnalysisQuestion,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Outcome> {
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
      if ('outcome' in data) resolve(data.outcome as Outcome)
      else reject(new Error(data.fault))
    })
    worker.postMessage(question)
  })
}
