import {
  formatOf,
  type Model,
  ModelFault,
  type ModelFaultCode,
  type Proposal,
  ProposalFault,
  type ProposalFaultCode,
  readModel,
  readProposal,
} from '@hromada/twin/planning'

/** What the worker is given: a file, and where the program that reads IFC is. */
export type FileQuestion = {bytes: Uint8Array<ArrayBuffer>; name: string; wasmAddress: string}

/** What was in the file: a proposal of ours or a drawing, a model, or what is wrong with it. */
export type FileAnswer =
  | {proposal: Proposal}
  | {model: Model}
  | {fault: {code: ProposalFaultCode | ModelFaultCode | null; message: string}}

// The worker's own global; its type would clash with the page's.
const worker = globalThis as unknown as {
  onmessage: (event: {data: FileQuestion}) => Promise<void>
  postMessage: (message: FileAnswer) => void
}

worker.onmessage = async ({data: {bytes, name, wasmAddress}}) => {
  try {
    if (formatOf(bytes)) worker.postMessage({model: await readModel(bytes, name, wasmAddress)})
    else worker.postMessage({proposal: readProposal(new TextDecoder().decode(bytes))})
  } catch (error) {
    const known = error instanceof ModelFault || error instanceof ProposalFault
    worker.postMessage({fault: {code: known ? error.code : null, message: (error as Error).message}})
  }
}
