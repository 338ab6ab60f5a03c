import {DuckDBInstance} from '@duckdb/node-api'
import {describe, expect, test} from 'vitest'
import {realData} from '../../../../../.config/real-data.ts'
import {budget} from './budget.chapter.ts'
import {kopiykas, type Row, readBack, sumBy} from './read-back.fixture.ts'

const files = readBack(budget, {encoding: 'windows-1251'})

/** Rows in force: of those with the same key the last one. */
function inForce(name: string, ...codes: string[]): Row[] {
  const last = new Map<string, Row>()
  for (const row of files.rows(new RegExp(`/${name}-`))) {
    const key = ['REP_PERIOD', 'FUND_TYP', ...codes].map(code => row[code]).join(' ')
    last.delete(key)
    last.set(key, row)
  }
  return [...last.values()]
}

const incomes = inForce('incomes', 'COD_INCO')
const economic = inForce('expenses-economic', 'COD_CONS_EK')
const programs = inForce('expenses-program', 'COD_CONS_MB_PK', 'COD_CONS_EK').map(row => ({
  ...row,
  // One year lost the noughts in front.
  COD_CONS_MB_PK: row.COD_CONS_MB_PK!.padStart(7, '0'),
  COD_CONS_MB_FK: row.COD_CONS_MB_FK!.padStart(4, '0'),
})) as Row[]
const financing = inForce('financing', 'COD_FINA')
const credits = inForce('credits', 'COD_CRED_KK')

const period = ({REP_PERIOD}: Row) => `${REP_PERIOD!.slice(3)}-${REP_PERIOD!.slice(0, 2)}`
const year = ({REP_PERIOD}: Row) => Number(REP_PERIOD!.slice(3))
const month = ({REP_PERIOD}: Row) => Number(REP_PERIOD!.slice(0, 2))
const amount = (column: string) => (row: Row) => kopiykas(row[column]!)
const executed = amount('FAKT_AMT')
const planned = amount('ZAT_AMT')
const isTotal = ({FUND_TYP}: Row) => FUND_TYP === 'T'
const total = (rows: Row[]) => rows.reduce((sum, row) => sum + executed(row), 0)

/** Executed in one month of one line, by period: the running total less the one of the month before. */
function byMonth(rows: Row[]): Map<string, number> {
  const running = sumBy(rows, period, executed)
  return new Map(
    [...running].map(([at, sum]) => {
      const [inYear, inMonth] = at.split('-') as [string, string]
      const before = `${inYear}-${String(Number(inMonth) - 1).padStart(2, '0')}`
      return [at, sum - (running.get(before) ?? 0)]
    }),
  )
}

const periods = [...new Set(economic.map(period))].sort()
const lastYear = 2025

