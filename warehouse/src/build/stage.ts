import {join} from 'node:path'
import type {City, Dataset, Feed} from '@hromada/datasets'
import {
  type Finding,
  finding,
  identifier,
  type LandingManifest,
  landingFolder,
  placesShown,
} from '@hromada/pipelines'
import {filledSql, keyOf, rowsInForce, withoutReplaced} from '../engines/duckdb/rows-in-force.ts'
import {emptyStagingSql, type StagingSql, stagingSql} from '../engines/duckdb/staging-sql.ts'
import type {Model} from '../model.ts'
import {shieldedSql} from '../privacy/staging/shielded-sql.ts'
import type {Warehouse} from '../warehouse.ts'

/** One city's landed source of one dataset, ready to be typed. */
export type Landing = {
  city: City
  feed: Feed
  /** The newest that the table is made of. */
  manifest: LandingManifest
  /** Those before it that the table is made of too, the oldest first; none where each landing replaces the last. */
  earlier: LandingManifest[]
}

/** What staging found in one city's rows. */
export type Staged = {city: string; dataset: string; rows: number; findings: Finding[]}

/** The SQL of a dataset's staging over what has landed, city by city. */
export const stagingQueries = (landings: Landing[], data: string): {landing: Landing; sql: StagingSql}[] =>
  landings.map(landing => {
    const {city, feed, manifest, earlier} = landing
    const folder = landingFolder(data, city.id, feed.dataset.id)
    const files = [...earlier, manifest].map(({file, columns, retrievedAt}) => ({
      path: join(folder, file),
      columns,
      retrievedAt,
    }))
    return {landing, sql: stagingSql(city, feed, files)}
  })

/**
 * Makes the typed table of a dataset from every city's landed files. A row without a value it must have is left out,
 * of rows with the same key the last stays, a value that cannot be read becomes null: each is a finding.
 */
export async function stage(
  model: Model,
  landings: Landing[],
  data: string,
  warehouse: Warehouse,
): Promise<Staged[]> {
  const dataset = model.dataset!
  const staged: Staged[] = []
  // Several datasets may be typed at once.
  const scratch = identifier(`_${model.name}`)
  await warehouse.run(
    `create or replace table ${identifier(model.name)} as ${shieldedSql(dataset, emptyStagingSql(dataset))}`,
  )
  for (const {landing, sql} of stagingQueries(landings, data)) {
    await warehouse.run(`create or replace table ${scratch} as ${recordsSql(dataset, sql)}`)
    await putInOrder(scratch, warehouse)
    const findings = await faults(dataset, sql, scratch, warehouse)
    const isReplaced = sql.retrieved.length > 1 || findings.some(({rule}) => rule === 'duplicate_key')
    await warehouse.run(
      ...(isReplaced ? withoutReplaced(dataset, sql, scratch) : []),
      `insert into ${identifier(model.name)} ${shieldedSql(dataset, rowsInForce(dataset, sql, scratch))}`,
    )
    const [{rows} = {rows: 0}] = await warehouse.rows<{rows: number}>(
      `select count(*) as rows from ${identifier(model.name)} where city = '${landing.city.id}'`,
    )
    staged.push({city: landing.city.id, dataset: dataset.id, rows, findings})
  }
  await warehouse.run(`drop table if exists ${scratch}`)
  return staged
}

/**
 * Every record as it is kept while a dataset is staged, in the order in which they came: its meaning, and of the
 * publisher's texts those in which none was found.
 */
function recordsSql(dataset: Dataset, sql: StagingSql): string {
  const {typed, checked, past, required, retrieved} = sql
  const texts = [...new Set([...checked, ...past, ...required])].map(name => {
    const [text, column] = [identifier(`raw:${name}`), identifier(name)]
    return `case when ${column} is null then ${text} end as ${text}`
  })
  const columns = [
    ...[
      '_landing',
      '_record',
      'city',
      ...Object.keys(dataset.columns),
      ...past.map(name => `read:${name}`),
    ].map(identifier),
    ...texts,
    `${countsSql(dataset, sql)} as _counts`,
    `${placeSql(sql)} as _place`,
  ]
  const order = retrieved.length > 1 ? ' order by _landing, _record' : ''
  return `select ${columns.join(', ')} from (${typed})${order}`
}

