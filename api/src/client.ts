import type {
  Catalog,
  CommentForm,
  CommentReceipt,
  DatasetDetail,
  FormatName,
  JsonRow,
  Lineage,
  Operator,
  Problem,
  ReleaseDetail,
  ReleaseDiff,
  Releases,
  RowsOf,
  ScenarioComments,
  ScenarioDetail,
  Scenarios,
  TableDetail,
  Tables,
} from './contract/index.ts'
import {fillPath, paths} from './contract/index.ts'

/** The part of fetch that the client needs: global fetch, or one that asks an app in the same process. */
export type FetchLike = (address: string, init?: FetchInit) => Promise<Response>
export type FetchInit = {
  method?: string
  headers?: Record<string, string>
  body?: string
  /** Of the sender, where one asks in the same process for somebody else. */
  remoteAddress?: string
}

/** On whose behalf a comment is sent: the address, and what of the headers says where from. */
export type Sender = Pick<FetchInit, 'headers' | 'remoteAddress'>

type Scalar = string | number | bigint | boolean | Date | null
/** `['year', '>=', 2024]`, `['category', 'in', ['a', 'b']]`, `['closed_at', 'is null']`. */
export type Where<Column extends string = string> =
  | [column: Column, operator: Exclude<Operator, 'in' | 'not in' | 'is null' | 'is not null'>, value: Scalar]
  | [column: Column, operator: 'in' | 'not in', values: readonly Scalar[]]
  | [column: Column, operator: 'is null' | 'is not null']

export type RowsOptions<Column extends string = string> = {
  select?: readonly Column[]
  /** All of them hold. */
  where?: readonly Where<Column>[]
  /** `-` before a column for descending. */
  order?: readonly (Column | `-${Column}`)[]
  limit?: number
  /** An instant, a date, or the id of a release: what was in force then. */
  asOf?: string
}

/** An error that the API answered with. */
export class ApiProblem extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(`${problem.code}: ${problem.detail}`)
    this.name = 'ApiProblem'
    this.problem = problem
  }
}

/** A row that differs between two releases. */
export type RowChange = {
  change: 'added' | 'removed' | 'changed'
  /** Which columns of a changed one. */
  columns: string[] | null
  before: JsonRow | null
  after: JsonRow | null
}

export type Client = ReturnType<typeof createClient>

/** Asks the API with types. `base` is the server's address where `fetchLike` needs whole ones. Throws ApiProblem. */
export function createClient(fetchLike: FetchLike, base = '') {
  const get = async <T>(path: string, init?: FetchInit): Promise<T> => {
    const response = await fetchLike(base + path, init)
    const body: unknown = await response.json()
    if (!response.ok) throw new ApiProblem(body as Problem)
    return body as T
  }
  return {
    catalog: () => get<Catalog>(paths.catalog),
    dataset: (id: string) => get<DatasetDetail>(fillPath(paths.dataset, {id})),
    lineage: (of?: string) =>
      get<Lineage>(of === undefined ? paths.lineage : `${paths.lineage}?of=${encodeURIComponent(of)}`),
    releases: () => get<Releases>(paths.releases),
    release: (id: string) => get<ReleaseDetail>(fillPath(paths.release, {id})),
    diff: (id: string, to: string) => get<ReleaseDiff>(fillPath(paths.diff, {id, to})),
    /** The first rows of a table that differ between two releases. */
    diffRows: async (id: string, to: string, table: string, limit: number): Promise<RowChange[]> => {
      const path = fillPath(paths.diffRows, {id, to, table, format: 'ndjson'})
      const response = await fetchLike(`${base}${path}?limit=${limit}`)
      if (!response.ok) throw new ApiProblem((await response.json()) as Problem)
      const lines = (await response.text()).split('\n').filter(line => line !== '')
      return lines.map(line => JSON.parse(line) as RowChange)
    },
    scenarios: (city?: string) =>
      get<Scenarios>(
        city === undefined ? paths.scenarios : `${paths.scenarios}?city=${encodeURIComponent(city)}`,
      ),
    scenario: (id: string) => get<ScenarioDetail>(fillPath(paths.scenario, {id})),
    scenarioComments: (id: string) => get<ScenarioComments>(fillPath(paths.scenarioComments, {id})),
    commentReceipt: (id: string, comment: string) =>
      get<CommentReceipt>(fillPath(paths.scenarioComment, {id, comment})),
    sendComment: (id: string, comment: CommentForm, {headers, ...sender}: Sender = {}) =>
      get<CommentReceipt>(fillPath(paths.scenarioComments, {id}), {
        method: 'POST',
        headers: {...headers, 'content-type': 'application/json'},
        body: JSON.stringify(comment),
        ...sender,
      }),
    tables: () => get<Tables>(paths.tables),
    table: (name: string) => get<TableDetail>(fillPath(paths.table, {name})),
    /** Rows as JSON carries them: decimals and integers are numbers, dates and timestamps ISO texts. */
    rows: <Row extends object = JsonRow>(name: string, options: RowsOptions<keyof Row & string> = {}) =>
      get<RowsOf<Row>>(rowsAddress(name, 'json', options)),
  }
}

/** The address of a download, for links: `rowsAddress('appeals', 'csv', {where: [['city', '=', 'kyiv']]})`. */
export function rowsAddress(
  name: string,
  format: FormatName,
  {select, where, order, limit, asOf}: RowsOptions = {},
): string {
  const parameters = new URLSearchParams()
  if (select) parameters.set('select', select.join(','))
  for (const condition of where ?? []) parameters.append('where', write(condition))
  if (order && order.length > 0) parameters.set('order', order.join(','))
  if (limit !== undefined) parameters.set('limit', String(limit))
  if (asOf !== undefined) parameters.set('as_of', asOf)
  const query = parameters.toString()
  return fillPath(paths.rows, {name, format}) + (query === '' ? '' : `?${query}`)
}

function write([column, operator, value]: Where): string {
  if (operator === 'is null' || operator === 'is not null') return `${column} ${operator}`
  if (operator === 'in' || operator === 'not in')
    return `${column} ${operator} (${(value as readonly Scalar[]).map(writeValue).join(',')})`
  return `${column}${operator}${writeValue(value as Scalar)}`
}

/** Texts are always quoted, so that nothing in them reads as syntax. */
function writeValue(value: Scalar): string {
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`
  return value instanceof Date ? value.toISOString() : String(value)
}
