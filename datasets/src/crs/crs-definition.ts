import {type CrsDefinition, crsDefinitions} from './definitions.ts'
import {parseCrs} from './parse-crs.ts'

/** The coordinate system of a name, however it is written. Throws where it is not known, and says which ones are. */
export function crsDefinition(name: string): CrsDefinition {
  const definition = crsDefinitions.get(parseCrs(name))
  if (definition) return definition
  throw new Error(
    `The coordinate system "${name}" is not known. Known are ${[...crsDefinitions.keys()].join(', ')}; ` +
      'another one takes one line in datasets/src/crs/definitions.ts.',
  )
}