/**
 * Sorts records that do not lie in the order in which they came. The database keeps it where it can, and does not say
 * where it cannot; to look costs two hundredths of a second for ten million.
 */
async function putInOrder(records: string, warehouse: Warehouse): Promise<void> {
  const turn = `_landing::bigint * ${placesApart} + _record`
  const [{n} = {n: 0}] = await warehouse.rows<{n: number}>(
    `select count(*) as n from (select ${turn} as turn, lag(${turn}) over () as earlier from ${records}) where earlier > turn`,
  )
  if (n > 0)
    await warehouse.run(
      `create or replace table ${records} as select * from ${records} order by _landing, _record`,
    )
}

/** Is a record one whose faults count? Not one that a later landing mends or repeats. */
function countsSql(dataset: Dataset, {retrieved}: StagingSql): string {
  const {mode} = dataset.load
  if (retrieved.length === 1 || mode === 'replace' || mode === 'append') return 'true'
  if (mode === 'snapshot') return `_landing = ${retrieved.length - 1}`
  return `rank() over (partition by ${keyOf(dataset)} order by _landing desc) = 1`
}

/** Records of all landings in a row, the newest landing first: places are shown where they can be looked up. */
const placesApart = 2 ** 33
const placeSql = ({retrieved}: StagingSql) =>
  retrieved.length === 1
    ? '_record'
    : `(${retrieved.length - 1} - _landing)::bigint * ${placesApart} + _record`
const recordsAt = (places: unknown) => (places as number[]).map(place => Number(place) % placesApart)

/** Values without meaning, rows left out, keys seen twice: counted in one pass, with the first places. */
async function faults(
  dataset: Dataset,
  {checked, past, required}: StagingSql,
  scratch: string,
  warehouse: Warehouse,
) {
  const {key, columns, load} = dataset
  const questions = [
    ...checked.map(name => ({
      name,
      rule: columns[name]!.type === 'text' ? ('not_allowed' as const) : ('type' as const),
      test: `${identifier(`raw:${name}`)} is not null and ${identifier(past.includes(name) ? `read:${name}` : name)} is null`,
      example: identifier(`raw:${name}`),
    })),
    ...past.map(name => ({
      name,
      rule: 'in_future' as const,
      test: `${identifier(`read:${name}`)} is not null and ${identifier(name)} is null`,
      example: identifier(`raw:${name}`),
    })),
    ...required.map(name => ({
      name,
      rule: 'required' as const,
      test: `${identifier(name)} is null`,
      example: `coalesce(${identifier(`raw:${name}`)}, '')`,
    })),
  ]
  const findings: Finding[] = []
  if (questions.length > 0) {
    const select = questions.flatMap(({test, example}, index) => [
      `count(*) filter (where ${test}) as n${index}`,
      `list(_place order by _place) filter (where ${test})[1:${placesShown}] as r${index}`,
      `arg_min(${example}, _place) filter (where ${test}) as e${index}`,
    ])
    const [row = {}] = await warehouse.rows<Record<string, unknown>>(
      `select ${select.join(', ')} from ${scratch} where _counts`,
    )
    for (const [index, {name, rule}] of questions.entries()) {
      const count = Number(row[`n${index}`])
      if (count > 0)
        findings.push(
          finding(rule, {
            column: name,
            count,
            rows: recordsAt(row[`r${index}`]),
            example: (row[`e${index}`] as string) || null,
          }),
        )
    }
  }
  if (key.length > 0) {
    const names = key.map(identifier).join(', ')
    // Where a later landing takes the place of an earlier one by its key, a key is repeated within one landing only.
    const within = load.mode === 'append' ? names : `${names}, _landing`
    const [twice] = await warehouse.rows<{n: number; r: number[]; e: string}>(
      `select count(*) as n, list(_place order by _place)[1:${placesShown}] as r, arg_min(k, _place) as e from (
         select _place, concat_ws(', ', ${names}) as k from ${scratch} where _counts and ${filledSql(required)}
         qualify row_number() over (partition by ${within} order by _landing desc, _record desc) > 1)`,
    )
    if (twice && twice.n > 0)
      findings.push(
        finding('duplicate_key', {
          column: key.join(', '),
          count: twice.n,
          rows: recordsAt(twice.r),
          example: twice.e,
        }),
      )
  }
  return findings
}
