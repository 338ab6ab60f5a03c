import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {FiscalDataPackage} from '../src/contract/index.ts'
import type {TableSpec} from './release-folder.ts'
import {demoBudget} from './sample-tables.ts'
import {type Served, serve} from './serve.ts'

/**
 * The rules of Fiscal Data Package 1.0 and its taxonomy of budgets (frictionlessdata/datapackage-fiscal), of Data Package
 * and Table Schema 1.0: names and paths, one column type a column, its data type, labels beside their codes, measures that
 * are told apart by `normalize`, constants, and keys that are unique in the files themselves.
 */

const money = {type: 'decimal', unit: 'UAH'} as const

const programs: TableSpec = {
  name: 'budget_programs',
  grain: ['city', 'year', 'kfk', 'program'],
  columns: {
    city: 'text',
    year: 'integer',
    months: 'integer',
    division: 'text',
    kfk: 'text',
    kfk_name: 'text',
    program: 'text',
    program_name: 'text',
    plan_amended_uah: money,
    executed_uah: money,
  },
  sql: `select * from (values
    ('odesa', 2025, 12, '09', '0910', 'Дошкільна освіта', '1010', 'Садки, "ясла"', 100.10::decimal(18,2), 90.05::decimal(18,2)),
    ('odesa', 2025, 12, '09', '0921', 'Школи', '1021', null, null, 60.00),
    ('kyiv', 2025, 12, '09', '0921', 'Школи', '1021', null, 10, 5)
  ) t(city, year, months, division, kfk, kfk_name, program, program_name, plan_amended_uah, executed_uah)`,
}

const byMonth = (name: string, code: string): TableSpec => ({
  name,
  grain: ['city', 'year', 'month', 'fund', code],
  columns: {
    city: 'text',
    year: 'integer',
    month: 'integer',
    period_end: 'date',
    fund: 'text',
    [code]: 'text',
    [`${code}_name`]: 'text',
    executed_month_uah: money,
  },
  sql: `select 'odesa' as city, 2025 as year, m::integer as month, last_day(make_date(2025, m::integer, 1)) as period_end, 'C' as fund,
    '2111' as "${code}", 'Name' as "${code}_name", (m * 1.01)::decimal(18, 2) as executed_month_uah from range(1, 13) t(m)`,
})

const versions: TableSpec = {
  name: 'budget_plan_versions',
  grain: ['city', 'year', 'flow', 'plan_version', 'as_of', 'decision_number'],
  columns: {
    city: 'text',
    year: 'integer',
    flow: 'text',
    plan_version: 'text',
    as_of: 'date',
    decision_number: 'text',
    plan_uah: money,
  },
  sql: `select * from (values
    ('odesa', 2025, 'expense', 'approved', date '2024-12-18', '1', 100.00::decimal(18,2)),
    ('odesa', 2025, 'expense', 'amended_treasury', date '2025-01-31', '', 120.00),
    ('odesa', 2025, 'income', 'approved', date '2024-12-18', '1', 90.00)
  ) t(city, year, flow, plan_version, as_of, decision_number, plan_uah)`,
}

/** Of the taxonomy of budgets: data type, and the code that a label belongs to. */
const taxonomy: Record<string, {dataType: string; labelOf?: string}> = {
  value: {dataType: 'number'},
  'value-currency:code': {dataType: 'string'},
  'date:fiscal-year': {dataType: 'integer'},
  'date:generic': {dataType: 'date'},
  'date:fiscal:activity-approval': {dataType: 'date'},
  'functional-classification:cofog:division:code': {dataType: 'string'},
  'functional-classification:generic:code': {dataType: 'string'},
  'functional-classification:generic:label': {
    dataType: 'string',
    labelOf: 'functional-classification:generic:code',
  },
  'economic-classification:generic:code': {dataType: 'string'},
  'economic-classification:generic:label': {
    dataType: 'string',
    labelOf: 'economic-classification:generic:code',
  },
  'activity:generic:program:code': {dataType: 'string'},
  'activity:generic:program:label': {dataType: 'string', labelOf: 'activity:generic:program:code'},
  direction: {dataType: 'string'},
  'phase:id': {dataType: 'string'},
  'fin-source:generic:code': {dataType: 'string'},
  'geo:source:code': {dataType: 'string'},
}
const phases = ['proposed', 'approved', 'adjusted', 'executed']

let served: Served
let described: FiscalDataPackage
const address = '/api/v1/datapackage.json'
beforeAll(async () => {
  served = await serve({
    tables: [programs, byMonth('budget_expenses', 'kekv'), byMonth('budget_incomes', 'kkd'), versions],
  })
  described = (await (await served.get(address)).json()) as FiscalDataPackage
})
afterAll(() => served.close())

type Row = Record<string, string>
async function rowsOf(
  resource: FiscalDataPackage['resources'][number],
): Promise<{header: string[]; rows: Row[]}> {
  const url = new URL(resource.path, served.address + address)
  const answer = await served.get(url.pathname + url.search)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain(resource.mediatype)
  const [head = '', ...lines] = (await answer.text()).trim().split('\n')
  const cells = (line: string) =>
    [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
      .slice(0, head.split(',').length)
      .map(([, cell = '']) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell))
  const header = head.split(',')
  return {
    header,
    rows: lines.map(line => Object.fromEntries(cells(line).map((cell, at) => [header[at]!, cell]))),
  }
}

