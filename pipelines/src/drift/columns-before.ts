import type {LandingManifest} from '../lake.ts'

/** The landing to hold a new file against, and the columns of its counterpart there. */
export type Before = {landing: LandingManifest; columns: ReadonlySet<string>}

/**
 * What was last read from a file's address; where that is new, the last file that landed. Null before the first, and
 * where a landing of several files does not say which had what.
 */
export function columnsBefore(address: string, landings: LandingManifest[]): Before | null {
  const landing =
    landings.findLast(({sources}) => sources.some(source => source.address === address)) ?? landings.at(-1)
  if (!landing) return null
  const source = landing.sources.find(one => one.address === address) ?? landing.sources.at(-1)
  if (landing.sources.length > 1 && !source?.lacks) return null
  const lacks = new Set(source?.lacks)
  const columns = landing.columns.filter(name => !lacks.has(name))
  // One that was empty among others had none.
  return columns.length === 0 ? null : {landing, columns: new Set(columns)}
}