describe('what the treasury guarantees', () => {
  test('every month is there, from the first January to the last whole month', () => {
    expect(periods).toHaveLength(70)
    expect([periods[0], periods.at(-1)]).toEqual(['2021-01', '2026-10'])
    for (const rows of [incomes, programs, financing])
      expect([...new Set(rows.map(period))].sort()).toEqual(periods)
  })

  test.each([
    ['incomes', incomes, ['COD_INCO'], ['ZAT_AMT', 'FAKT_AMT']],
    ['economic', economic, ['COD_CONS_EK'], ['ZAT_AMT', 'PLANS_AMT', 'FAKT_AMT']],
    ['programs', programs, ['COD_CONS_MB_PK', 'COD_CONS_EK'], ['ZAT_AMT', 'PLANS_AMT', 'FAKT_AMT']],
    ['financing', financing, ['COD_FINA'], ['ZAT_AMT', 'FAKT_AMT']],
    ['credits', credits, ['COD_CRED_KK'], ['ZAT_AMT', 'PLANS_AMT', 'FAKT_AMT']],
  ] as [string, Row[], string[], string[]][])('T = C + S in every line of %s', (_, rows, codes, columns) => {
    for (const column of columns) {
      const key = (row: Row) => [period(row), ...codes.map(code => row[code])].join(' ')
      const sign = (row: Row) => (isTotal(row) ? amount(column)(row) : -amount(column)(row))
      expect([...sumBy(rows, key, sign)].filter(([, rest]) => rest !== 0)).toEqual([])
    }
  })

  test.each(['C', 'S', 'T'])('fund %s closes in every month, planned and executed', fund => {
    for (const column of ['ZAT_AMT', 'FAKT_AMT']) {
      const sums = new Map(periods.map(at => [at, 0]))
      const take = (rows: Row[], sign: number) => {
        for (const row of rows)
          if (row.FUND_TYP === fund)
            sums.set(period(row), sums.get(period(row))! + sign * amount(column)(row))
      }
      take(incomes, 1)
      take(economic, -1)
      take(credits, -1)
      take(
        financing.filter(({COD_FINA}) => COD_FINA === '400000' || COD_FINA === '600000'),
        1,
      )
      expect([...sums].filter(([, rest]) => rest !== 0)).toEqual([])
    }
  })

  test('programmes add up to economic codes in every month, fund and column', () => {
    for (const column of ['ZAT_AMT', 'PLANS_AMT', 'FAKT_AMT', 'FAKTSIK_AMT', 'FAKTSPP_AMT', 'FAKTSID_AMT']) {
      const key = (row: Row) => `${period(row)} ${row.FUND_TYP} ${row.COD_CONS_EK}`
      expect(sumBy(programs, key, amount(column))).toEqual(sumBy(economic, key, amount(column)))
    }
  })

  test('the special fund is other money, fees and gifts', () => {
    for (const row of programs.filter(({FUND_TYP}) => FUND_TYP === 'S'))
      expect(amount('FAKTSIK_AMT')(row) + amount('FAKTSPP_AMT')(row) + amount('FAKTSID_AMT')(row)).toBe(
        executed(row),
      )
  })

  test('codes of financing are nested: a code is the sum of its parts', () => {
    const parents: Record<string, [string, number][]> = {
      400000: [
        ['401000', 1],
        ['402000', 1],
      ],
      401000: [['401200', 1]],
      401200: [['401201', 1]],
      402000: [
        ['402100', 1],
        ['402200', 1],
      ],
      402100: [['402102', 1]],
      402200: [['402201', 1]],
      600000: [
        ['601000', 1],
        ['602000', 1],
      ],
      601000: [
        ['601100', 1],
        ['601200', 1],
      ],
      602000: [
        ['602100', 1],
        ['602200', -1],
        ['602300', 1],
        ['602400', 1],
      ],
      602300: [
        ['602302', 1],
        ['602304', 1],
      ],
    }
    for (const column of ['ZAT_AMT', 'FAKT_AMT']) {
      const sums = sumBy(financing, row => `${period(row)} ${row.FUND_TYP} ${row.COD_FINA}`, amount(column))
      for (const [code, parts] of Object.entries(parents))
        for (const at of periods)
          for (const fund of ['C', 'S', 'T']) {
            const of = (part: string) => sums.get(`${at} ${fund} ${part}`) ?? 0
            expect(of(code)).toBe(parts.reduce((sum, [part, sign]) => sum + sign * of(part), 0))
          }
    }
  })

  test('what is left at the end of a year is there at the beginning of the next, and never below nought', () => {
    const left = sumBy(
      financing.filter(({COD_FINA}) => COD_FINA === '602200'),
      row => `${period(row)} ${row.FUND_TYP}`,
      executed,
    )
    for (const kopiykas of left.values()) expect(kopiykas).toBeGreaterThan(0)
    for (const row of financing.filter(({COD_FINA}) => COD_FINA === '602100'))
      if (year(row) > 2021) expect(executed(row)).toBe(left.get(`${year(row) - 1}-12 ${row.FUND_TYP}`))
  })

  test('plans are not below nought, and in the general fund nothing is spent beyond them', () => {
    for (const row of [...incomes, ...economic, ...programs]) expect(planned(row)).toBeGreaterThanOrEqual(0)
    for (const row of programs.filter(({FUND_TYP}) => FUND_TYP === 'C'))
      expect(executed(row)).toBeLessThanOrEqual(planned(row))
  })

  test('estimates leave out transfers to budgets and what is not shared out; those of income are empty in fund C', () => {
    for (const row of economic.filter(({COD_CONS_EK}) => ['2620', '3220', '9000'].includes(COD_CONS_EK!)))
      expect(row.PLANS_AMT).toBe('0,00')
    const income = incomes.filter(({FUND_TYP}) => FUND_TYP === 'C')
    expect(new Set(income.map(({PLANS_AMT}) => PLANS_AMT))).toEqual(new Set(['']))
    const estimated = incomes.filter(row => row.FUND_TYP === 'S' && amount('PLANS_AMT')(row) !== 0)
    expect([...new Set(estimated.map(({COD_INCO}) => COD_INCO))].sort()).toEqual(['25010000', '25020000'])
  })

  test('the budget has eleven digits, and another code before 2023', () => {
    for (const row of [...incomes, ...economic, ...programs, ...financing, ...credits])
      expect(row.COD_BUDGET).toBe(year(row) < 2023 ? '99201000000' : '99202000000')
  })

  test('amounts run up over the year; now and then they are put right', () => {
    const steps = economic.filter(isTotal).map(row => row.COD_CONS_EK!)
    const falls = [...new Set(steps)].flatMap(code =>
      [...byMonth(economic.filter(row => isTotal(row) && row.COD_CONS_EK === code)).values()].filter(
        step => step < 0,
      ),
    )
    // Odesa, 2021 to June 2026: 23 of 1,963 steps fall.
    expect(falls.length / steps.length).toBeGreaterThan(0.003)
    expect(falls.length / steps.length).toBeLessThan(0.02)
  })
})

