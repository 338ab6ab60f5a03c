import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DuckDBInstance} from '@duckdb/node-api'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import contractsDataset from '../../../../contracts/dataset.ts'
import spendingDataset from '../../../../spending/dataset.ts'
import type {Dirt} from '../../chapter.ts'
import {dayOf, parseDay} from '../../tools/time/days.ts'
import {Outbox} from '../../tools/write/outbox.ts'
import {districtIndex, districts} from '../../world/districts.ts'
import {eventsBefore} from '../../world/events.ts'
import {makeGround} from '../../world/ground/make-ground.ts'
import {budget} from '../budget/budget.chapter.ts'
import {readBack} from '../budget/read-back.fixture.ts'
import {safety} from '../safety/safety.chapter.ts'
import {streets} from '../streets/streets.chapter.ts'
import {spending} from './spending.chapter.ts'

const today = parseDay('2026-11-21')
const no = () => {
  throw new Error('Money asked for the weather.')
}
const ground = makeGround({seed: 1, scale: 0.01})
const scope = (scale: number) => ({
  seed: 1,
  scale,
  today,
  firstDay: dayOf(2021, 1, 1),
  events: eventsBefore(today),
  ground: () => ground,
  weather: no,
})

let folder: string
let dirt: Dirt[]
let rows: <R = Record<string, number | string>>(sql: string) => Promise<R[]>

