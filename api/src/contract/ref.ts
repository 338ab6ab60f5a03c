import {type Static, type TSchema, Type} from 'typebox'

/** Points at a schema that the server registered under its `$id`; the type stays that of the schema. */
export function ref<T extends TSchema>(schema: T) {
  if (!('$id' in schema)) throw new Error('Only a schema with an $id can be pointed at.')
  return Type.Unsafe<Static<T>>({$ref: `${schema.$id}#`})
}
