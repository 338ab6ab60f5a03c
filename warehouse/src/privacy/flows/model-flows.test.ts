import {column, defineDataset, licences} from '@hromada/datasets'
import {describe, expect, test} from 'vitest'
import {follow, sqlModel} from '../../../test/privacy/follow.fixture.ts'
import {inOrder} from '../../build/order.ts'
import {loadModels} from '../../load-models.ts'
import {type Model, staging} from '../../model.ts'
import type {Flows} from './flow.ts'

const text = {uk: 'Перевірка', en: 'Test'}
const base = {
  title: text,
  describe: text,
  publisher: text,
  theme: 'GOVE',
  cadence: 'DAILY',
  licence: licences.ccBy4,
}
const field = (from: string) => column.text({from, nullable: true, describe: text})
const calls = defineDataset({
  ...base,
  id: 'calls',
  key: ['id'],
  columns: {
    id: field('id'),
    topic: field('topic'),
    caller: field('caller'),
    body: field('body'),
    age: column.integer({from: 'age', describe: text}),
  },
})
const names = defineDataset({
  ...base,
  id: 'names',
  key: ['code'],
  columns: {code: field('code'), name: field('name')},
})
const votes = defineDataset({
  ...base,
  id: 'votes',
  key: [],
  rowsAre: 'persons',
  columns: {project: field('project')},
})
const inputs = [staging(calls), staging(names), staging(votes)] as unknown as Model[]

/** Ways by origin, shortly. */
const short = (flows: Flows) => Object.fromEntries([...flows].map(([origin, {way}]) => [origin, way]).sort())
const followed = async (sql: string) => {
  const {tables} = await follow([...inputs, sqlModel('m', inputs, sql)])
  const {columns, rows, order} = tables.get('m')!
  return {
    columns: Object.fromEntries([...columns].map(([name, flows]) => [name, short(flows)])),
    rows: short(rows),
    order: short(order),
  }
}
const columnsOf = async (sql: string) => (await followed(sql)).columns

describe('a value', () => {
  test('keeps its origin under another name, through CTEs, subqueries, functions and unions', async () => {
    expect(
      await columnsOf(`with a as (select caller as x from stg_calls), b(y) as (select upper(x) from a)
        select y || '!' as z, {'in': y} as packed, 1 as one from b`),
    ).toEqual({z: {'calls.caller': 'value'}, packed: {'calls.caller': 'value'}, one: {}})
    expect(await columnsOf(`select topic as t from stg_calls union all select body from stg_calls`)).toEqual({
      t: {'calls.topic': 'value', 'calls.body': 'value'},
    })
    expect(
      await columnsOf(`select s.c from (select * exclude (body), caller as c from stg_calls) s`),
    ).toEqual({
      c: {'calls.caller': 'value'},
    })
    expect(
      await columnsOf(`select list_transform([caller], lambda one: one || topic) as l from stg_calls`),
    ).toEqual({
      l: {'calls.caller': 'value', 'calls.topic': 'value'},
    })
    expect(await columnsOf(`select c as whole from stg_calls as c`)).toMatchObject({
      whole: {'calls.caller': 'value'},
    })
    expect(await columnsOf(`select caller as a, a || '' as b from stg_calls`)).toMatchObject({
      b: {'calls.caller': 'value'},
    })
  })

  test('tells of what chose it: a case, a subquery, a neighbour', async () => {
    expect(
      await columnsOf(`select case when caller = 'x' then 1 end as c,
        (select name from stg_names where code = caller) as n,
        row_number() over (order by body) as r from stg_calls`),
    ).toEqual({
      c: {'calls.caller': 'value'},
      n: {'names.name': 'value', 'names.code': 'value', 'calls.caller': 'value'},
      r: {'calls.body': 'value'},
    })
  })

  test('tells of what it was joined by', async () => {
    const {columns, rows} = await followed(
      `select name, topic from stg_calls left join stg_names on code = caller`,
    )
    expect(columns.name).toEqual({'names.name': 'value', 'calls.caller': 'joined', 'names.code': 'joined'})
    expect(rows).toEqual({'calls.caller': 'value', 'names.code': 'value'})
    const tied = {'names.name': 'value', 'names.code': 'joined', 'calls.caller': 'joined'}
    for (const sql of [
      `select name from stg_calls, stg_names where code = caller and topic <> ''`,
      `select name from stg_calls join stg_names on true qualify row_number() over () > 0 and code = caller`,
      `select name from (select * from stg_names) where exists (from stg_calls where code = caller)`,
      `select name from stg_names semi join stg_calls on code = caller`,
    ])
      expect((await columnsOf(sql)).name, sql).toMatchObject(tied)
    expect(
      (
        await columnsOf(
          `select name from stg_names where code in (select caller from stg_calls where id = '')`,
        )
      ).name,
    ).toEqual({'names.name': 'value', 'calls.caller': 'joined'})
    // One table alone ties nothing to anything.
    expect(
      (await columnsOf(`select topic from stg_calls join stg_names on true where caller = 'x'`)).topic,
    ).toEqual({
      'calls.topic': 'value',
    })
  })
})

