/** What is wrong with a file that should hold a model: a permanent code, and what in it. */
export class ModelFault extends Error {
  readonly code: ModelFaultCode

  constructor(code: ModelFaultCode, message: string) {
    super(message)
    this.code = code
  }
}

export const modelFaultCodes = [
  'FILE_TOO_LARGE',
  'UNKNOWN_FORMAT',
  'BROKEN',
  'EXTERNAL_FILE',
  'UNSUPPORTED',
  'NO_SURFACES',
  'TOO_MANY_TRIANGLES',
  'WRONG_SIZE',
] as const
export type ModelFaultCode = (typeof modelFaultCodes)[number]
