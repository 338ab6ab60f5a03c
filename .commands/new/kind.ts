/** A thing that people add: where it goes, what its skeleton holds, and what is to be done with it. */
export type Kind = {
  /** How its ids are written, because the id becomes a folder and an address, or a table. */
  style: 'kebab-case' | 'snake_case'
  /** What must not be there yet, as globs below the project's root. */
  taken: (id: string) => string[]
  /** Why an id that is well written cannot be had all the same; null where it can. */
  refuse?: (id: string) => string | null
  /** Texts by path below the project's root. */
  files: (id: string) => Record<string, string>
  /** What to do next, a sentence a line. */
  next: (id: string) => string[]
}
