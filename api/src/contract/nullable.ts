import {type TSchema, Type} from 'typebox'

/** A value or null: always present, never left out. */
export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