/** Payments (each once), contracts, and months of the programme file, as three tables. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'demo-spending-'))
  const outbox = new Outbox(folder)
  dirt = spending.write(scope(1), outbox).dirt
  for (const chapter of [budget, safety, streets]) chapter.write(scope(1), outbox)
  outbox.finish()
  for (const file of readdirSync(join(folder, 'budget')))
    if (file.startsWith('expenses-program'))
      writeFileSync(
        join(folder, `utf8-${file}`),
        new TextDecoder('windows-1251').decode(readFileSync(join(folder, 'budget', file))),
      )
  const connection = await (await DuckDBInstance.create()).connect()
  rows = async sql => (await connection.runAndReadAll(sql)).getRowObjectsJson() as never
  const csv = (name: string) =>
    `read_csv('${folder}/${name}', delim = ';', quote = '"', escape = '"', header = true, all_varchar = true)`
  await connection.run(
    `create table rows_written as select * from ${csv('spending/transactions-*.demo.csv')}`,
  )
  await connection.run(`create table payments as select *, amount_cop::bigint as kopiykas, trans_date[1:7] as month
    from rows_written qualify row_number() over (partition by id) = 1`)
  await connection.run(`create table contracts as select *, round(amount::decimal(18, 2) * 100)::bigint as kopiykas
    from ${csv('spending/contracts.demo.csv')}`)
  // Payments with the contract that they name: by its id, or else by payer, payee and number.
  await connection.run(`create table linked as
    select p.*, c.id as linked, c.documentDate, c.toDate from payments p join contracts c on p.contractId = c.id
    union all select p.*, c.id, c.documentDate, c.toDate from payments p join contracts c on p.contractId is null
      and p.payer_edrpou = c.edrpou and p.recipt_edrpou = c."contractors.identifier"
      and trim(replace(p.contractNumber, '№', '')) = c.documentNumber`)
  await connection.run(`create table schools as select * from ${csv('safety/schools.demo.csv')}`)
  await connection.run(`create table addresses as select * from read_csv('${folder}/streets/addresses.demo.csv',
    header = true, all_varchar = true)`)
  await connection.run(`create table lines as
    select REP_PERIOD[4:7] || '-' || REP_PERIOD[1:2] as month, lpad(COD_CONS_MB_PK, 7, '0') as kpk, COD_CONS_EK as kekv,
      replace(FAKT_AMT, ',', '')::bigint - coalesce(lag(replace(FAKT_AMT, ',', '')::bigint) over (
        partition by REP_PERIOD[4:7], lpad(COD_CONS_MB_PK, 7, '0'), COD_CONS_EK order by REP_PERIOD[1:2]), 0) as kopiykas
    from ${csv('utf8-expenses-program-*.demo.csv')} where FUND_TYP = 'T'`)
})
afterAll(() => rmSync(folder, {recursive: true}))

const count = async (sql: string) =>
  Number((await rows<{n: number}>(`select count(*) as n from ${sql}`))[0]!.n)

test('payments add up to every line of the budget in every month, to the kopiyka', async () => {
  expect(await count('lines where kopiykas <> 0')).toBeGreaterThan(30_000)
  expect(
    await rows(`select month, kpk, kekv, l.kopiykas as line, p.kopiykas as paid from
      (select month, kpk, kekv, kopiykas from lines where kopiykas <> 0) l full join
      (select month, kpk, kekv, sum(kopiykas) as kopiykas from payments group by all) p using (month, kpk, kekv)
      where l.kopiykas is distinct from p.kopiykas limit 5`),
  ).toEqual([])
})

test('every number of a contract that is given without its id is one contract of payer and payee', async () => {
  expect(
    await count(
      `(select 1 from contracts group by edrpou, "contractors.identifier", documentNumber having count(*) > 1)`,
    ),
  ).toBe(0)
})

test('at scale 1 there are some 250,000 payments, and both ways of writing an amount agree', async () => {
  const payments = await count('payments')
  expect(payments).toBeGreaterThan(230_000)
  expect(payments).toBeLessThan(280_000)
  expect(await count('payments where round(amount::decimal(18, 2) * 100) <> amount_cop::bigint')).toBe(0)
})

test('payments of a file are of its month, in the order of days, on weekdays', async () => {
  expect(await count('payments where isodow(trans_date::date) > 5')).toBe(0)
  expect(
    await count(
      '(select id, trans_date, lag(trans_date) over (order by id) as b from payments) where trans_date < b',
    ),
  ).toBe(0)
  expect(
    await rows(
      `select min(month) as first, max(month) as last, count(distinct month) as months from payments`,
    ),
  ).toEqual([{first: '2021-01', last: '2026-10', months: '70'}])
})

test('of pay 18 % is withheld as income tax, and 1.5 % or, from December 2024, 5 % as military levy', async () => {
  const shares = await rows<{month: string; tax: number; levy: number}>(`select month,
      sum(kopiykas) filter (payment_details like 'ПДФО%') / sum(kopiykas) as tax,
      sum(kopiykas) filter (payment_details like 'Військовий збір%') / sum(kopiykas) as levy
    from payments where kekv = '2111' group by 1 order by 1`)
  expect(shares).toHaveLength(70)
  for (const {month, tax, levy} of shares) {
    expect([month, tax]).toEqual([month, expect.closeTo(0.18, 5)])
    expect([month, levy]).toEqual([month, expect.closeTo(month < '2024-12' ? 0.015 : 0.05, 5)])
  }
})

describe('papers are numbered in the order of their dates, from 1 each January', () => {
  /** Papers of books (whose, number, day), of which one with a later day has no greater number, or a year too many. */
  const astray = (papers: string) => `(select book, day, min(number) as first,
      lag(max(number)) over (partition by book, year(day) order by day) as before
    from ${papers} group by book, day) where first <= before`
  const day = (text: string) => `strptime(${text}, '%d.%m.%Y')::date`

  test('payments, in the order in which a body makes them', async () => {
    expect(
      await count(`(select doc_number::int as number, doc_date,
          lag(doc_number::int) over w as before, lag(doc_date) over w as date_before
        from payments window w as (partition by payer_edrpou, month[1:4] order by id::bigint))
      where number <= before or doc_date < date_before`),
    ).toBe(0)
    // Hardly a number is left out.
    expect(
      await count(`(select min(doc_number::int) as first, max(doc_number::int) as last, count(*) as n
        from payments group by payer_edrpou, month[1:4]) where first > 2 or last > n * 1.15 + 2`),
    ).toBe(0)
  })

  test('invoices of each supplier', async () => {
    const invoices = `(select recipt_edrpou as book,
        regexp_extract(payment_details, '(?:накл|рах)\\. № (\\d+) від', 1)::int as number,
        ${day(`regexp_extract(payment_details, '(?:накл|рах)\\. № \\d+ від (\\S+);', 1)`)} as day
      from payments where regexp_matches(payment_details, '(накл|рах)\\. № '))`
    expect(await count(invoices)).toBeGreaterThan(80_000)
    expect(await count(astray(invoices))).toBe(0)
    expect(
      await count(`(select 1 from ${invoices} group by book, year(day), number having count(*) > 1)`),
    ).toBe(0)
  })

  test.each([
    ['orders of the mayor', 'розпорядження № (\\d+)-р/\\d+', `'mayor'`, 5_000, 800],
    ['orders on journeys', 'наказ № (\\d+)', 'payer_edrpou', 1_000, 3_000],
    ['decisions on dwellings', 'рішення комісії № (\\d+)', 'payer_edrpou', 40, 260],
  ])('%s', async (_, words, book, least, most) => {
    const orders = `(select ${book} as book, regexp_extract(payment_details, '${words} від', 1)::int as number,
        ${day(`regexp_extract(payment_details, '${words} від ([0-9.]{10})', 2)`)} as day
      from payments where regexp_matches(payment_details, '${words} від'))`
    expect(await count(orders)).toBeGreaterThan(least)
    expect(await count(astray(orders))).toBe(0)
    expect(await count(`${orders} where number > ${most}`)).toBe(0)
  })

  test('acts under each contract', async () => {
    const acts = `(select linked as book, id::bigint as id,
        regexp_extract(payment_details, 'акт № (\\d+) від', 1)::int as number,
        ${day(`regexp_extract(payment_details, 'акт № \\d+ від (\\S+);', 1)`)} as day
      from linked where payment_details like '%акт № %')`
    expect(await count(acts)).toBeGreaterThan(15_000)
    expect(
      await count(`(select number, day, lag(number) over w as before, lag(day) over w as day_before from ${acts}
        window w as (partition by book order by id)) where number <> coalesce(before, 0) + 1 or day < day_before`),
    ).toBe(0)
  })

  test('contracts of each body, in one style', async () => {
    await rows(`create or replace temp table numbered as select edrpou, signDate, id,
        regexp_replace(regexp_replace(documentNumber, '^\\d\\d-(\\d+)/Т$', 'YY-N/Т'), '^\\d+(.)\\d+$', 'N\\1' ||
          case when documentNumber like '%/20__' then 'YYYY' else 'YY' end) as style,
        regexp_extract(documentNumber, '^(?:\\d\\d-(\\d+)/Т|(\\d+)[/-])', 1) as first,
        regexp_extract(documentNumber, '^(\\d+)[/-]', 1) as second from contracts`)
    expect(
      await count(`(select edrpou from numbered group by edrpou having count(distinct style) > 1)`),
    ).toBe(0)
    expect(await count('(select distinct style from numbered)')).toBeGreaterThan(2)
    expect(
      await count(`(select row_number() over (partition by edrpou, signDate[1:4] order by signDate, id) as place,
        coalesce(nullif(first, ''), second)::int as number from numbered) where place <> number`),
    ).toBe(0)
    // The register itself is kept in the order of days.
    expect(
      await count(`(select signDate, lag(signDate) over (order by id) as before from contracts)
        where signDate < before`),
    ).toBe(0)
  })

  test('decisions of the council: one run of numbers, each its own decision', async () => {
    const decided = await rows<{day: string; number: number; programs: number}>(`
      select ${day(`regexp_extract(payment_details, 'міської ради від (\\S+) №', 1)`)}::text as day,
        regexp_extract(payment_details, 'міської ради від \\S+ № (\\d+)-VIII', 1)::int as number,
        count(distinct kpk)::int as programs
      from payments where payment_details like '%рішення міської ради%' group by all order by 1, 2`)
    expect(decided.length).toBeGreaterThan(80)
    expect(decided.map(({number}) => number)).toEqual(decided.map(({number}) => number).sort((a, b) => a - b))
    expect(decided.filter(({programs}) => programs > 1)).toEqual([])
    // The convocation began in December 2020; a session takes up to 40 decisions, a year some 350.
    for (const {day: date, number} of decided) {
      const years = Number(date.slice(0, 4)) - 2020
      expect([date, number > 280 * years && number < 55 + 460 * years]).toEqual([date, true])
    }
  })
})

