import {DuckDBInstance} from '@duckdb/node-api'
import type {Model} from '../../src/model.ts'
import {modelFlows, type WarehouseFlows} from '../../src/privacy/flows/model-flows.ts'

/** A database that only reads queries: no table is in it. */
const duck = await (await DuckDBInstance.create(':memory:')).connect()
const reader = {
  rows: async <R>(sql: string) => (await duck.runAndReadAll(sql)).getRowObjectsJson() as R[],
}

/** What is in the tables of models, of which every one comes after those it reads. */
export const follow = (models: readonly Model[]): Promise<WarehouseFlows> => modelFlows(models, reader)

/** A model by its SQL, as nobody could write it with the query builder alone. */
export const sqlModel = (name: string, inputs: Model[], sql: string, more: Partial<Model> = {}): Model => ({
  name,
  kind: 'model',
  title: {uk: name, en: name},
  describe: {uk: name, en: name},
  grain: [],
  inputs,
  publish: true,
  columns: {},
  place: null,
  audits: [],
  notices: [],
  largestDrop: 1,
  materialise: {as: 'table'},
  tags: [],
  counts: null,
  releases: {},
  lineage: {columns: {}, rows: []},
  query: null,
  sql,
  ...more,
})
