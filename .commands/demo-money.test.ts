import {mkdir} from 'node:fs/promises'
import {join} from 'node:path'
import {loadCities} from '@hromada/datasets'
import {beforeAll, describe, expect, test} from 'vitest'
import {makeScope} from '../datasets/cities/demo/scope.ts'
import {Outbox} from '../datasets/cities/demo/tools/write/outbox.ts'
import {budget} from '../datasets/cities/demo/topics/budget/budget.chapter.ts'
import {participation} from '../datasets/cities/demo/topics/participation/participation.chapter.ts'
import {lateTitle, overrunTitle} from '../datasets/cities/demo/topics/participation/planted-projects.ts'
import {safety} from '../datasets/cities/demo/topics/safety/safety.chapter.ts'
import {spending} from '../datasets/cities/demo/topics/spending/spending.chapter.ts'
import {makeGround} from '../datasets/cities/demo/world/ground/make-ground.ts'
import {builtCity, dataFolder} from '../warehouse/test/city.fixture.ts'

/** What is planted in the demo city's money, found in tables that are published. */

let town: Awaited<ReturnType<typeof builtCity>>

const topics = /^(budget-|spending$|contracts$|participatory-|schools$)/

const tables = [
  'budget_reconciliation',
  'budget_comparison',
  'budget_plan_versions',
  'contracts_without_tender',
  'spending_payees',
  'participatory_projects',
  'participatory_voting',
  'schools',
]

beforeAll(async () => {
  const data = dataFolder()
  const folder = join(data, 'sources/demo')
  await mkdir(folder, {recursive: true})
  const ground = makeGround({seed: 1, scale: 0.01})
  // Money does not shrink with the scale; payments and votes do.
  const scope = (scale: number) => ({
    ...makeScope({seed: 1, scale, today: '2026-11-21'}),
    ground: () => ground,
  })
  const outbox = new Outbox(folder)
  for (const chapter of [budget, spending, safety]) chapter.write(scope(0.2), outbox)
  participation.write(scope(0.3), outbox)
  outbox.finish()
  const demo = (await loadCities()).get('demo')!
  town = await builtCity(
    [{...demo, feeds: demo.feeds.filter(({dataset}) => topics.test(dataset.id))}],
    null,
    {data, select: tables.map(name => `+${name}`).join()},
  )
  return () => town.warehouse.close()
})