describe('what has a season is done and paid in it', () => {
  test.each([
    ['Зимове утримання доріг', [11, 12, 1, 2, 3]],
    ['Нанесення дорожньої розмітки', [4, 5, 6, 7, 8, 9, 10]],
    ['Ямковий ремонт вулиць', [3, 4, 5, 6, 7, 8, 9, 10, 11]],
    ['Утримання зелених насаджень', [4, 5, 6, 7, 8, 9, 10]],
    ['Висаджування дерев і кущів', [3, 4, 10, 11]],
    ['Санітарне обрізування дерев', [11, 12, 1, 2, 3]],
    ['Поточний ремонт тротуарів', [3, 4, 5, 6, 7, 8, 9, 10, 11]],
    ['Технічне обслуговування котлів', [4, 5, 6, 7, 8, 9, 10]],
    ['Повірка лічильників', [4, 5, 6, 7, 8, 9, 10]],
    ['Послуги з організації харчування учнів', [9, 10, 11, 12, 1, 2, 3, 4, 5, 6]],
    ['Сіль технічна', [9, 10, 11]],
    ['Саджанці', [3, 4, 10, 11]],
  ])('%s', async (subject, months) => {
    const paid = `(select p.* from payments p join contracts c on c.id = p.contractId
      where c.subject like '${subject}%' and p.kopiykas > 0)`
    const paidIn = await rows<{month: number}>(
      `select distinct month[6:7]::int as month from ${paid} order by 1`,
    )
    expect(paidIn.map(({month}) => month)).toEqual([...months].sort((a, b) => a - b))
    const actedIn = await rows<{month: number}>(`select distinct
      regexp_extract(payment_details, 'акт № \\d+ від \\d\\d\\.(\\d\\d)', 1)::int as month from ${paid}
      where payment_details like '%акт № %'`)
    expect(actedIn.filter(({month}) => !months.includes(month))).toEqual([])
    // A contract ends with the season, or soon after.
    expect(
      await count(`contracts where subject like '${subject}%' and month(toDate::date) not in
        (${months.flatMap(month => [month, (month % 12) + 1])})`),
    ).toBe(0)
  })

  test('most potholes are mended in spring', async () => {
    const [first] = await rows<{month: string}>(`select month[6:7] as month from payments
      where payment_details like 'за ямковий%' group by 1 order by sum(kopiykas) desc limit 1`)
    expect(['04', '05']).toContain(first!.month)
  })

  test('nobody eats at school in July and August', async () => {
    const eaten = (kpk: string) =>
      count(`payments where kekv = '2230' and kpk = '${kpk}' and month[6:7] in ('07', '08')`)
    expect(await eaten('0611021')).toBe(0)
    expect(await eaten('0611702')).toBe(0)
    expect(await eaten('0611010')).toBeGreaterThan(100)
  })
})

