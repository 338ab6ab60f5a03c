import {Type} from 'typebox'
import {Nullable} from './nullable.ts'

export const Health = Type.Object({status: Type.Literal('ok')}, {$id: 'Health'})

export const Readiness = Type.Object(
  {
    status: Type.Literal('ready'),
    release: Type.String({description: 'The release that is being served'}),
    problem: Nullable(
      Type.String({
        description: 'Why a newer release is not being served, where there is one that cannot be opened',
      }),
    ),
  },
  {$id: 'Readiness'},
)
