import {type CrsDefinition, crsDefinitions, utmDefinition} from './definitions.ts'
import {parseCrs} from './parse-crs.ts'

/**
 * The coordinate system of a name, however it is written; one of a city's own is its own definition (`ownCrs`). Throws
 * where it is not known, and says which ones are.
 */
export function crsDefinition(name: string): CrsDefinition {
  const code = parseCrs(name)
  const definition = crsDefinitions.get(code) ?? utmDefinition(code) ?? ownDefinition(code)
  if (definition) return definition
  throw new Error(
    `The coordinate system "${name}" is not known. Known are ${[...crsDefinitions.keys()].join(', ')}, EPSG:32601 to 32660 and EPSG:32701 to 32760; ` +
      "another one takes one line in datasets/src/crs/definitions.ts, one of a city's own `ownCrs` in its feed.",
  )
}

/** What `ownCrs` wrote; null for anything else, which nobody has checked. */
function ownDefinition(text: string): CrsDefinition | null {
  const [, proj, accuracy, title] = /^(\+proj=.+) \+accuracy=([\d.]+) \+title=([^+=]+)$/.exec(text) ?? []
  return proj && title ? {title, proj, errorMetres: Number(accuracy)} : null
}