describe('who buys what of whom', () => {
  test('advertising is for offices and culture, and never much', async () => {
    const advertising = `(select p.* from payments p join contracts c on c.id = p.contractId
      where c."procurementItems.cpvCode" like '7934%')`
    expect(await count(advertising)).toBeGreaterThan(100)
    expect(
      await rows(`select distinct kpk from ${advertising} where kpk[1:3] in ('061', '081') and kpk <> '0611142'
        and kpk[4:7] not in ('0160')`),
    ).toEqual([])
    const [share] = await rows<{share: number}>(`select
        sum(kopiykas) filter ("procurementItems.cpvCode" like '7934%') / sum(kopiykas) as share
      from contracts where subject in (select subject from contracts group by 1 having count(*) > 20)`)
    expect(share!.share).toBeLessThan(0.01)
  })

  test('nearly every school and kindergarten has a telephone, the internet and guards; few have a survey', async () => {
    const all = await count('schools')
    const buyers = (words: string) =>
      count(`(select distinct edrpou from contracts where regexp_matches(subject, '${words}')
        and signDate like '2024%' and edrpou in (select edrpou from schools))`)
    expect((await buyers('телефонного')) / all).toBeGreaterThan(0.85)
    expect((await buyers('інтернету')) / all).toBeGreaterThan(0.9)
    expect((await buyers('охорони приміщень')) / all).toBeGreaterThan(0.75)
    expect((await buyers('обстеження будівлі')) / all).toBeLessThan(0.2)
  })

  test('a telephone costs less than the internet, and guards most', async () => {
    const medians = await rows<{subject: string}>(`select subject from contracts
      where edrpou in (select edrpou from schools) and regexp_matches(subject, 'телефонного|інтернету|охорони приміщень')
      group by 1 order by median(kopiykas)`)
    expect(medians.map(({subject}) => subject)).toEqual([
      'Послуги телефонного зв’язку',
      'Послуги доступу до інтернету',
      'Послуги з охорони приміщень',
    ])
  })

  test('a firm does one thing, or two that are neighbours', async () => {
    const sold = `(select "contractors.identifier" as code, count(distinct "procurementItems.cpvCode"[1:2]) as divisions,
        count(distinct "procurementItems.cpvCode") as things from contracts group by 1)`
    expect(await count(sold)).toBeGreaterThan(200)
    expect(await count(`${sold} where divisions > 4 or things > 7`)).toBe(0)
    expect(await count(`${sold} where length(code) = 10 and things > 4`)).toBe(0)
    const only = (what: string, besides: string) =>
      count(`contracts where "contractors.identifier" in (select "contractors.identifier" from contracts
          where "procurementItems.cpvCode" like '${what}%')
        and not regexp_matches("procurementItems.cpvCode", '^(${besides})')`)
    // Food is sold by nobody who sells anything else, nor are telephones; guards see to alarms.
    expect(await only('15', '15')).toBe(0)
    expect(await only('64210', '64210|72410|50330')).toBe(0)
    expect(await only('79710', '79710|50410')).toBe(0)
    expect(await only('7934', '7934|7981|2245')).toBe(0)
  })

  test('shares of the market have a long tail, and some win again and again', async () => {
    const sums = await rows<{sum: number}>(`select sum(kopiykas)::double as sum from contracts
      where "contractors.name" not like 'КП %' and "procurementItems.cpvCode"[1:2] <> '09'
      group by "contractors.identifier" order by 1 desc`)
    const total = sums.reduce((run, {sum}) => run + sum, 0)
    const tenth = sums.slice(0, Math.round(sums.length / 10)).reduce((run, {sum}) => run + sum, 0)
    expect(tenth / total).toBeGreaterThan(0.45)
    expect(tenth / total).toBeLessThan(0.8)
    // A school stays with its provider from year to year.
    const [kept] = await rows<{share: number}>(`with bought as (select edrpou, signDate[1:4]::int as year,
        "contractors.identifier" as firm from contracts where subject like '%інтернету' and month(signDate::date) < 3)
      select avg((a.firm = b.firm)::int) as share from bought a join bought b
        on a.edrpou = b.edrpou and a.year = b.year - 1`)
    expect(kept!.share).toBeGreaterThan(0.9)
  })

  test('one person who trades is not paid more than one can do', async () => {
    const most = await rows<{most: number}>(`select max(paid)::double as most from
      (select sum(kopiykas) as paid from linked where length(recipt_edrpou) = 10 group by linked)`)
    expect(most[0]!.most).toBeLessThan(70_000_000)
  })
})

