import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type SelectQueryBuilder,
  sql,
} from 'kysely'
import {describe, expect, test} from 'vitest'
import {loadModels} from '../index.ts'
import {columnLineage} from './column-lineage.ts'

type Town = {
  appeals: {city: string; id: number; opened: string; closed: string | null; district: string}
  districts: {city: string; district: string; residents: number}
}
const db = new Kysely<Town>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: one => new PostgresIntrospector(one),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})
const tables = new Map([
  ['appeals', ['city', 'id', 'opened', 'closed', 'district']],
  ['districts', ['city', 'district', 'residents']],
])
// biome-ignore lint/suspicious/noExplicitAny: a query over whatever tables
const lineage = (query: SelectQueryBuilder<any, any, any>) => columnLineage(query.toOperationNode(), tables)

test('a column comes from the columns of its expression, rows from conditions, joins and groups', () => {
  const query = db
    .selectFrom('appeals as a')
    .innerJoin('districts as d', join =>
      join.onRef('d.city', '=', 'a.city').onRef('d.district', '=', 'a.district'),
    )
    .where('a.closed', 'is not', null)
    .groupBy(['a.city', 'd.residents'])
    .select(eb => [
      'a.city',
      sql<number>`count(*) filter (where ${eb.ref('a.opened')} > 'closed') * 1000 / ${eb.ref('d.residents')}`.as(
        'share',
      ),
      eb.val(1).as('one'),
    ])
  expect(lineage(query)).toEqual({
    columns: {city: ['appeals.city'], share: ['appeals.opened', 'districts.residents'], one: []},
    rows: [
      'appeals.city',
      'appeals.closed',
      'appeals.district',
      'districts.city',
      'districts.district',
      'districts.residents',
    ],
  })
})

test('subqueries, CTEs, unions and stars are followed to the tables', () => {
  const open = db.selectFrom('appeals').where('closed', 'is', null).selectAll()
  const query = db
    .with('days', one => one.selectFrom('appeals').select(['city', 'opened as day']))
    .with('all_days', one =>
      one
        .selectFrom('days')
        .select(['city', 'day'])
        .unionAll(
          one.selectFrom('appeals').select(eb => ['city', eb.ref('closed').$castTo<string>().as('day')]),
        ),
    )
    .selectFrom('all_days')
    .innerJoin(open.as('open'), 'open.city', 'all_days.city')
    .select(eb => [
      'all_days.day',
      'open.district',
      eb
        .selectFrom('districts')
        .select('residents')
        .whereRef('districts.district', '=', 'open.district')
        .as('residents'),
    ])
  expect(lineage(query).columns).toEqual({
    day: ['appeals.closed', 'appeals.opened'],
    district: ['appeals.district'],
    residents: ['districts.residents'],
  })
  expect(lineage(query).rows).toContain('appeals.closed')
  expect(lineage(db.selectFrom('appeals').selectAll('appeals')).columns).toEqual({
    city: ['appeals.city'],
    id: ['appeals.id'],
    opened: ['appeals.opened'],
    closed: ['appeals.closed'],
    district: ['appeals.district'],
  })
})

test('a name inside a hand-written fragment counts, a word in quotes does not', () => {
  const query = db.selectFrom('appeals').select(sql`case when opened > 'district' then closed end`.as('x'))
  expect(lineage(query).columns).toEqual({x: ['appeals.closed', 'appeals.opened']})
})

test('a query over what is not among the inputs is refused', () => {
  expect(() => columnLineage(db.selectFrom('districts').selectAll().toOperationNode(), new Map())).toThrow(
    'The query reads "districts", which is not among its inputs.',
  )
})

describe('the models', async () => {
  const models = (await loadModels()).filter(({kind}) => kind === 'model')
  test.each(models.map(model => [model.name, model] as const))(
    '%s: what is not counted has an origin',
    (_, model) => {
      const inputs = new Set(model.inputs.map(({name}) => name))
      const origins = [...Object.values(model.lineage.columns).flat(), ...model.lineage.rows]
      expect(origins.map(origin => origin.split('.')[0]!).filter(table => !inputs.has(table))).toEqual([])
      expect(model.grain.filter(column => !model.lineage.columns[column])).toEqual([])
    },
  )
})
