import type {Check, CheckOf} from './check.ts'
import {checkPrivacy} from './check-privacy.ts'
import {checkRules} from './check-rules.ts'
import {checkZone} from './check-zone.ts'
import type {Column, ColumnTypes, Text} from './column.ts'
import {checkLoad, type Load, type Validity} from './load-mode.ts'

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
  load: Load<keyof C & string>
  /**
   * Rows tell of events of which there may have been none: a file with its header and no rows is an answer until there
   * have been some. In all other datasets it is a fault.
   */
  mayBeEmpty?: true
  columns: C
  /** Rules about its rows, asked of every landing. */
  checks: Check[]
  /**
   * What a row tells of, where that is one person or one household: such rows are never published one by one, and what
   * is counted of them only where there are enough.
   */
  rowsAre?: 'persons' | 'households'
  /** The least number of persons or households that a published count may tell of; `usualLeastCount` unless said. */
  leastCount?: number
  /** Where rows lie at people's homes: the columns of the place. */
  homes?: HomePlace<keyof C & string>
  /** Columns that name whom a row tells of, where some are persons. */
  entities?: EntityColumns<keyof C & string>[]
}

/**
 * A party to a row by code and name: a legal entity, which is shown, or a person, who is not. Of a row whose code has not
 * the eight digits of the register of legal entities, or whose name says that a person trades under it, neither reaches
 * the warehouse.
 */
export type EntityColumns<Column extends string = string> = {code: Column; name: Column}

/** Places of homes reach the warehouse as the middles of the squares of a grid. */
export type HomePlace<Column extends string = string> = {
  lon: Column
  lat: Column
  /** A boolean column: the place is shown as it is where it is true. Absent: nowhere. */
  shownWhere?: Column
  /** Side of a square; 250 unless said. */
  gridMetres?: number
}

/** The row of a dataset after staging. Every row knows its city. */
export type RowOf<D extends Dataset> = {city: string} & {
  [K in keyof D['columns']]: D['columns'][K]['nullable'] extends true
    ? ColumnTypes[D['columns'][K]['type']] | null
    : ColumnTypes[D['columns'][K]['type']]
} & (D extends {load: {mode: 'snapshot'}} ? Validity : unknown)

/** Declares a dataset, loaded by `replace` unless it says otherwise; checks only what types cannot say. */
export function defineDataset<
  const Id extends string,
  const C extends Record<string, Column>,
  const L extends Load<keyof C & string> = {mode: 'replace'},
>(
  spec: Omit<Dataset<C>, 'load' | 'checks'> & {id: Id; load?: L; checks?: CheckOf<NoInfer<C>>[]},
): Dataset<C> & {id: Id; load: L} {
  const dataset = {
    ...spec,
    load: spec.load ?? ({mode: 'replace'} as L),
    checks: (spec.checks ?? []) as Check[],
  }
  for (const name of Object.keys(dataset.columns))
    if (!/^[a-z][a-z0-9_]*$/.test(name))
      throw new Error(
        `${dataset.id}: column "${name}" must be snake_case, because it becomes a column of a table.`,
      )
  for (const [name, {zone}] of Object.entries(dataset.columns)) checkZone(`${dataset.id}: ${name}`, zone)
  checkLoad(dataset as unknown as Dataset)
  checkRules(dataset)
  checkPrivacy(dataset as unknown as Dataset)
  return dataset
}
