import {type Static, Type} from 'typebox'

/** RFC 9457, as every error answers it. */
export const Problem = Type.Object(
  {
    type: Type.String({description: 'Address of a page about this code'}),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String({description: 'What went wrong here, why, and what to do'}),
    code: Type.String({description: 'Permanent'}),
    instance: Type.String({description: 'The address asked for'}),
  },
  {$id: 'Problem', description: 'RFC 9457 problem details'},
)
export type Problem = Static<typeof Problem>

export const ErrorCode = Type.Object(
  {code: Type.String(), status: Type.Integer(), title: Type.String(), advice: Type.String()},
  {$id: 'ErrorCode', description: 'A permanent error code'},
)

export const ErrorCodes = Type.Object(
  {errors: Type.Array(Type.Object(ErrorCode.properties))},
  {$id: 'ErrorCodes', description: 'Every permanent error code'},
)