describe('an aggregate', () => {
  test('mixes, picks, groups, and tells what decided about it', async () => {
    expect(
      await followed(`select topic, date_trunc('day', topic) as d, sum(age) as total, max(caller) as last, count(*) as n,
          count(*) filter (where body is not null) as told
        from stg_calls where id <> '' group by all having count(*) > 1`),
    ).toEqual({
      columns: {
        topic: {'calls.topic': 'group'},
        d: {'calls.topic': 'group'},
        total: {'calls.age': 'aggregate', 'calls.id': 'counted'},
        last: {'calls.caller': 'value'},
        n: {'calls.id': 'counted'},
        told: {'calls.body': 'counted', 'calls.id': 'counted'},
      },
      rows: {'calls.id': 'counted'},
      order: {},
    })
  })

  test('of rows that are persons counts persons; the rows themselves are theirs', async () => {
    expect(await followed(`select project, count(*) as n from stg_votes group by project`)).toEqual({
      columns: {project: {'votes.project': 'group'}, n: {'votes.*': 'counted'}},
      rows: {'votes.*': 'counted', 'votes.project': 'counted'},
      order: {},
    })
    expect((await followed(`select project from stg_votes`)).rows).toEqual({'votes.*': 'value'})
  })

  test('over a window gives each row its own', async () => {
    expect((await columnsOf(`select sum(age) over (partition by topic) as s from stg_calls`)).s).toEqual({
      'calls.age': 'value',
      'calls.topic': 'value',
    })
    expect(
      (await columnsOf(`select sum(count(*)) over () as s, topic from stg_votes, stg_calls group by topic`))
        .s,
    ).toEqual({
      'votes.*': 'counted',
    })
  })
})

test('rows are decided by conditions, distinct, limits and other queries; order by what it is made by', async () => {
  expect(
    (await followed(`select topic from stg_calls where caller in (select name from stg_names)`)).rows,
  ).toEqual({
    'calls.caller': 'value',
    'names.name': 'value',
  })
  expect((await followed(`select distinct on (caller) topic from stg_calls`)).rows).toEqual({
    'calls.caller': 'value',
  })
  expect(await followed(`select topic from stg_calls order by caller limit 3`)).toMatchObject({
    rows: {'calls.caller': 'value'},
    order: {'calls.caller': 'value'},
  })
  expect((await followed(`select topic as t, caller as c from stg_calls order by 2`)).order).toEqual({
    'calls.caller': 'value',
  })
  expect((await followed(`select topic from stg_calls except select name from stg_names`)).rows).toEqual({
    'names.name': 'value',
  })
  expect(
    (
      await followed(
        `select topic from stg_calls qualify row_number() over (partition by topic order by body) = 1`,
      )
    ).rows,
  ).toEqual({'calls.body': 'value', 'calls.topic': 'value'})
})

test.each([
  ['another file', `select * from read_csv('/etc/passwd')`, 'rows from read_csv() cannot be followed'],
  [
    'a table that is no input',
    `select * from stg_secrets`,
    'reads "stg_secrets", which is not among its inputs',
  ],
  ['a table of another schema', `select * from other.stg_calls`, 'reads "other.stg_calls"'],
  ['a pattern of columns', `select columns('c.*') from stg_calls`, 'by a pattern cannot be followed'],
  ['a name of nothing', `select rowid from stg_calls`, 'nothing in scope has the name "rowid"'],
  ['a pivot', `pivot stg_calls on topic using count(*)`, 'cannot be'],
  ['no query', `drop table stg_calls`, 'cannot be known'],
])('%s is not let through', async (_, sql, message) => {
  await expect(followed(sql)).rejects.toThrow(message)
})

test('what the query builder says of every model is found by the database’s own tree too', async () => {
  const models = inOrder(await loadModels())
  const {tables} = await follow(models)
  /** Kysely's lineage of columns, and of what decides about rows, down to the datasets. */
  const built = new Map<string, Set<string>>()
  for (const {name, kind, dataset, inputs: read, columns, lineage} of models) {
    const down = (origins: string[]) => origins.flatMap(origin => [...built.get(origin)!])
    const ofDataset = dataset?.rowsAre ? [`${dataset.id}.*`] : []
    const rows =
      kind === 'model' ? down([...lineage.rows, ...read.map(input => `${input.name}.*`)]) : ofDataset
    built.set(`${name}.*`, new Set(rows))
    for (const one of Object.keys(kind === 'model' ? lineage.columns : columns))
      built.set(
        `${name}.${one}`,
        new Set(
          kind === 'model'
            ? down(lineage.columns[one]!)
            : dataset?.columns[one]
              ? [`${dataset.id}.${one}`]
              : [],
        ),
      )
  }
  for (const {name, kind, lineage} of models.filter(({kind}) => kind === 'model')) {
    const {columns} = tables.get(name)!
    expect([kind, [...columns.keys()]]).toEqual([kind, Object.keys(lineage.columns)])
    for (const [one, flows] of columns) {
      const known = built.get(`${name}.${one}`)!
      expect([name, one, [...known].filter(origin => !flows.has(origin))]).toEqual([name, one, []])
      // What is found beyond it are the ties of joins and the conditions of counts.
      const rows = built.get(`${name}.*`)!
      const beyond = [...flows.keys()].filter(origin => !known.has(origin) && !rows.has(origin))
      expect([name, one, beyond]).toEqual([name, one, []])
    }
  }
})
