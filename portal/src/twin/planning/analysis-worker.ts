import {type Analysis, type AnalysisTask, analyse, type Shade, shadeOf} from '@hromada/twin/planning'

/** What the worker is asked: all of it, or the shade alone. */
export type AnalysisQuestion = {task: AnalysisTask; what: 'analysis' | 'shade'}

/** What the worker says: how far it is, what came out, or what went wrong. */
export type AnalysisMessage = {share: number} | {outcome: Analysis | Shade} | {fault: string}

// The worker's own global; its type would clash with the page's.
const worker = globalThis as unknown as {
  onmessage: (event: {data: AnalysisQuestion}) => void
  postMessage: (message: AnalysisMessage) => void
}

worker.onmessage = ({data: {task, what}}) => {
  let told = 0
  try {
    const outcome =
      what === 'shade'
        ? shadeOf(task)
        : analyse(task, share => {
            if (share - told < 0.01) return
            told = share
            worker.postMessage({share})
          })
    worker.postMessage({outcome})
  } catch (error) {
    worker.postMessage({fault: (error as Error).message})
  }
}
