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
import {
  filledSql,
  keyOf,
  source,
  statesSql,
  withoutLacking,
  withoutReplaced,
} from '../engines/duckdb/rows-in-force.ts'
import {
  emptyStagingSql,
  isBeforeClocks,
  read,
  type StagingSql,
  stagingSql,
} from '../engines/duckdb/staging-sql.ts'
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
    // Of one landing all faults are counted; of several only those that the newest still has.
    const mayHave = (rule: Finding['rule']) =>
      sql.retrieved.length > 1 || findings.some(one => one.rule === rule)
    if (mayHave('required')) await warehouse.run(withoutLacking(records))
    if (dataset.key.length > 0 && dataset.load.mode !== 'snapshot' && mayHave('duplicate_key'))
      await warehouse.run(withoutReplaced(dataset, records))
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

/** Something that can be wrong with a record: SQL of its typed row that says whether it is, and what to show of it. */
type Question = {rule: Finding['rule']; column: string; test: string; text: string}

function questionsOf({columns}: Dataset, {checked, past, required}: StagingSql): Question[] {
  const isNull = (name: string) => `${identifier(name)} is null`
  const text = (name: string) => identifier(`raw:${name}`)
  const isUnread = (name: string) =>
    `${past.includes(name) ? read(name) : identifier(name)} is null and ${text(name)} is not null`
  const question = (rule: Finding['rule'], column: string, test: string) => ({
    rule,
    column,
    test,
    text: text(column),
  })
  return [
    ...checked.map(name =>
      question(columns[name]!.type === 'text' ? 'not_allowed' : 'type', name, isUnread(name)),
    ),
    ...past.flatMap(name => [
      question('in_future', name, `${isNull(name)} and not ${isBeforeClocks(name)}`),
      question('before_clocks', name, isBeforeClocks(name)),
    ]),
    ...required.map(name => question('required', name, isNull(name))),
  ]
}

/**
 * Every record as it is kept while a dataset is staged, in the order in which they came: its meaning, where it comes
 * from, and, where something is wrong with it, the numbers of the questions that say so, each with the publisher's text.
 */
function recordsSql(dataset: Dataset, sql: StagingSql): string {
  const {typed, required, retrieved} = sql
  const questions = questionsOf(dataset, sql)
  const answers = questions.map(
    ({test, text}, number) => `case when ${test} then {question: ${number}, text: ${text}} end`,
  )
  // Most records are sound, and have no list.
  const isFaulty = questions.map(({test}) => `(${test})`).join(' or ')
  const about = [
    ['landing', '_landing'],
    ['record', '_record'],
    ['is_counted', countsSql(dataset, sql)],
    ['place', placeSql(sql)],
    ['is_filled', filledSql(required)],
    ...(questions.length > 0 ? [['faults', `case when ${isFaulty} then [${answers.join(', ')}] end`]] : []),
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

/** Values without meaning, rows left out, keys seen twice: each counted, with its first places. */
async function faults(dataset: Dataset, sql: StagingSql, records: string, warehouse: Warehouse) {
  const {key, load} = dataset
  const of = (name: string) => `${source}.${name}`
  const questions = questionsOf(dataset, sql)
  const found =
    questions.length > 0
      ? await warehouse.rows<{question: number; n: number; places: number[]; example: string}>(
          `select fault.question, count(*) as n, min(place, ${placesShown}) as places, arg_min(coalesce(fault.text, ''), place) as example
           from (select ${of('place')} as place, unnest(${of('faults')}) as fault from ${records} where ${of('is_counted')})
           where fault is not null group by fault.question order by fault.question`,
        )
      : []
  const findings = found.map(({question, n, places, example}) => {
    const {rule, column} = questions[question]!
    return finding(rule, {column, count: n, rows: recordsAt(places), example: example || null})
  })
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