test('is a tabular data package of the budget taxonomy', () => {
  expect(described).toMatchObject({
    name: 'budget-odesa',
    profile: 'tabular-data-package',
    countryCode: 'UA',
    granularity: 'aggregated',
    columnTypes: ['https://specs.frictionlessdata.io/taxonomies/fiscal/budgets.json'],
    version: 'first',
  })
  expect(described.licenses).toEqual([
    {name: 'CC-BY-4.0', title: 'Attribution', path: 'https://creativecommons.org/licenses/by/4.0/'},
  ])
  expect(described.resources.map(({name}) => name)).toEqual([
    'expenditure-by-programme',
    'expenditure-by-month',
    'revenue-by-month',
    'expenditure-approved',
    'revenue-approved',
  ])
  for (const {name, path} of described.resources) {
    expect(name).toMatch(/^[a-z0-9._-]+$/)
    // A path is relative, without a way up.
    expect(path).not.toMatch(/^\/|\.\.|^[a-z]+:/)
  }
})

describe.each([0, 1, 2, 3, 4])('resource %d', index => {
  const schema = () => described.resources[index]!.schema

  test('every column has at most one type, of the data type that the taxonomy gives it', () => {
    const fields = [...schema().fields, ...schema().extraFields]
    const typed = fields.flatMap(({columnType, type}) => (columnType ? [{columnType, type}] : []))
    for (const {columnType, type} of typed) {
      expect(Object.keys(taxonomy)).toContain(columnType)
      expect([columnType, type]).toEqual([columnType, taxonomy[columnType]!.dataType])
    }
    const named = typed.map(({columnType}) => columnType)
    expect(new Set(named).size).toBe(named.length)
    for (const label of named.flatMap(name => taxonomy[name]!.labelOf ?? [])) expect(named).toContain(label)
    // What a fiscal row must say: how much, in what, when, in which phase and direction.
    for (const needed of ['value', 'value-currency:code', 'date:fiscal-year', 'phase:id', 'direction'])
      expect(named).toContain(needed)
  })

  test('measures are told apart by fields that are declared, and go to one target', () => {
    const {fields, extraFields} = schema()
    const measures = fields.filter(({normalize}) => normalize)
    const targets = extraFields.filter(({normalizationTarget}) => normalizationTarget)
    expect(targets).toHaveLength(measures.length > 0 ? 1 : 0)
    for (const {normalize} of measures)
      for (const [name, value] of Object.entries(normalize!)) {
        const field = extraFields.find(one => one.name === name)
        expect(field?.columnType).toBe('phase:id')
        expect(phases).toContain(value)
      }
    for (const {columnType, constant, normalizationTarget} of extraFields) {
      if (columnType === 'phase:id' && constant) expect(phases).toContain(constant)
      // A field that is not in the file comes from somewhere.
      expect(
        constant !== undefined ||
          normalizationTarget === true ||
          (columnType === 'phase:id' && measures.length > 0),
      ).toBe(true)
    }
  })

  test('the file has these columns, values of their types, and a unique key', async () => {
    const {header, rows} = await rowsOf(described.resources[index]!)
    expect(header).toEqual(schema().fields.map(({name}) => name))
    expect(rows.length).toBeGreaterThan(0)
    const forms: Record<string, RegExp> = {
      integer: /^-?\d+$/,
      number: /^-?\d+(\.\d+)?$/,
      date: /^\d{4}-\d\d-\d\d$/,
      string: /^/,
    }
    for (const row of rows) {
      expect(row.city).toBe('odesa')
      for (const {name, type} of schema().fields)
        if (row[name] !== '') expect([name, row[name]]).toEqual([name, expect.stringMatching(forms[type]!)])
    }
    const keys = rows.map(row =>
      schema()
        .primaryKey.map(name => row[name])
        .join('|'),
    )
    expect(new Set(keys).size).toBe(keys.length)
  })
})

test('denormalised by the descriptor alone, the amounts are those of the tables', async () => {
  const totals: Record<string, number> = {}
  for (const resource of described.resources) {
    const {fields, extraFields} = resource.schema
    const constant = (type: string) => extraFields.find(({columnType}) => columnType === type)?.constant
    const {rows} = await rowsOf(resource)
    for (const row of rows)
      for (const {name, columnType, normalize} of fields) {
        if (columnType !== 'value' && !normalize) continue
        const phase = normalize?.phase ?? constant('phase:id')
        const key = `${resource.name} ${constant('direction')} ${phase}`
        totals[key] = (totals[key] ?? 0) + Math.round(Number(row[name]) * 100)
      }
  }
  expect(totals).toEqual({
    'expenditure-by-programme expenditure adjusted': 10010,
    'expenditure-by-programme expenditure executed': 15005,
    'expenditure-by-month expenditure executed': 7878,
    'revenue-by-month revenue executed': 7878,
    'expenditure-approved expenditure approved': 10000,
    'revenue-approved revenue approved': 9000,
  })
})

test('a city that is not there, and a release without a budget, are told', async () => {
  const answer = await served.get(`${address}?city=lutsk`)
  expect([answer.status, ((await answer.json()) as {code: string}).code]).toEqual([400, 'INVALID_PARAMETER'])
  const bare = await serve({tables: [demoBudget]})
  try {
    expect((await bare.get(address)).status).toBe(404)
  } finally {
    await bare.close()
  }
})