test('a contract is made before it is paid, and a payment with a contractId names its contract', async () => {
  const paid = 'payments p join contracts c on p.contractId = c.id'
  expect(await count(`${paid} where p.trans_date < c.documentDate`)).toBe(0)
  expect(
    await count(`${paid} where p.payer_edrpou <> c.edrpou or p.recipt_edrpou <> c."contractors.identifier"
      or trim(replace(p.contractNumber, '№', '')) <> c.documentNumber`),
  ).toBe(0)
  expect(
    await count(`payments where contractId is not null and contractId not in (select id from contracts)`),
  ).toBe(0)
})

describe('contracts', () => {
  test('are signed on working days, after a tender of ten days to six weeks or for a reason without one', async () => {
    expect(await count('contracts where isodow(signDate::date) > 5')).toBe(0)
    const tenders = `(select signDate::date - tender[4:13]::date as days, isodow(tender[4:13]::date) as weekday
      from contracts where tender is not null)`
    expect(await count(tenders)).toBeGreaterThan(3_000)
    expect(await count(`${tenders} where days not between 10 and 45 or weekday > 5`)).toBe(0)
    expect(await count('contracts where (tender is null) = (reason is null)')).toBe(0)
    // Since 19 October 2022 goods and services from 100,000 hryvnias need one, but for heat and water (resolution 1178).
    expect(
      await count(`contracts where signDate >= '2022-10-19' and kopiykas >= 20000000 and tender is null
        and "procurementItems.cpvCode"[1:2] not in ('09', '65', '45', '71')`),
    ).toBe(0)
  })

  test('most are used up, many not quite, and some were ended early', async () => {
    const [shares] = await rows<Record<'all' | 'most' | 'part' | 'over', number>>(`with used as (
        select sum(l.kopiykas) / any_value(c.kopiykas) as share from contracts c join linked l on l.linked = c.id
        where c.signDate < '2025-06-01' group by c.id)
      select avg((share = 1)::int) as "all", avg((share between 0.9 and 0.99999)::int) as most,
        avg((share < 0.8)::int) as part, count(*) filter (share > 1) as over from used`)
    expect(shares!.all).toBeGreaterThan(0.45)
    expect(shares!.all).toBeLessThan(0.7)
    expect(shares!.most).toBeGreaterThan(0.15)
    expect(shares!.part).toBeGreaterThan(0.05)
    expect(shares!.part).toBeLessThan(0.2)
  })

  test('some works go on over the end of a year, within their contract', async () => {
    expect(await count(`linked where trans_date[1:4] > documentDate[1:4]`)).toBeGreaterThan(40)
    expect(await count(`linked where trans_date > toDate and kopiykas > 0`)).toBe(0)
  })

  test('what is paid for was handed over between the contract and the payment, on a working day', async () => {
    const papers = `(select *, strptime(regexp_extract(payment_details,
        '(?:накл|акт|рах)\\. № \\S+ від (\\d\\d\\.\\d\\d\\.\\d{4})', 1), '%d.%m.%Y')::date as handed
      from linked where regexp_matches(payment_details, '(накл|акт|рах)\\. № '))`
    expect(await count(papers)).toBeGreaterThan(80_000)
    expect(
      await count(
        `${papers} where handed < documentDate::date or handed >= trans_date::date or isodow(handed) > 5`,
      ),
    ).toBe(0)
  })

  test('prices of a unit grow as prices did, tariffs are the same for all, and quantities make up the amount', async () => {
    await rows(`create temp table priced as select *, regexp_extract(specifications, '^([0-9.]+) ', 1)::double as quantity,
      regexp_extract(specifications, '× ([0-9.]+)$', 1)::double as price, signDate[1:4]::int as year
      from contracts where specifications is not null`)
    expect(await count('priced')).toBeGreaterThan(4_000)
    expect(await count('priced where abs(quantity * price - kopiykas / 100) > 1 + kopiykas / 20000')).toBe(0)
    const medians = await rows<{
      subject: string
      year: number
      price: number
      widest: number
    }>(`select subject, year,
      median(price)::double as price, max(price) / min(price) as widest from priced
      group by all having count(*) >= 5 order by 1, 2`)
    for (const [place, {subject, year, price, widest}] of medians.entries()) {
      const before = medians[place - 1]
      if (before?.subject === subject && before.year === year - 1) {
        expect([subject, year, price / before.price > 0.85]).toEqual([subject, year, true])
        expect([subject, year, price / before.price < 1.9]).toEqual([subject, year, true])
      }
      const isTariff = /теплової енергії|Водопостачання|Природний газ|відходів/.test(subject)
      expect([subject, year, widest < (isTariff ? 1.0001 : 2.6)]).toEqual([subject, year, true])
    }
    // In all six years together consumer prices grew by about three quarters.
    const [growth] = await rows<{all: number}>(`select avg(b.price / a.price) as "all" from
      (select subject, median(price) as price from priced where year = 2021 group by 1) a join
      (select subject, median(price) as price from priced where year = 2026 group by 1) b using (subject)`)
    expect(growth!.all).toBeGreaterThan(1.6)
    expect(growth!.all).toBeLessThan(2.1)
  })

  test('nothing of the war was bought before it could be', async () => {
    const first = async (words: string) =>
      (
        await rows<{day: string}>(`select min(signDate) as day from contracts
        where regexp_matches(subject, '${words}')`)
      )[0]!.day
    const shelters = await first('укриття|захисної споруди|Захисні бетонні|добровольчого')
    expect(shelters >= '2022-03-01' && shelters < '2023-01-01').toBe(true)
    const generators = await first('[Гг]енератор')
    expect(generators >= '2022-10-10' && generators < '2023-03-01').toBe(true)
    expect(
      await count(`lines where kpk in ('0218240', '0813230') and month < '2022-04' and kopiykas <> 0`),
    ).toBe(0)
  })

  test('firms are where houses of the city stand, and persons who trade are not at home', async () => {
    expect(
      await count(`contracts where length("contractors.identifier") = 10
      and "contractors.address" <> 'м. Приклад'`),
    ).toBe(0)
    const firms = `(select distinct "contractors.address"[13:] as address from contracts
      where "contractors.address" <> 'м. Приклад')`
    expect(await count(firms)).toBeGreaterThan(60)
    expect(
      await count(`${firms} where address not in (select regexp_replace(trim(addressThoroughfare), ' +', ' ')
      || ', ' || translate(addressLocatorDesignator, 'ABEKM', 'АВЕКМ') from addresses)`),
    ).toBe(0)
  })
})

