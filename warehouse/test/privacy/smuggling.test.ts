import appealsData from '@hromada/datasets/appeals/dataset.ts'
import buildingsData from '@hromada/datasets/buildings/dataset.ts'
import votesData from '@hromada/datasets/participatory-votes/dataset.ts'
import {describe, expect, test} from 'vitest'
import {inOrder} from '../../src/build/order.ts'
import {loadModels, type Model, staging} from '../../src/index.ts'
import {brokenCounts} from '../../src/privacy/counts/broken-counts.ts'
import {brokenPolicies} from '../../src/privacy/policy/broken-policies.ts'
import {ColumnPolicies} from '../../src/privacy/policy/column-policies.ts'
import {follow, sqlModel} from './follow.fixture.ts'

const inputs = [staging(appealsData), staging(buildingsData), staging(votesData)] as unknown as Model[]
const because = {uk: 'Перевірено', en: 'Reviewed'}

/** Why models may not be published, each reading the three datasets and those before it. */
async function reasons(...models: (string | Model)[]): Promise<string[]> {
  const all = [...inputs]
  for (const [index, one] of models.entries())
    all.push(typeof one === 'string' ? sqlModel(`m${index}`, [...all], one) : {...one, inputs: [...all]})
  const policies = new ColumnPolicies(all)
  const flows = await follow(all)
  return [...brokenPolicies(all, flows, policies), ...brokenCounts(all, all, flows, policies)]
}