describe('budget', () => {
  test('payments add up to every programme and economic code of every month', async () => {
    const row = await town.row(
      `select count(*) as months, sum(lines) as lines, sum(lines_off) as off from budget_reconciliation where rule = 'payments'`,
    )
    expect(row).toMatchObject({months: 70, off: 0})
    expect(Number(row.lines)).toBeGreaterThan(30_000)
  })

  test('everything else agrees to the kopiyka', async () => {
    expect(
      await town.rows(`select rule, year, month from budget_reconciliation where lines_off > 0`),
    ).toEqual([])
    expect((await town.row(`select count(distinct rule) as rules from budget_reconciliation`)).rules).toBe(17)
  })

  test('of the plan for saving energy 41 % was spent', async () => {
    const rows = await town.rows<{program: string; share: number}>(
      `select program, executed_uah / plan_amended_uah as share from budget_programs
       where year = 2025 and plan_amended_uah > 1e6 and executed_uah > 0 order by share`,
    )
    expect(rows[0]).toEqual({program: '7640', share: expect.closeTo(0.41, 2)})
    const all = await town.row(
      `select executed_share from budget_totals where year = 2025 and flow = 'expense'`,
    )
    expect(all.executed_share).toBeGreaterThan(0.9)
  })

  test('the programme for housing pays out half of its year in December', async () => {
    const shares = await town.rows<{year: number; share: number}>(
      `select year, sum(executed_month_uah) filter (where month = 12) / sum(executed_month_uah) as share
       from budget_program_months where program_code = '1216011' and year < 2026 group by year order by year`,
    )
    expect(shares).toHaveLength(5)
    for (const {share} of shares) expect(share).toBeCloseTo(0.52, 1)
  })

  test('after the heating failed the electricity bill of schools and kindergartens doubled', async () => {
    const growth = await town.rows<{program_code: string; ratio: number}>(
      `select program_code, sum(executed_month_uah) filter (where year = 2026) / sum(executed_month_uah) filter (where year = 2025) as ratio
       from budget_program_months where kekv = '2273' and month = 2 and year in (2025, 2026) group by 1
       having sum(executed_month_uah) filter (where year = 2025) > 10000 order by ratio desc`,
    )
    expect(
      growth
        .slice(0, 2)
        .map(({program_code}) => program_code)
        .sort(),
    ).toEqual(['0611010', '0611021'])
    expect(growth[1]!.ratio).toBeGreaterThan(2)
    expect(growth[2]!.ratio).toBeLessThan(1.6)
  })

  test('a subvention in transit comes in and goes out a month later, to the kopiyka', async () => {
    const rows = await town.rows(
      `select i.month from budget_incomes i join budget_program_months p
         on p.city = i.city and p.year = i.year and p.month = i.month + 1 and p.executed_month_uah = i.executed_month_uah
       where i.kkd = '41053900' and i.year = 2025 and i.executed_month_uah > 0 and p.program_code = '3719770' and p.kekv = '2620'
       order by i.month`,
    )
    expect(rows.map(({month}) => month)).toEqual([4, 6, 9, 11])
  })

  test('the tax on soldiers’ pay came and went; without it 2022 fell short of January’s plan', async () => {
    const shares = await town.rows<{year: number; share: number}>(
      `select year, share_of_flow as share from budget_comparison where part = 'military_tax' order by year`,
    )
    expect(shares.map(({year}) => year)).toEqual([2021, 2022, 2023])
    expect(shares[1]!.share).toBeCloseTo(0.2, 1)
    const row = await town.row(
      `select sum(c.executed_uah) filter (where part != 'military_tax') < any_value(t.plan_january_uah) as is_short
       from budget_comparison c join budget_totals t using (city, year, flow) where year = 2022 and flow = 'income'`,
    )
    expect(row.is_short).toBe(true)
  })

  test('in spring 2022 capital spending stopped and money piled up', async () => {
    const capital = await town.row(
      `select sum(executed_month_uah) filter (where month between 4 and 8) / sum(executed_month_uah) as share
       from budget_expenses where year = 2022 and kekv like '3%'`,
    )
    expect(capital.share).toBeLessThan(0.12)
    const balance = await town.row(
      `select max(end_balance_uah) filter (where year = 2022) / max(end_balance_uah) filter (where year = 2021) as growth
       from budget_balance where month = 12 and year in (2021, 2022)`,
    )
    expect(balance.growth).toBeGreaterThan(2)
  })

  test('execution stands beside the even pace, month by month', async () => {
    const rows = await town.rows<{month: number; executed_share: number; even_pace: number}>(
      `select month, executed_share, even_pace from budget_monthly where year = 2025 and flow = 'expense' order by month`,
    )
    expect(rows.map(({even_pace}) => even_pace)).toEqual(rows.map(({month}) => month / 12))
    // Half of the year's plan is not spent by June; December closes near it.
    expect(rows[5]!.executed_share).toBeLessThan(0.5)
    expect(rows[11]!.executed_share).toBeCloseTo(0.969, 3)
  })

  test('the approved plan is January’s, and the year ends far from it', async () => {
    const rows = await town.rows<{year: number; is_january: boolean}>(
      `select p.year, p.plan_uah = t.plan_january_uah as is_january from budget_plan_versions p
       join budget_totals t using (city, year, flow) where plan_version = 'approved' and flow = 'expense' order by year`,
    )
    expect(rows.map(({is_january}) => is_january)).toEqual([true, true, true, true, true, true])
  })

  test('parts of the comparison add up to the whole', async () => {
    expect(
      await town.rows(
        `select c.year, c.flow from budget_comparison c join budget_totals t using (city, year, flow)
         group by c.year, c.flow having sum(c.executed_uah) != any_value(t.executed_uah)
           or abs(sum(c.share_of_flow) - 1) > 1e-9`,
      ),
    ).toEqual([])
  })
})

