import type {Site} from '../site.ts'
import {type Source, sourcesOf} from '../sources.ts'

export type Cell = string | number | boolean | null
export type TableColumn = {
  /** Header of the CSV, and the key of the rows. */
  key: string
  label: string
  isNumber?: boolean
  /** How the page writes the value; the file has it as it is. */
  text?: (value: never, row: Record<string, Cell>) => string
  /** Address a value leads to, or null. */
  href?: (row: Record<string, Cell>) => string | null
  /** Colour of a small square before the value. */
  swatch?: (row: Record<string, Cell>) => string | null
  /** Language of the values, where it is not the page's. */
  lang?: string
  /** Only in the file. */
  isHidden?: boolean
}
export type Table = {
  columns: TableColumn[]
  rows: Record<string, Cell>[]
  total?: Record<string, Cell>
  caption?: string
  /** Each row stays on one line, and the region scrolls: many short columns, of which the first matter most. */
  isOneLine?: boolean
}

/** The unit of the portal: what it says, how it is drawn, the same as a table, where it comes from. */
export type Figure = {
  /** Name of its file in this folder and of its downloads. */
  name: string
  title: string
  /** Unit, population, period. */
  subtitle: string
  /** What the drawing shows, its range and its trend, for those who do not see it. */
  description: string
  /** Null where the table says it better than any drawing. */
  draw: ((width: number) => SVGSVGElement) | null
  table: Table
  note?: string
  /** The query over the published tables that gives the numbers. */
  sql: string
  /** Published table the numbers come from, and the rows asked for, as an address of the API. */
  rows: {table: string; address: string}
  sources: Source[]
  /** Last day the numbers cover. */
  asOf: string | null
  /** What to add to the page's address to get this figure's files. */
  parameters: Record<string, string | number>
}

type Spec = Omit<Figure, 'sources' | 'rows'> & {
  datasets: string[]
  cities?: string[]
  rows: {table: string; where?: Record<string, string | number>}
}

/** Completes a figure with the sources of its datasets and the address of its rows. */
export function figure(site: Site, {datasets, cities = [site.city.id], rows, ...spec}: Spec): Figure {
  const where = new URLSearchParams(
    Object.entries(rows.where ?? {}).map(([key, value]) => [key, String(value)]),
  ).toString()
  return {
    ...spec,
    rows: {table: rows.table, address: `/api/v1/tables/${rows.table}.csv${where && `?${where}`}`},
    sources: sourcesOf(site, datasets, cities),
  }
}
