import type {LandingManifest} from '../lake.ts'

/** The landing to hold a new file against, and the columns of its counterpart there. */
export type Before = {landing: LandingManifest; columns: ReadonlySet<string>}

/** What was last read from a file's address; where that is new, the last file that landed. Null before the first. */
export function columnsBefore(address: string, landings: LandingManifest[]): Before | null {
  const landing =
    landings.findLast(({sources}) => sources.some(source => source.address === address)) ?? landings.at(-1)
  if (!landing) return null
  const source = landing.sources.find(one => one.address === address) ?? landing.sources.at(-1)
  const lacks = new Set(source?.lacks)
  return {landing, columns: new Set(landing.columns.filter(name => !lacks.has(name)))}
}