/** Real cities of a like size: regional centres and towns of 85 to 480 thousand. */
const cities = [
  'Uzhhorod',
  'Mukachevo',
  'Lutsk',
  'Ternopil',
  'Kremenchuk',
  'Rivne',
  'Chernivtsi',
  'Sumy',
  'Cherkasy',
  'Ivano-Frankivsk',
  'Khmelnytskyi',
  'Zhytomyr',
  'Poltava',
  'Chernihiv',
  'Mykolaiv',
]

async function real(sql: string): Promise<Record<string, unknown>[]> {
  const folder = `${realData()}/budgets/ua_openbudget`
  const connection = await (await DuckDBInstance.create()).connect()
  await connection.run(`create view expenses as select * from '${folder}/expenses.parquet'`)
  await connection.run(
    `create view functional as select * from '${folder}/expenses_functional_partial.parquet'`,
  )
  await connection.run(`create view incomes as select * from '${folder}/incomes.parquet'`)
  const inCities = `CITY in (${cities.map(city => `'${city}'`).join(', ')})`
  return (await connection.runAndReadAll(sql.replaceAll('$cities', inCities))).getRowObjectsJson()
}

const december = (rows: Row[]) => rows.filter(row => isTotal(row) && month(row) === 12)

/** Shares of each year's total by a group, as "2024 09". */
function shares(rows: Row[], group: (row: Row) => string): Map<string, number> {
  const all = sumBy(december(rows), row => String(year(row)), executed)
  return new Map(
    [...sumBy(december(rows), row => `${year(row)} ${group(row)}`, executed)].map(([key, sum]) => [
      key,
      sum / all.get(key.slice(0, 4))!,
    ]),
  )
}

const economicGroups: [name: string, from: number, to: number][] = [
  ['staff', 2100, 2199],
  ['materials and services', 2200, 2249],
  ['utilities', 2270, 2279],
  ['subsidies', 2610, 2619],
  ['transfers to budgets', 2620, 2629],
  ['social', 2700, 2799],
  ['capital', 3000, 3199],
  ['capital transfers', 3200, 3219],
]
const economicGroup = (code: string) =>
  economicGroups.find(([, from, to]) => Number(code) >= from && Number(code) <= to)?.[0] ?? 'other'

