import {Type} from 'typebox'
import {asOf} from './rows.ts'

export const OfficialStructureQuery = Type.Object({
  as_of: asOf,
  city: Type.Optional(Type.String({description: 'A city of the catalogue; the home city unless said'})),
})
