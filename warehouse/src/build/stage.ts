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
import {emptyStagingSql, type StagingSql, stagingSql} from '../engines/duckdb/staging-sql.ts'
import type {Model} from '../model.ts'
import type {Warehouse} from '../warehouse.ts'

/** One city's landed source of one dataset, ready to be typed. */
export type Landing = {city: City; feed: Feed; manifest: LandingManifest}

/** What staging found in one city's rows. */
export type Staged = {city: string; dataset: string; rows: number; findings: Finding[]}

/** The SQL of a dataset's staging over what has landed, city by city. */
export const stagingQueries = (landings: Landing[], data: string): {landing: Landing; sql: StagingSql}[] =>
  landings.map(landing => {
    const {city, feed, manifest} = landing
    const parquet = join(landingFolder(data, city.id, feed.dataset.id), manifest.file)
    return {landing, sql: stagingSql(city, feed, parquet, manifest.columns, manifest.retrievedAt)}
  })

/**
 * Makes the typed table of a dataset from every city's landed file. A row without a value it must have is left out,
 * of rows with the same key the last stays, a value that cannot be read becomes null: each is a finding.
 */
export async function stage(
  model: Model,
  landings: Landing[],
  data: string,
  warehouse: Warehouse,
): Promise<Staged[]> {
  const dataset = model.dataset!
  const columns = Object.keys(dataset.columns).map(identifier)
  const staged: Staged[] = []
  // Several datasets may be typed at once.
  const scratch = identifier(`_${model.name}`)
  await warehouse.run(
    `create or replace table ${identifier(model.name)} as ${emptyStagingSql(dataset.columns)}`,
  )
  for (const {landing, sql} of stagingQueries(landings, data)) {
    await warehouse.run(`create or replace table ${scratch} as ${sql.typed}`)
    const filled = sql.required.map(name => `${identifier(name)} is not null`).join(' and ') || 'true'
    const key = ['city', ...dataset.key].map(identifier).join(', ')
    const last =
      dataset.key.length > 0
        ? ` qualify row_number() over (partition by ${key} order by _record desc) = 1`
        : ''
    await warehouse.run(
      `insert into ${identifier(model.name)} select city, ${columns.join(', ')} from (select * from ${scratch} where ${filled}${last}) order by _record`,
    )
    const [{rows} = {rows: 0}] = await warehouse.rows<{rows: number}>(
      `select count(*) as rows from ${identifier(model.name)} where city = '${landing.city.id}'`,
    )
    const findings = await faults(dataset, sql, filled, scratch, warehouse)
    staged.push({city: landing.city.id, dataset: dataset.id, rows, findings})
  }
  await warehouse.run(`drop table if exists ${scratch}`)
  return staged
}

/** Values without meaning, rows left out, keys seen twice: counted in one pass, with the first places. */
async function faults(
  {key, columns}: Dataset,
  {checked, past, required}: StagingSql,
  filled: string,
  scratch: string,
  warehouse: Warehouse,
) {
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
      `list(_record order by _record) filter (where ${test})[1:${placesShown}] as r${index}`,
      `arg_min(${example}, _record) filter (where ${test}) as e${index}`,
    ])
    const [row = {}] = await warehouse.rows<Record<string, unknown>>(
      `select ${select.join(', ')} from ${scratch}`,
    )
    for (const [index, {name, rule}] of questions.entries()) {
      const count = Number(row[`n${index}`])
      if (count > 0)
        findings.push(
          finding(rule, {
            column: name,
            count,
            rows: (row[`r${index}`] as number[]).map(Number),
            example: (row[`e${index}`] as string) || null,
          }),
        )
    }
  }
  if (key.length > 0) {
    const names = key.map(identifier).join(', ')
    const [twice] = await warehouse.rows<{n: number; r: number[]; e: string}>(
      `select count(*) as n, list(_record order by _record)[1:${placesShown}] as r, arg_min(k, _record) as e from (
         select _record, concat_ws(', ', ${names}) as k from ${scratch} where ${filled}
         qualify row_number() over (partition by ${names} order by _record desc) > 1)`,
    )
    if (twice && twice.n > 0)
      findings.push(
        finding('duplicate_key', {
          column: key.join(', '),
          count: twice.n,
          rows: twice.r.map(Number),
          example: twice.e,
        }),
      )
  }
  return findings
}
