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
import {filledSql, keyOf, source, statesSql, withoutReplaced} from '../engines/duckdb/rows-in-force.ts'
import {emptyStagingSql, isBeforeClocks, type StagingSql, stagingSql} from '../engines/duckdb/staging-sql.ts'
import type {Model} from '../model.ts'
import {shieldedColumns, shieldedSql} from '../privacy/staging/shielded-sql.ts'
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
  const table = identifier(model.name)
  // Several datasets may be typed at once.
  const records = identifier(`_${model.name}`)
  await warehouse.run(`create or replace table ${table} as ${shieldedSql(dataset, emptyStagingSql(dataset))}`)
  for (const [index, {landing, sql}] of stagingQueries(landings, data).entries()) {
    await warehouse.run(`create or replace table ${records} as ${recordsSql(dataset, sql)}`)
    await putInOrder(records, warehouse)
    const findings = await faults(dataset, sql, records, warehouse)
    const isLess =
      sql.retrieved.length > 1 || findings.some(({rule}) => rule === 'duplicate_key' || rule === 'required')
    if (isLess) await warehouse.run(...withoutReplaced(dataset, records))
    await warehouse.run(
      ...(dataset.load.mode === 'snapshot'
        ? [`insert into ${table} ${statesSql(dataset, shieldedColumns(dataset), sql, records)}`]
        : index === 0
          ? // Ten million rows are not written twice.
            [
              `alter table ${records} drop column ${source}`,
              `drop table ${table}`,
              `alter table ${records} rename to ${table}`,
            ]
          : [`insert into ${table} select * exclude (${source}) from ${records}`]),
    )
    const [{rows} = {rows: 0}] = await warehouse.rows<{rows: number}>(
      `select count(*) as rows from ${table} where city = '${landing.city.id}'`,
    )
    staged.push({city: landing.city.id, dataset: dataset.id, rows, findings})
  }
  await warehouse.run(`drop table if exists ${records}`)
  return staged
}

/** Names in a record's source: what was read there, and whether that is nothing, not known yet, or a clock never set. */
const textOf = (name: string) => identifier(`text:${name}`)
const lacks = (name: string) => identifier(`lacks:${name}`)
const isFuture = (name: string) => identifier(`future:${name}`)
const isUnset = (name: string) => identifier(`unset:${name}`)

/**
 * Every record as it is kept while a dataset is staged, in the order in which they came: its meaning, and where it comes
 * from with those of the publisher's texts in which none was found.
 */
function recordsSql(dataset: Dataset, sql: StagingSql): string {
  const {typed, checked, past, required, retrieved} = sql
  const isNull = (name: string) => `${identifier(name)} is null`
  const about = [
    ['landing', '_landing'],
    ['record', '_record'],
    ['is_counted', countsSql(dataset, sql)],
    ['place', placeSql(sql)],
    ['is_filled', filledSql(required)],
    ...[...new Set([...checked, ...past, ...required])].map(name => [
      textOf(name),
      `case when ${isNull(name)} then ${identifier(`raw:${name}`)} end`,
    ]),
    ...required.map(name => [lacks(name), isNull(name)]),
    ...past.flatMap(name => [
      [isFuture(name), `${isNull(name)} and not ${isBeforeClocks(name)}`],
      [isUnset(name), isBeforeClocks(name)],
    ]),
  ].map(([name, value]) => `${name} := ${value}`)
  const columns = ['city', ...Object.keys(dataset.columns)].map(identifier)
  const order = retrieved.length > 1 ? ' order by _landing, _record' : ''
  return shieldedSql(
    dataset,
    `select ${columns.join(', ')}, struct_pack(${about.join(', ')}) as ${source} from (${typed})${order}`,
  )
}

/**
 * Sorts records that do not lie in the order in which they came. The database keeps it where it can, and does not say
 * where it cannot; to look costs two hundredths of a second for ten million.
 */
async function putInOrder(records: string, warehouse: Warehouse): Promise<void> {
  const turn = `${source}.landing::bigint * ${placesApart} + ${source}.record`
  const [{n} = {n: 0}] = await warehouse.rows<{n: number}>(
    `select count(*) as n from (select ${turn} as turn, lag(${turn}) over () as earlier from ${records}) where earlier > turn`,
  )
  if (n > 0)
    await warehouse.run(
      `create or replace table ${records} as select * from ${records} order by ${source}.landing, ${source}.record`,
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
  records: string,
  warehouse: Warehouse,
) {
  const {key, columns, load} = dataset
  const of = (name: string) => `${source}.${name}`
  const questions = [
    ...checked.map(name => ({
      name,
      rule: columns[name]!.type === 'text' ? ('not_allowed' as const) : ('type' as const),
      test: [
        `${of(textOf(name))} is not null`,
        ...(past.includes(name)
          ? [`${of(isFuture(name))} is not true`, `${of(isUnset(name))} is not true`]
          : []),
      ].join(' and '),
      example: of(textOf(name)),
    })),
    ...past.flatMap(name => [
      {name, rule: 'in_future' as const, test: of(isFuture(name)), example: of(textOf(name))},
      {name, rule: 'before_clocks' as const, test: of(isUnset(name)), example: of(textOf(name))},
    ]),
    ...required.map(name => ({
      name,
      rule: 'required' as const,
      test: of(lacks(name)),
      example: `coalesce(${of(textOf(name))}, '')`,
    })),
  ]
  const findings: Finding[] = []
  if (questions.length > 0) {
    const place = of('place')
    const select = questions.flatMap(({test, example}, index) => [
      `count(*) filter (where ${test}) as n${index}`,
      `list(${place} order by ${place}) filter (where ${test})[1:${placesShown}] as r${index}`,
      `arg_min(${example}, ${place}) filter (where ${test}) as e${index}`,
    ])
    const [row = {}] = await warehouse.rows<Record<string, unknown>>(
      `select ${select.join(', ')} from ${records} where ${of('is_counted')}`,
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
    const within = load.mode === 'append' ? names : `${names}, ${of('landing')}`
    const counted = `from ${records} where ${of('is_counted')} and ${of('is_filled')}`
    // Equal keys have equal hashes; that none is there twice is seen in half the time.
    const [{sieved} = {sieved: 0}] = await warehouse.rows<{sieved: number}>(
      `select count(*) as sieved from (select 1 ${counted} group by hash(${within}) having count(*) > 1)`,
    )
    if (sieved === 0) return findings
    const [twice] = await warehouse.rows<{n: number; r: number[]; e: string}>(
      `select count(*) as n, list(_place order by _place)[1:${placesShown}] as r, arg_min(k, _place) as e from (
         select ${of('place')} as _place, concat_ws(', ', ${names}) as k ${counted}
         qualify row_number() over (partition by ${within} order by ${of('landing')} desc, ${of('record')} desc) > 1)`,
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
