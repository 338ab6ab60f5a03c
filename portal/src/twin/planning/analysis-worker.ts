import {type AnalysisTask, analyse} from '@hromada/twin/planning'

/** What the worker says: how far it is, what came out, or what went wrong. */
export type AnalysisMessage = {share: number} | {analysis: ReturnType<typeof analyse>} | {fault: string}

// The worker's own global; its type would clash with the page's.
const worker = globalThis as unknown as {
  onmessage: (event: {data: AnalysisTask}) => void
  postMessage: (message: AnalysisMessage) => void
}

worker.onmessage = ({data}) => {
  let told = 0
  try {
    const analysis = analyse(data, share => {
      if (share - told < 0.01) return
      told = share
      worker.postMessage({share})
    })
    worker.postMessage({analysis})
  } catch (error) {
    worker.postMessage({fault: (error as Error).message})
  }
}
