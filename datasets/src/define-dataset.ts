import type {Column, ColumnTypes, Text} from './column.ts'

/** Licence of a dataset: an SPDX-like id where there is one, and the address of its text. */
export type Licence = {id: string; title: Text; url?: string}

/** One dataset: what it is called, who publishes it, and what its columns mean. Nothing here runs. */
export type Dataset<C extends Record<string, Column> = Record<string, Column>> = {
  /** The folder's name. */
  id: string
  title: Text
  describe: Text
  publisher: Text
  licence: Licence
  /** EU data theme code (AGRI, ECON, EDUC, ENER, ENVI, GOVE, HEAL, JUST, REGI, SOCI, TECH, TRAN). */
  theme: string
  /** EU frequency code: DAILY, MONTHLY, ANNUAL, IRREG, … */
  cadence: string
  /** Columns that are together unique within a city. Empty where the publisher repeats rows by nature. */
  key: (keyof C & string)[]
  columns: C
}

/** The row of a dataset after staging. Every row knows its city. */
export type RowOf<D extends Dataset> = {city: string} & {
  [K in keyof D['columns']]: D['columns'][K]['nullable'] extends true
    ? ColumnTypes[D['columns'][K]['type']] | null
    : ColumnTypes[D['columns'][K]['type']]
}

/** Declares a dataset; checks only what types cannot say. */
export function defineDataset<const Id extends string, const C extends Record<string, Column>>(
  dataset: Dataset<C> & {id: Id},
): Dataset<C> & {id: Id} {
  for (const name of Object.keys(dataset.columns))
    if (!/^[a-z][a-z0-9_]*$/.test(name))
      throw new Error(
        `${dataset.id}: column "${name}" must be snake_case, because it becomes a column of a table.`,
      )
  return dataset
}