describe('spending', () => {
  test('nineteen contracts with one firm lie just below the threshold', async () => {
    const rows = await town.rows(
      `select contractor_name, near_threshold from contracts_without_tender where year = 2025 order by near_threshold desc limit 2`,
    )
    expect(rows[0]).toEqual({contractor_name: 'ТОВ "Тамариск-Сервіс-Приклад"', near_threshold: 19})
    expect(Number(rows[1]!.near_threshold)).toBeLessThan(12)
  })

  test('a firm founded a moment ago gets most of the programme for computers', async () => {
    const [first] = await town.rows(
      `select payee_name, share_of_program, first_paid_date::varchar as since, payee_code = (select max(payee_code) from spending_payees) as is_newest
       from spending_payees where year = 2025 and program = '0217520' order by paid_uah desc`,
    )
    expect(first).toMatchObject({is_newest: true, since: expect.stringMatching(/^2025-04/)})
    expect(String(first!.payee_name).toLowerCase()).toBe('тов "цифра-фарватер-приклад"')
    expect(Number(first!.share_of_program)).toBeGreaterThan(0.5)
  })

  test('one contract was paid more than its value', async () => {
    const over = await town.rows(
      `select distinct c.subject, s.program, s.kekv from contracts c join spending s on s.linked_contract_id = c.contract_id
       where is_overpaid`,
    )
    expect(over).toEqual([
      {subject: expect.stringContaining('апітальний ремонт'), program: '1511300', kekv: '3132'},
    ])
  })

  test('schools and kindergartens of Stepovyi warmed themselves with electricity', async () => {
    const rows = await town.rows<{is_stepovyi: boolean; ratio: number}>(
      `select district = 'UA99020010010310004' as is_stepovyi,
         sum(amount_uah) filter (where year(paid_date) = 2026) / sum(amount_uah) filter (where year(paid_date) = 2025) as ratio
       from spending s join (select distinct edrpou, district_id as district from stg_schools) i on i.edrpou = s.payer_code
       where kekv = '2273' and program in ('0611010', '0611021') and month(paid_date) = 2 group by 1 order by 1`,
    )
    expect(rows.map(({is_stepovyi}) => is_stepovyi)).toEqual([false, true])
    // Prices and estimates settled in winter raise all bills; those of Stepovyi rise twice as much.
    expect(rows[1]!.ratio).toBeGreaterThan(3)
    expect(rows[1]!.ratio / rows[0]!.ratio).toBeGreaterThan(2)
  })

  test('links are what the rules say: by hand over the landed payments', async () => {
    const levels = await town.rows<{link_level: string; payments: number; wrong: number}>(
      `select link_level, count(*) as payments, count(*) filter (where not case link_level
           when 'confirmed' then r.contract_id = s.linked_contract_id
           when 'probable' then r.contract_id is null and c.payer_code = s.payer_code and s.paid_date between c.contract_date and c.to_date
             and trim(replace(s.contract_number, '№', '')) = c.contract_number
           when 'possible' then r.contract_id is null and c.payer_code = s.payer_code
           else s.linked_contract_id is null and (r.contract_id is null) end) as wrong
       from spending s join stg_spending r using (city, payment_id) left join stg_contracts c on c.contract_id = s.linked_contract_id
       group by 1 order by 1`,
    )
    expect(levels.map(({link_level, wrong}) => [link_level, Number(wrong)])).toEqual(
      levels.map(({link_level}) => [link_level, 0]),
    )
    const count = Object.fromEntries(levels.map(({link_level, payments}) => [link_level, Number(payments)]))
    expect(count.confirmed).toBeGreaterThan(count.probable! * 5)
    // Wages, taxes and benefits have no contract; whatever bears the number of one is linked.
    expect(
      await town.rows(
        `select payment_id from spending where link_level = 'unmatched' and contract_number is not null`,
      ),
    ).toEqual([])
  })

  test('no person is named: neither in payments nor in contracts', async () => {
    for (const [table, code, name] of [
      ['spending', 'payee_code', 'payee_name'],
      ['spending_payees', 'payee_code', 'payee_name'],
      ['contracts', 'contractor_code', 'contractor_name'],
      ['stg_spending', 'payee_code', 'payee_name'],
      ['stg_contracts', 'contractor_code', 'contractor_name'],
    ]) {
      const row = await town.row(
        `select count(*) filter (where ${name} is not null and not regexp_full_match(${code}, '[0-9]{8}')) as persons,
           count(*) filter (where lower(${name}) like 'фоп%') as traders, count(${name}) as entities from ${table}`,
      )
      expect([table, Number(row.persons), Number(row.traders)]).toEqual([table, 0, 0])
      expect(Number(row.entities)).toBeGreaterThan(100)
    }
  })
})

describe('participatory budget', () => {
  test('one project cost two and a half times its budget', async () => {
    expect(
      await town.rows(`select title, spent_share from participatory_projects where spent_share > 1.2`),
    ).toEqual([{title: overrunTitle, spent_share: expect.closeTo(2.47, 2)}])
  })

  test('one project won by the votes of the last two hours', async () => {
    const rows = await town.rows<{title: string; share: number; stage: string}>(
      `select title, stage, sum(v.votes) filter (where voting_time = 'last_two_hours') / sum(v.votes) as share
       from participatory_voting v join participatory_projects p using (city, project_id)
       group by all having sum(v.votes) > 20 order by share desc nulls last`,
    )
    expect(rows[0]).toMatchObject({title: lateTitle})
    expect(['completed', 'in_progress']).toContain(rows[0]!.stage)
    expect(rows[0]!.share).toBeGreaterThan(2 / 3)
    expect(rows[1]!.share).toBeLessThan(0.3)
  })

  test('the same school wins every voting, by votes of school hours', async () => {
    const rows = await town.rows<{year: number; share: number}>(
      `select p.year, sum(v.votes) filter (where voting_time = 'school_hours') / sum(v.votes) as share
       from participatory_voting v join participatory_projects p using (city, project_id)
       where title like '%ліцеї № 6' and stage in ('completed', 'in_progress') group by p.year order by p.year`,
    )
    expect(rows.map(({year}) => year)).toEqual([2021, 2024, 2025, 2026])
    for (const {share} of rows) expect(share).toBeGreaterThan(0.5)
  })
})