describe('an internal column cannot be smuggled', () => {
  test.each([
    ['as it is', 'select city, address from stg_appeals'],
    ['with all others', 'select * from stg_appeals'],
    ['with all others but some', 'select * exclude (result, house_number) from stg_appeals'],
    ['under another name', 'select city, address as place from stg_appeals'],
    ['under the name of a public one', 'select city, address as district from stg_appeals'],
    [
      'in place of a public one',
      'select * exclude (address, house_number, result, is_public_on_map) replace (address as district) from stg_appeals',
    ],
    ['glued to others', `select city || ', ' || address as label from stg_appeals`],
    ['formatted', `select printf('%s', address) as label from stg_appeals`],
    ['hashed', 'select left(md5(address), 12) as key from stg_appeals'],
    ['encoded', 'select hex(encode(address)) as key from stg_appeals'],
    ['packed in JSON', 'select to_json(struct_pack(a := address)) as packed from stg_appeals'],
    ['packed in a list', 'select [appeal_id, address] as packed from stg_appeals'],
    ['the whole row', 'select a as packed from stg_appeals a'],
    ['the whole row as JSON', 'select to_json(a) as packed from stg_appeals as a'],
    ['shortened', 'select substr(address, 1, 3) as start from stg_appeals'],
    ['measured', 'select length(address) as letters from stg_appeals'],
    ['compared', `select address = 'вул. Соборна' as is_there from stg_appeals`],
    [
      'by cases',
      `select case when address like 'вул%' then 'street' else 'other' end as kind from stg_appeals`,
    ],
    ['as the least of all', 'select city, min(address) as a from stg_appeals group by city'],
    ['as the greatest of a group', 'select district, max(result) as a from stg_appeals group by district'],
    ['as any of a group', 'select district, any_value(result) as a from stg_appeals group by district'],
    [
      'as the first of a group',
      'select district, first(result order by received_at) as a from stg_appeals group by district',
    ],
    [
      'as that of the newest',
      'select district, arg_max(address, received_at) as a from stg_appeals group by district',
    ],
    ['as the most frequent', 'select district, mode(address) as a from stg_appeals group by district'],
    ['in a list of a group', 'select district, list(address) as a from stg_appeals group by district'],
    [
      'in one text of a group',
      `select district, string_agg(address, ',') as a from stg_appeals group by district`,
    ],
    ['in a histogram', 'select histogram(address) as a from stg_appeals'],
    ['counted one by one', 'select address, count(*) as n from stg_appeals group by address'],
    ['different ones', 'select distinct address from stg_appeals'],
    [
      'how many different',
      'select district, count(distinct address) as n from stg_appeals group by district',
    ],
    ['as a rank', 'select appeal_id, row_number() over (order by address) as n from stg_appeals'],
    [
      'as a number of a group',
      'select appeal_id, dense_rank() over (order by address) as n from stg_appeals',
    ],
    [
      'as the neighbour’s',
      'select appeal_id, lag(address) over (order by received_at) as a from stg_appeals',
    ],
    ['by who shares it', 'select appeal_id, count(*) over (partition by address) as n from stg_appeals'],
    ['in the order of rows', 'select appeal_id from stg_appeals order by address'],
    [
      'in the order of rows, by place',
      'select appeal_id, district from (select appeal_id, district, address from stg_appeals order by 3)',
    ],
    ['in a choice of the first', 'select appeal_id from stg_appeals order by address limit 10'],
    [
      'joined by itself',
      'select a.appeal_id, b.building_id from stg_appeals a join stg_buildings b on a.address = b.street',
    ],
    [
      'joined by a condition after',
      'select a.appeal_id, b.building_id from stg_appeals a, stg_buildings b where a.address = b.street',
    ],
    [
      'joined with using',
      'select b.postcode from (select address as street from stg_appeals) a join stg_buildings b using (street)',
    ],
    [
      'joined from the side',
      'select appeal_id, l.street from stg_appeals a, lateral (select street from stg_buildings b where b.street = a.address limit 1) l',
    ],
    [
      'looked up',
      'select appeal_id, (select max(building_id) from stg_buildings where street = address) as b from stg_appeals',
    ],
    [
      'found by another',
      'select building_id from stg_buildings where street in (select address from stg_appeals)',
    ],
    [
      'found by what is there',
      'select building_id from stg_buildings b where exists (from stg_appeals a where a.address = b.street)',
    ],
    ['what two have', 'select street from stg_buildings intersect select address from stg_appeals'],
    [
      'through a CTE',
      'with a(x) as (select address from stg_appeals), b as (select x as y from a) select y as z from b',
    ],
    ['through a union', 'select district as d from stg_appeals union all select address from stg_appeals'],
    ['through a lambda', `select list_transform(['x'], lambda one: one || address) as a from stg_appeals`],
    [
      'through rows made of it',
      `select part from (select unnest(string_split(address, ' ')) as part from stg_appeals)`,
    ],
    ['through a name of its own', 'select address as a, a as b from (select address from stg_appeals)'],
    ['by an alias that hides', 'select x.district from (select address as district from stg_appeals) x'],
    ['in letters of another size', 'select ADDRESS as a from STG_APPEALS'],
  ])('%s', async (_, sql) => {
    const found = await reasons(sql)
    expect(found.length).toBeGreaterThan(0)
    expect(found.join()).toMatch(/(appeals\.(address|result)), which is internal/)
  })

  test('through models that are not published, and the path is told', async () => {
    const found = await reasons(
      sqlModel('int_a', [], 'select appeal_id, address as place from stg_appeals', {publish: false}),
      sqlModel('int_b', [], `select appeal_id, upper(place) as note from int_a`, {publish: false}),
      sqlModel('shown', [], 'select appeal_id, note as remark from int_b'),
    )
    expect(found).toEqual([
      'shown.remark shows appeals.address, which is internal and not to be published (shown.remark ← int_b.note ← int_a.place ← appeals.address). Leave it out of the model, or say in its "releases" why it may be.',
    ])
  })

  test('it may decide which rows there are, and is told of', async () => {
    expect(
      await reasons(`select appeal_id from stg_appeals where address is not null and is_public_on_map`),
    ).toEqual([])
    expect(
      await reasons(
        `select district, count(*) filter (where is_public_on_map) as n from stg_appeals group by district`,
      ),
    ).toEqual([])
  })

  test('it may be published by a decision that names it, and no other', async () => {
    const shown = (
      of: string[],
      sql = `select left(md5(address || house_number), 12) as key from stg_appeals`,
    ) => sqlModel('shown', [], sql, {releases: {key: {of, because}}})
    expect(await reasons(shown(['appeals.address', 'appeals.house_number']))).toEqual([])
    expect(await reasons(shown(['appeals.address']))).toEqual([
      expect.stringContaining('appeals.house_number'),
    ])
    expect(
      await reasons(
        shown(['appeals.address', 'appeals.result'], 'select md5(address) as key from stg_appeals'),
      ),
    ).toEqual(['shown: "releases" lets appeals.result into key, and it is not in it. Take it out.'])
  })
})

describe('a forbidden column is read by no model', () => {
  test.each([
    ['in a value', 'select content as c from stg_appeals'],
    ['in rows', `select appeal_id from stg_appeals where applicant_phone like '+38067%'`],
    ['in an order', 'select appeal_id from stg_appeals order by applicant_name'],
    ['in a count', 'select count(applicant_category) as n from stg_appeals'],
    ['in a group', 'select applicant_category, count(*) as n from stg_appeals group by all'],
  ])('%s', async (_, sql) => {
    for (const publish of [true, false]) {
      const found = await reasons(sqlModel('reader', [], sql, {publish}))
      expect(found).toEqual([expect.stringMatching(/^reader reads appeals\.\w+, which is forbidden/)])
    }
  })

  test('not even by a decision', async () => {
    expect(
      await reasons(
        sqlModel('reader', [], 'select content as c from stg_appeals', {
          releases: {c: {of: ['appeals.content'], because}},
        }),
      ),
    ).toEqual([
      'reader reads appeals.content, which is forbidden: it stays in the landed file (reader.c ← appeals.content).',
    ])
  })

  test('all columns of a dataset are those without it', async () => {
    const {tables} = await follow([
      ...inputs,
      sqlModel('all', inputs, 'select * from stg_appeals', {publish: false}),
    ])
    expect([...tables.get('all')!.columns.keys()]).not.toContain('content')
  })
})