describe.skipIf(!realData())('beside fifteen real cities, 2021–2025', () => {
  const within = (ours: Map<string, number>, ranges: Record<string, unknown>[]) => {
    const missed = ranges.filter(({key, low, high}) => {
      const share = ours.get(String(key)) ?? 0
      return share < Number(low) || share > Number(high)
    })
    expect(
      missed.map(({key, low, high}) => `${key}: ${ours.get(String(key))} not in ${low} … ${high}`),
    ).toEqual([])
  }

  test('shares of economic groups lie within the range of the cities in every year', async () => {
    const cases = economicGroups.map(
      ([name, from, to]) => `when COD_CONS_EK between ${from} and ${to} then '${name}'`,
    )
    within(
      shares(economic, row => economicGroup(row.COD_CONS_EK!)),
      await real(`
        with groups as (select CITY, year(REP_PERIOD) as y, case ${cases.join(' ')} end as g, sum(FAKT_AMT) as v
            from expenses where FUND_TYP = 'T' and month(REP_PERIOD) = 12 and $cities group by all),
          parts as (select *, v / sum(v) over (partition by CITY, y) as part from groups)
        select y || ' ' || g as key, min(part) as low, max(part) as high from parts where g is not null group by all`),
    )
  })

  test('so do shares of functions', async () => {
    within(
      shares(programs, row => row.COD_CONS_MB_FK!.slice(0, 2)),
      await real(`
        with groups as (select CITY, year(REP_PERIOD) as y,
            lpad(COD_CONS_MB_FK::integer::varchar, 4, '0')[1:2] as g, sum(FAKT_AMT) as v
            from functional where FUND_TYP = 'T' and month(REP_PERIOD) = 12 and COD_CONS_MB_FK is not null and $cities
            group by all),
          parts as (select *, v / sum(v) over (partition by CITY, y) as part from groups)
        select y || ' ' || g as key, min(part) as low, max(part) as high from parts group by all`),
    )
  })

  test('so do the months of expenditure and how much of the plan is spent', async () => {
    const all = byMonth(economic.filter(isTotal))
    const whole = sumBy(december(economic), row => String(year(row)), executed)
    const plan = sumBy(december(economic), row => String(year(row)), planned)
    const ranges = await real(`
        with months as (select CITY, year(REP_PERIOD) as y, month(REP_PERIOD) as m, sum(FAKT_AMT) as v, sum(ZAT_AMT) as z
            from expenses where FUND_TYP = 'T' and year(REP_PERIOD) < 2026 and $cities group by all),
          parts as (select CITY, y, m, (v - coalesce(lag(v) over w, 0)) / last_value(v) over (partition by CITY, y
              order by m rows between unbounded preceding and unbounded following) as part
            from months window w as (partition by CITY, y order by m))
        select m::varchar as key, min(part) as low, max(part) as high from parts group by all
        union all select 'of plan', min(v / z), max(v / z) from months where m = 12`)
    for (const [at, sum] of whole)
      within(
        new Map([
          ...Array.from({length: 12}, (_, index): [string, number] => [
            String(index + 1),
            all.get(`${at}-${String(index + 1).padStart(2, '0')}`)! / sum,
          ]),
          ['of plan', sum / plan.get(at)!],
        ]),
        ranges,
      )
  })

  test('codes have the names the treasury gives them', async () => {
    const names = new Map(
      (
        await real(`select COD_CONS_EK::varchar as code, list(distinct COD_CONS_EK_NAME) as names from expenses group by all
          union all select COD_INCO::varchar, list(distinct NAME_INC[1:600]) from incomes group by all`)
      ).map(({code, names}) => [code, names as string[]]),
    )
    const apostrophes = (name: string) =>
      name
        .replaceAll(/['’ʼ`]/g, "'")
        .replaceAll(/[«»“”]/g, '"')
        .replaceAll(/\s+/g, ' ')
        .trim()
    for (const [code, name] of new Map([
      ...economic.map(row => [row.COD_CONS_EK!, row.COD_CONS_EK_NAME!] as const),
      ...incomes.map(row => [row.COD_INCO!, row.NAME_INC!] as const),
    ]))
      expect([code, names.get(code)!.map(apostrophes)]).toEqual([
        code,
        expect.arrayContaining([apostrophes(name)]),
      ])
  })
})

describe('what is hidden', () => {
  const program = (code: string) => programs.filter(row => isTotal(row) && row.COD_CONS_MB_PK === code)

  test('of the plan for saving energy 41 % was spent, of the city’s above 90 %', () => {
    const ended = (rows: Row[]) =>
      rows.filter(row => year(row) === lastYear && month(row) === 12 && isTotal(row))
    const share = (rows: Row[]) =>
      total(ended(rows)) / ended(rows).reduce((sum, row) => sum + planned(row), 0)
    expect(share(program('1217640'))).toBeCloseTo(0.41, 2)
    expect(share(economic)).toBeGreaterThan(0.9)
  })

  test('the programme for housing pays half of every year in December, the city a fifth', () => {
    for (let at = 2021; at <= lastYear; at++) {
      const share = (rows: Row[]) =>
        byMonth(rows).get(`${at}-12`)! / sumBy(rows, period, executed).get(`${at}-12`)!
      expect(share(program('1216011'))).toBeGreaterThan(0.45)
      expect(share(program('1216011'))).toBeLessThan(0.6)
      expect(share(economic.filter(isTotal))).toBeLessThan(0.205)
    }
  })

  test('schools and kindergartens paid twice for electricity after the heating had failed', () => {
    const bill = (codes: string[], at: string) =>
      codes.reduce(
        (sum, code) => sum + byMonth(program(code).filter(row => row.COD_CONS_EK === '2273')).get(at)!,
        0,
      )
    const cold = ['0611010', '0611021']
    expect(bill(cold, '2026-02') / bill(cold, '2025-02')).toBeGreaterThan(2)
    expect(bill(['1216030'], '2026-02') / bill(['1216030'], '2025-02')).toBeLessThan(1.5)
    expect(bill(cold, '2025-02') / bill(cold, '2024-02')).toBeLessThan(1.5)
  })

  test('a subvention passes through: what comes in goes on a month later, to the kopiyka', () => {
    const came = byMonth(incomes.filter(row => isTotal(row) && row.COD_INCO === '41053900'))
    const went = byMonth(program('3719770').filter(row => row.COD_CONS_EK === '2620'))
    const tranches = [...came].filter(([at, sum]) => at.startsWith(String(lastYear)) && sum !== 0)
    expect(tranches).toHaveLength(4)
    for (const [at, sum] of tranches)
      expect(went.get(`${lastYear}-${String(Number(at.slice(5)) + 1).padStart(2, '0')}`)).toBe(sum)
    expect(
      sumBy(
        tranches,
        () => '',
        ([, sum]) => sum,
      ).get(''),
    ).toBe(
      total(
        program('3719770').filter(row => row.COD_CONS_EK === '2620' && row.REP_PERIOD === `12.${lastYear}`),
      ),
    )
  })

  test('the tax on soldiers’ pay comes and goes', () => {
    const soldiers = byMonth(incomes.filter(row => isTotal(row) && row.COD_INCO === '11010200'))
    const of = (at: number) => total(december(incomes).filter(row => year(row) === at))
    const tax = (at: number) =>
      [...soldiers].reduce((sum, [when, step]) => (when.startsWith(String(at)) ? sum + step : sum), 0)
    expect(tax(2022) / of(2022)).toBeGreaterThan(0.17)
    expect([...soldiers].filter(([at, step]) => at > '2023-10' && step !== 0)).toEqual([])
    const january = incomes.filter(row => isTotal(row) && row.REP_PERIOD === '01.2022')
    expect(of(2022) - tax(2022)).toBeLessThan(january.reduce((sum, row) => sum + planned(row), 0))
  })

  test('in spring 2022 capital spending stops and money piles up', () => {
    const capital = byMonth(economic.filter(row => isTotal(row) && /^31/.test(row.COD_CONS_EK!)))
    const spring = (at: number) =>
      ['03', '04', '05', '06', '07', '08'].reduce((sum, part) => sum + capital.get(`${at}-${part}`)!, 0)
    expect(spring(2022) / spring(2021)).toBeLessThan(0.1)
    const left = sumBy(
      financing.filter(row => isTotal(row) && row.COD_FINA === '602200'),
      period,
      executed,
    )
    expect(left.get('2022-12')! / left.get('2021-12')!).toBeGreaterThan(2)
  })
})

test('the council approves what January has, and makes what every later month has', () => {
  const decisions = files.rows(/decisions/)
  const plan = (rows: Row[]) => sumBy(rows.filter(isTotal), period, planned)
  const [income, expense] = [plan(incomes), plan(economic)]
  const approved = decisions.filter(({kind}) => kind === 'approved')
  expect(approved.map(({budgetYear}) => Number(budgetYear))).toEqual([2021, 2022, 2023, 2024, 2025, 2026])
  for (const {budgetYear, incomes: of, expenses, decisionDate} of approved) {
    expect(kopiykas(of!)).toBe(income.get(`${budgetYear}-01`))
    expect(kopiykas(expenses!)).toBe(expense.get(`${budgetYear}-01`))
    expect(decisionDate!.slice(0, 7)).toBe(`${Number(budgetYear) - 1}-12`)
  }
  for (const {incomes: of, expenses, decisionDate} of decisions.filter(({kind}) => kind === 'revised')) {
    const month = decisionDate!.slice(0, 7)
    expect([kopiykas(of!), kopiykas(expenses!)]).toEqual([income.get(month), expense.get(month)])
  }
  expect(new Set(decisions.map(({decisionNumber}) => decisionNumber)).size).toBe(decisions.length)
})

describe('what is wrong with the files', () => {
  const rows = (name: string, of = '') => files.rows(new RegExp(`/${name}-${of}`))

  test('they are in windows-1251 without a mark', () => {
    const reports = files.written.filter(({path}) => !path.includes('decisions'))
    expect(files.count('a file in windows-1251 without any mark')).toBe(reports.length)
    for (const {path} of reports) {
      expect(files.bytes(path).subarray(0, 3)).toEqual(Buffer.from('REP'))
      // Read as UTF-8 they fall apart.
      expect(files.bytes(path).toString('utf8')).toContain('\ufffd')
    }
  })

  test('names end at 600 characters', () => {
    const cut = files
      .rows(/./)
      .flatMap(row => Object.values(row))
      .filter(cell => cell.length >= 600)
    expect(cut.length).toBe(files.count('a name is cut at 600 characters'))
    expect(new Set(cut.map(cell => cell.length))).toEqual(new Set([600]))
  })

  test('one year’s programmes have codes without leading noughts', () => {
    const short = rows('expenses-program').flatMap(row => [
      ...(row.COD_CONS_MB_PK!.length < 7 ? [row] : []),
      ...(row.COD_CONS_MB_FK!.length < 4 ? [row] : []),
    ])
    expect(short.length).toBe(files.count('a code without its leading noughts (111 for 0111)'))
    expect(new Set(short.map(year))).toEqual(new Set([2023]))
  })

  test('one year’s incomes have blanks in amounts', () => {
    const blank = rows('incomes')
      .flatMap(row => [row.ZAT_AMT!, row.FAKT_AMT!, row.PLANS_AMT!])
      .filter(cell => /\s/.test(cell))
    expect(blank.length).toBe(files.count('blanks between thousands in an amount'))
    expect(blank.length).toBeGreaterThan(50)
  })

  test('rows of one economic file are there twice', () => {
    const texts = files
      .bytes('budget/expenses-economic-2022.demo.csv')
      .toString('latin1')
      .trimEnd()
      .split('\r\n')
    expect(texts.length - new Set(texts).size).toBe(files.count('a row is repeated'))
    expect(files.count('a row is repeated')).toBeGreaterThan(5)
  })

  test('one June is there twice, the newer one last and never smaller in sum', () => {
    const june = rows('incomes', '2024').filter(row => row.REP_PERIOD === '06.2024')
    const twice = files.count('a row of June is there twice: the one at the end of the file is in force')
    expect(june.length).toBe(2 * twice)
    const [older, newer] = [june.slice(0, twice), june.slice(twice)]
    expect(total(older)).toBeLessThan(total(newer))
    // What came in by the end of May is in both.
    expect(total(older) / total(newer)).toBeGreaterThan(0.99)
  })
})

test('amounts are the city’s own: scale changes nothing, another seed everything', () => {
  const sums = ({written}: typeof files) => written.map(({sha256}) => sha256)
  expect(sums(readBack(budget, {scale: 7}))).toEqual(sums(files))
  expect(sums(readBack(budget, {seed: 2}))).not.toContain(sums(files)[0])
})

test('in the first days of a year the new one is not told yet', () => {
  const early = readBack(budget, {today: '2026-01-20', encoding: 'windows-1251'})
  expect(early.written.map(({path}) => path)).not.toContain('budget/incomes-2026.demo.csv')
  expect(early.rows(/incomes-2025/).some(row => row.REP_PERIOD === '12.2025')).toBe(true)
})