test('schools and kindergartens that pay are those of the register', async () => {
  expect(
    await rows(`select distinct payer_edrpou, payer_name from payments where kpk in ('0611010', '0611021')
      and not exists (from schools s where s.edrpou = payer_edrpou
        and replace(replace(trim(s.name), '«', '"'), '»', '"') = payer_name)`),
  ).toEqual([])
})

test('nobody is billed for heat from June to September', async () => {
  expect(await count(`payments where kekv = '2271' and month[6:7] in ('02', '12')`)).toBeGreaterThan(500)
  expect(await count(`payments where kekv = '2271' and month[6:7] between '06' and '09'`)).toBe(0)
})

test('a programme’s subsidies of a year go by one decision, taken before them', async () => {
  const decided = `(select kpk, month[1:4] as year, trans_date,
      regexp_extract(payment_details, 'рішення міської ради від (\\S+) № (\\S+);', ['day', 'number']) as decision
    from payments where payment_details like '%рішення міської ради%')`
  expect(await count(decided)).toBeGreaterThan(2_000)
  expect(
    await count(`(select 1 from ${decided} group by kpk, year having count(distinct decision) > 1)`),
  ).toBe(0)
  expect(
    await count(`${decided} where strptime(decision.day, '%d.%m.%Y')::date >= trans_date::date
      or isodow(strptime(decision.day, '%d.%m.%Y')) > 5`),
  ).toBe(0)
})