describe('what may only be counted', () => {
  const residents = {of: 'persons', measures: ['n'], dimensions: [['district']]} as const
  const counted = (sql: string, counts: object | null = residents) =>
    sqlModel('counted', [], sql, {grain: ['city', 'district'], ...(counts ? {counts: counts as never} : {})})

  test('is added up in a table that says whom it counts', async () => {
    const sql = 'select city, district, sum(residents_65) as n from stg_buildings group by all'
    expect(await reasons(counted(sql))).toEqual([])
    expect(await reasons(counted(sql, null))).toEqual([
      'counted.n is counted or added up from buildings.residents_65, which may only be counted (counted.n ← buildings.residents_65). Say in "counts" of the model whom it counts, so that small numbers are not shown.',
    ])
  })

  test.each([
    ['row by row', 'select city, district, residents_65 as n from stg_buildings'],
    ['as the greatest', 'select city, district, max(residents_65) as n from stg_buildings group by all'],
    [
      'over a window',
      'select city, district, sum(residents_65) over (partition by district) as n from stg_buildings',
    ],
    ['by its rows', 'select city, district, 1 as n from stg_buildings where residents_65 > 0'],
    ['in its order', 'select city, district, 1 as n from stg_buildings order by residents_65'],
    ['in a list', 'select city, district, list(residents_65) as n from stg_buildings group by all'],
    [
      'in a column that is no measure',
      'select city, district, sum(residents_65) as n, avg(residents_65) as m from stg_buildings group by all',
    ],
    [
      'as a group that is no dimension',
      'select city, district, residents_65 as age, count(*) as n from stg_buildings group by all',
    ],
  ])('not %s', async (_, sql) => {
    expect((await reasons(counted(sql))).join()).toContain('buildings.residents_65')
  })

  test('rows that are persons are counted, not shown', async () => {
    expect(await reasons('select city, project_id from stg_participatory_votes')).toEqual([
      'm0 has rows by rows of participatory-votes, which may only be counted (m0.* ← participatory-votes.*). Group them, or leave it out.',
    ])
    const perProject = 'select city, project_id, count(*) as votes from stg_participatory_votes group by all'
    expect((await reasons(perProject)).join()).toContain('Say in "counts"')
    expect(
      await reasons(
        sqlModel('votes', [], perProject, {
          grain: ['city', 'project_id'],
          counts: {of: 'persons', measures: ['votes'], dimensions: [['project_id']]},
        }),
      ),
    ).toEqual([])
  })

  test('a number of a person may be no key without being suppressed, and two tables of the same people are one', async () => {
    const by = (name: string, column: string) =>
      sqlModel(name, [], `select city, ${column}, count(*) as n from stg_participatory_votes group by all`, {
        grain: ['city', column],
        counts: {of: 'persons', measures: ['n'], dimensions: [[column]]},
      })
    expect(await reasons(by('by_project', 'project_id'), by('by_voter', 'voter_id'))).toEqual([
      'by_project and by_voter both count participatory-votes: what one does not show could be worked out from the other. Let one be the totals of the other ("totalsOf"), or make them one table.',
    ])
  })

  test.each([
    [
      'a dimension that is missing',
      {dimensions: []},
      'the dimensions () must be the columns of the grain besides the city (district)',
    ],
    ['a measure that is not there', {measures: ['n', 'm']}, 'there is no column m'],
    ['no measure', {measures: []}, 'it has no measures'],
    ['totals of nothing', {totalsOf: 'nobody'}, 'which is no other published table of counts'],
    ['a measure in the grain', {measures: ['n', 'district']}, 'district is in the grain'],
  ])('%s is refused', async (_, counts, message) => {
    const sql = 'select city, district, sum(residents_65) as n from stg_buildings group by all'
    expect((await reasons(counted(sql, {...residents, ...counts}))).join()).toContain(message)
  })
})

test('the models that there are publish nothing that they may not', async () => {
  const models = inOrder(await loadModels())
  const policies = new ColumnPolicies(models)
  const flows = await follow(models)
  expect([
    ...brokenPolicies(models, flows, policies),
    ...brokenCounts(models, models, flows, policies),
  ]).toEqual([])
})
