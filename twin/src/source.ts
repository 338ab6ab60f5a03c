import type {Table} from 'apache-arrow'
import type {Layer} from './layers/layer.ts'

/**
 * What the twin needs from whoever holds the data; the portal hands in one that asks the API. Everything is about one
 * city. Promises reject with an Error whose message can be shown.
 */
export interface TwinSource {
  /** What can be shown, in the order of a list. */
  layers: Layer[]
  /** Rows of a published table in this city. At most `limit`, the first by `order`. */
  rows(table: string, ask: {select: string[]; order: string; limit: number}): Promise<Table>
  /** Every column of one row; null where there is none. */
  row(layer: Layer, key: string): Promise<Record<string, unknown> | null>
  /** Where a table comes from, as the API's `/api/v1/lineage` has it. */
  lineage(table: string): Promise<Lineage>
  /** Address of a `tileset.json`; null where the city has none. */
  tileset(kind: 'buildings' | 'terrain'): string | null
}

/** Models that lead to a table, the first first, what each column is made of (`table.column`, or `file#header`), and the files. */
export type Lineage = {
  models: {name: string; columns: {name: string; from: string[]}[]}[]
  files: {
    city: string
    dataset: string
    retrieved_at: string
    sources: {address: string; sha256: string}[]
  }[]
}