test('the treasury writes one apostrophe, the system of contracts the other', async () => {
  expect(await count(`payments where payment_details || payer_name || recipt_name like '%’%'`)).toBe(0)
  expect(await count(`payments where recipt_name like '%''%'`)).toBeGreaterThan(10)
  expect(
    await count(`contracts where subject || "contractors.name" || "procurementItems.nameUa" like '%''%'`),
  ).toBe(0)
})

describe('nobody is real', () => {
  const weights = [-1, 5, 7, 9, 4, 6, 10, 5, 7]

  test('codes of bodies begin with 99 and have the right check digit', async () => {
    const codes = await rows<{code: string}>(`select distinct payer_edrpou as code from payments
      union select distinct recipt_edrpou from payments where length(recipt_edrpou) = 8
      union select distinct "contractors.identifier" from contracts where length("contractors.identifier") = 8`)
    expect(codes.length).toBeGreaterThan(150)
    for (const {code} of codes) {
      expect(code).toMatch(/^99\d{6}$/)
      const rest = (first: number) =>
        [...code.slice(0, 7)].reduce((sum, digit, at) => sum + (first + at) * Number(digit), 0) % 11
      expect([code, Number(code[7])]).toEqual([code, rest(1) < 10 ? rest(1) : rest(3) % 10])
    }
  })

  test('codes of persons have the right check digit and a birth date that has not come', async () => {
    const codes = await rows<{code: string}>(
      `select distinct recipt_edrpou as code from payments where length(recipt_edrpou) = 10`,
    )
    expect(codes.length).toBeGreaterThan(5_000)
    for (const {code} of codes) {
      const sum = weights.reduce((run, weight, at) => run + weight * Number(code[at]), 0)
      expect([code, Number(code[9])]).toEqual([code, (((sum % 11) + 11) % 11) % 10])
      expect(Number(code.slice(0, 5))).toBeGreaterThanOrEqual(60_000)
    }
  })

  test('accounts are in the bank 999999 and true to the standard, those of persons are masked', async () => {
    const accounts = await rows<{account: string}>(`select distinct payer_account as account from payments
      union select distinct recipt_account from payments where recipt_account not like '%*%'`)
    for (const {account} of accounts) {
      expect(account).toMatch(/^UA\d\d999999\d{19}$/)
      expect(BigInt(`${account.slice(4)}3010${account.slice(2, 4)}`) % 97n).toBe(1n)
    }
    expect(await count(`payments where recipt_account like '%*%' and length(recipt_edrpou) = 8`)).toBe(0)
    expect(await count(`payments where recipt_account not like '%*%' and recipt_edrpou is null`)).toBe(0)
  })

  test('nothing that names a person is public', () => {
    const closed = (columns: Record<string, {privacy: string}>) =>
      Object.entries(columns)
        .filter(([, {privacy}]) => privacy !== 'public')
        .map(([name]) => name)
    expect(closed(spendingDataset.columns)).toEqual(['payment_details', 'payer_account', 'payee_account'])
    expect(closed(contractsDataset.columns)).toEqual(['contractor_address'])
    // Codes and names stay where they are those of legal entities.
    expect(spendingDataset.entities).toEqual([{code: 'payee_code', name: 'payee_name'}])
    expect(contractsDataset.entities).toEqual([{code: 'contractor_code', name: 'contractor_name'}])
  })
})

describe('what is hidden', () => {
  test('nineteen contracts with one firm, each just below a hundred thousand', async () => {
    const split = await rows<{name: string; n: number; low: number; high: number; things: number}>(`
      select "contractors.name" as name, count(*)::int as n, min(kopiykas)::int as low, max(kopiykas)::int as high,
        count(distinct regexp_replace(subject, '\\d+', ''))::int as things
      from contracts where documentDate like '2025%' and tender is null and kopiykas between 9500000 and 9999999
        and edrpou = (select any_value(payer_edrpou) from payments where kpk = '1216030')
      group by all order by n desc limit 1`)
    expect(split).toEqual([
      {
        name: 'ТОВ "Тамариск-Сервіс-Приклад"',
        n: 19,
        low: expect.any(Number),
        high: expect.any(Number),
        things: 1,
      },
    ])
    expect(split[0]!.low).toBeGreaterThanOrEqual(9_640_000)
    // They are all this firm has ever had of the city.
    expect(await count(`contracts where "contractors.name" = '${split[0]!.name}'`)).toBe(19)
  })

  test('a new firm gets most of the programme for computers', async () => {
    const [first] = await rows<{code: string; share: number}>(`select recipt_edrpou as code,
        sum(kopiykas) / sum(sum(kopiykas)) over () as share
      from payments where kpk = '0217520' and month like '2025%' group by 1 order by 2 desc`)
    expect(first!.share).toBeGreaterThan(0.5)
    expect(
      await rows(`select max(recipt_edrpou) as code, min(month) filter (recipt_edrpou = '${first!.code}') as month
      from payments where length(recipt_edrpou) = 8`),
    ).toEqual([{code: first!.code, month: '2025-04'}])
  })

  test('one contract was paid more than it is worth, and only one', async () => {
    const over = await rows<{subject: string; kpk: string; kekv: string; part: number}>(`
      select any_value(c.subject) as subject, min(l.kpk) as kpk, min(l.kekv) as kekv,
        sum(l.kopiykas) / any_value(c.kopiykas) as part
      from linked l join contracts c on l.linked = c.id group by c.id having sum(l.kopiykas) > any_value(c.kopiykas)`)
    expect(over).toEqual([
      {
        subject: expect.stringContaining('емонт'),
        kpk: '1511300',
        kekv: '3132',
        part: expect.closeTo(1.127, 2),
      },
    ])
  })

  test('in the cold weeks the institutions of Stepovyi, and no others, paid thrice for electricity', async () => {
    const bills = await rows<{district: string; ratio: number}>(`select any_value(s.CATUTTC) as district,
        sum(kopiykas) filter (month = '2026-02') / sum(kopiykas) filter (month = '2025-02') as ratio
      from payments p join schools s on p.payer_edrpou = s.edrpou
      where kekv = '2273' and kpk in ('0611010', '0611021') group by payer_edrpou`)
    expect(bills).toHaveLength(await count('schools'))
    const stepovyi = districts[districtIndex.stepovyi]!.katottg
    expect(bills.filter(({district}) => district === stepovyi).length).toBeGreaterThan(10)
    for (const {district, ratio} of bills)
      if (district === stepovyi) expect(ratio).toBeGreaterThan(3)
      else expect(ratio).toBeLessThan(1.8)
  })

  test('the subvention in transit is one payment a tranche', async () => {
    expect(
      await rows(`select recipt_name as name, count(*)::int as n from payments
        where kpk = '3719770' and kekv = '2620' and month like '2025%' group by 1`),
    ).toEqual([{name: 'Обласний бюджет Прикладної області', n: 4}])
  })
})

describe('what is wrong with the files', () => {
  const said = (fault: string) => dirt.find(one => one.fault.en === fault)!.count

  test.each([
    ['a payment is repeated', '(select id from rows_written group by id having count(*) = 2)'],
    [
      'the payee’s name is in capitals',
      `payments where recipt_name = upper(recipt_name) and kekv not in ('2111')`,
    ],
    [
      'no contractId, although the contract’s number is given',
      'payments where contractId is null and contractNumber is not null',
    ],
    ['the contract’s number is written with № and blanks', `payments where contractNumber like '№%'`],
    ['no code of a payee who is a person', 'payments where recipt_edrpou is null'],
    [
      'a taxpayer’s number in the details',
      `payments where regexp_matches(payment_details, 'РНОКПП \\d{10}')`,
    ],
    ['a phone number in the details', `payments where regexp_matches(payment_details, '\\+38000\\d{7}')`],
    ['a person’s account in the details', `payments where regexp_matches(payment_details, 'UA\\d{27}')`],
  ])('%s: as often as is said', async (fault, where) => {
    expect(await count(where)).toBe(said(fault))
    expect(said(fault)).toBeGreaterThan(10)
  })
})

describe('scale', () => {
  const sums = (scale: number) => {
    const files = readBack(spending, {scale, ground: () => ground})
    const payments = files.rows(/transactions-2024-0[1-3]/)
    const total = new Map<string, number>()
    for (const {kpk, kekv, trans_date, amount_cop} of new Map(payments.map(row => [row.id!, row])).values()) {
      const key = `${trans_date!.slice(0, 7)} ${kpk} ${kekv}`
      total.set(key, (total.get(key) ?? 0) + Number(amount_cop))
    }
    return {payments: payments.length, total, contracts: files.rows(/contracts/).length}
  }

  test('splits payments and leaves sums', () => {
    const [few, more] = [sums(0.05), sums(1)]
    expect(more.payments / few.payments).toBeGreaterThan(3)
    expect([...more.total].sort()).toEqual([...few.total].sort())
  })
})
