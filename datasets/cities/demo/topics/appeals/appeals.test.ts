import {createHash} from 'node:crypto'
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DuckDBInstance} from '@duckdb/node-api'
import {afterAll, describe, expect, test} from 'vitest'
import type {Dirt, Scope} from '../../chapter.ts'
import {makeScope} from '../../scope.ts'
import {taxCheckDigit} from '../../tools/language/contacts.ts'
import {isoDate} from '../../tools/time/days.ts'
import {Outbox} from '../../tools/write/outbox.ts'
import {districts} from '../../world/districts.ts'
import {appeals} from './appeals.chapter.ts'
import {executors} from './executors.ts'
import {problems} from './problems.ts'
import {hourWeight, weekdayFactor} from './rhythm.ts'
import {smallTown} from './town.fixture.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, {recursive: true})
})

/** The chapter's files for a small town, and what it says of them. */
function write(today: string, scale: number): {folder: string; scope: Scope; dirt: Dirt[]} {
  const folder = mkdtempSync(join(tmpdir(), 'appeals-'))
  folders.push(folder)
  const town = smallTown()
  const scope = {...makeScope({seed: 1, scale, today}), ground: () => town}
  const outbox = new Outbox(folder)
  const {dirt} = appeals.write(scope, outbox)
  outbox.finish()
  return {folder, scope, dirt}
}

const scale = 0.15
const today = '2026-11-21'
const {folder, scope, dirt} = write(today, scale)
const {events} = scope

const instance = await DuckDBInstance.create()
const duck = await instance.connect()
afterAll(() => {
  duck.closeSync()
  instance.closeSync()
})
// Read as a stranger would: texts, lines that do not fit left out, blanks trimmed, both letters T taken for one.
await duck.run(`create table raw as select *, row_number() over () as line from read_csv('${folder}/appeals/*.csv', delim = ';', header = true,
  all_varchar = true, quote = '"', escape = '"', ignore_errors = true, filename = true)`)
await duck.run(`create table appeals as select * replace (trim(organizationName) as organizationName),
  replace(receivedDateTime, 'Т', 'T')::timestamp as received, closedDateTime::timestamp as closed,
  dueDateTime::timestamp as due, reopenedDateTime::timestamp as reopened from raw
  qualify row_number() over (partition by uid order by line desc) = 1`)

async function rows<T extends Record<string, unknown>>(sql: string): Promise<T[]> {
  return (await duck.runAndReadAll(sql)).getRowObjectsJson() as T[]
}
/** The one number that a query gives. */
async function number(sql: string): Promise<number> {
  return Number(Object.values((await rows(sql))[0]!)[0])
}
const quoted = (names: string[]) => names.map(name => `'${name}'`).join(', ')
const day = (value: number) => `date '${isoDate(value)}'`

const lines = readdirSync(`${folder}/appeals`)
  .sort()
  .flatMap(file => readFileSync(`${folder}/appeals/${file}`, 'utf8').slice(1).split('\n').slice(1))

describe('the files', () => {
  test('are one a year, marked as UTF-8 and as generated, with the headers of the annex first', () => {
    expect(readdirSync(`${folder}/appeals`).sort()).toEqual(
      [2021, 2022, 2023, 2024, 2025, 2026].map(year => `appeals-${year}.demo.csv`),
    )
    const head = readFileSync(`${folder}/appeals/appeals-2021.demo.csv`, 'utf8').split('\n')[0]!
    expect(head.slice(0, 45)).toBe('\ufeffuid;receivedDateTime;type;kind;subKind;conte')
  })

  test('are in the order of receipt, and hold their own year', async () => {
    expect(
      await number(`select count(*) from (select replace(receivedDateTime, 'Т', 'T') as moment, filename,
        lag(replace(receivedDateTime, 'Т', 'T')) over (partition by filename order by line) as before from raw)
        where before > moment or not contains(filename, 'appeals-' || moment[:4] || '.')`),
    ).toBe(0)
  })

  test('hold about 350,000 appeals in six years at scale 1', () => {
    const perScale = lines.length / scale
    expect(perScale).toBeGreaterThan(320_000)
    expect(perScale).toBeLessThan(390_000)
  })

  test('are the same bytes every time, and a later day changes nothing of years that are over', () => {
    const hash = (of: string, year: number) =>
      createHash('sha256')
        .update(readFileSync(`${of}/appeals/appeals-${year}.demo.csv`))
        .digest('hex')
    const again = write(today, 0.02).folder
    const once = write(today, 0.02).folder
    const tomorrow = write('2026-11-22', 0.02).folder
    for (const year of [2021, 2022, 2023, 2024, 2025, 2026]) expect(hash(again, year)).toBe(hash(once, year))
    for (const year of [2021, 2022]) expect(hash(tomorrow, year)).toBe(hash(once, year))
  })
})

describe('the flow', () => {
  test('every problem has its share', async () => {
    const total = problems.reduce((sum, {share}) => sum + share, 0)
    // Days of events are left out: they add appeals of their own.
    const counted = await rows<{
      subKind: string
      count: string
      all: string
    }>(`select subKind, count(*) as count,
      sum(count(*)) over () as all from appeals where received < ${day(events.heatingFailure.from)} group by 1`)
    const shareOf = new Map(counted.map(({subKind, count, all}) => [subKind, Number(count) / Number(all)]))
    for (const {name, share, id} of problems)
      if (!['lift-stopped', 'dump'].includes(id))
        expect(Math.abs(shareOf.get(name)! / (share / total) - 1), name).toBeLessThan(0.2)
  })

  test('weekdays are as configured', async () => {
    const names = problems
      .filter(({week, cluster, basis}) => week === 'service' && !cluster && basis === 'service')
      .map(({name}) => name)
    const counted = await rows<{weekday: number; share: number}>(`select isodow(received)::int as weekday,
      count(*) / sum(count(*)) over () as share from appeals where subKind in (${quoted(names)}) and subKind <> 'Стихійне звалище' group by 1 order by 1`)
    for (const {weekday, share} of counted)
      expect(Math.abs(share * 7 - weekdayFactor.service[weekday - 1]!), `weekday ${weekday}`).toBeLessThan(
        0.09,
      )
  })

  test('calls come in two waves a day, as configured', async () => {
    const names = problems.filter(({cluster, id}) => !cluster && id !== 'noise').map(({name}) => name)
    const counted = await rows<{hour: number; share: number}>(`select hour(received)::int as hour,
      count(*) / sum(count(*)) over () as share from appeals where accrualMethod = 'телефон'
      and subKind in (${quoted(names)}) group by 1 order by 1`)
    const sum = hourWeight.phone.reduce((total, weight) => total + weight, 0)
    for (const {hour, share} of counted)
      expect(Math.abs(share - hourWeight.phone[hour]! / sum), `hour ${hour}`).toBeLessThan(0.006)
  })

  test('grass grows in summer, radiators are cold in winter, and ice is where frost is', async () => {
    const inMonths = (subKind: string, months: number[]) =>
      number(
        `select avg((month(received) in (${months.join(', ')}))::int) from appeals where subKind = '${subKind}'`,
      )
    expect(await inMonths('Покіс трави, амброзія', [5, 6, 7, 8, 9])).toBeGreaterThan(0.8)
    expect(await inMonths('Слабке опалення', [10, 11, 12, 1, 2, 3])).toBeGreaterThan(0.95)
    expect(await inMonths('Сніг та ожеледь', [11, 12, 1, 2, 3])).toBeGreaterThan(0.9)
    expect(await inMonths('Яма на дорозі', [2, 3, 4, 5])).toBeGreaterThan(0.5)
    expect(await inMonths('Пляжі', [6, 7, 8])).toBeGreaterThan(0.75)
  })

  test('lifts are reported where there are lifts, heating where it is the city that heats', async () => {
    const homes = (kind: string) =>
      rows<{house: string; street: string}>(`select distinct addressLocatorDesignator as house,
        addressThoroughfare as street from appeals where kind = '${kind}'`)
    const town = smallTown()
    const at = new Map(
      town.buildings.flatMap(building => {
        const {name, former} = town.streets[building.street]!
        return [name, former].flatMap(text =>
          text ? [[`${text.uk} ${building.house}`, building] as const] : [],
        )
      }),
    )
    for (const {house, street} of await homes('Ліфти'))
      expect(at.get(`${street} ${house}`)!.storeys).toBeGreaterThan(7)
    for (const {house, street} of await homes('Опалення'))
      expect(['slab5', 'slab9', 'tower', 'tenement']).toContain(at.get(`${street} ${house}`)!.kind)
  })
})

describe('the course', () => {
  test('medians of executors are those of their table', async () => {
    const medians = await rows<{
      name: string
      pace: 'emergency' | 'ordinary' | 'statutory'
      count: string
      hours: number
    }>(
      `select organizationName as name, case when legalBasis = 'звернення' then 'statutory'
        when dueTerm = 'PT24H' then 'emergency' else 'ordinary' end as pace, count(*) as count,
        median(date_diff('minute', received, closed) / 60) as hours
      from appeals where legalBasis <> 'консультація' and sign in ('2.1', '2.2') and reopened is null
        and received < ${day(events.heatingFailure.from)} group by 1, 2 having count(*) > 400`,
    )
    expect(medians.length).toBeGreaterThan(20)
    for (const {name, pace, hours} of medians) {
      const {medianHours} = Object.values(executors).find(executor => executor.name === name)!
      expect(Math.abs(hours / medianHours[pace] - 1), `${name}, ${pace}: ${hours}`).toBeLessThan(0.2)
    }
  })

  test('terms follow the rule, reckoned here with the calendar of the platform', async () => {
    const sample = await rows<{received: string; due: string; term: string; extended: string | null}>(
      `select received, due, dueTerm as term, extendedTo as extended from appeals where dueTerm is not null using sample 4000 rows (reservoir, 7)`,
    )
    const kyiv = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Kyiv',
      dateStyle: 'short',
      timeStyle: 'medium',
    })
    const local = (instant: Date) => kyiv.format(instant).slice(0, 16)
    /** The instant at which Kyiv's clocks show it: of the two offsets there are, the one that comes back. */
    const instantOf = (text: string) =>
      [3, 2]
        .map(hours => new Date(Date.parse(`${text.slice(0, 16).replace(' ', 'T')}Z`) - hours * 3_600_000))
        .find(instant => local(instant) === text.slice(0, 16).replace('T', ' '))!
    const dayAfter = (text: string, days: number) =>
      new Date(Date.parse(text.slice(0, 10)) + days * 86_400_000).toISOString().slice(0, 10)
    for (const {received, due, term, extended} of sample) {
      const hours = /^PT(\d+)H$/.exec(term)?.[1]
      const [year, month, date] = received.slice(0, 10).split('-').map(Number) as [number, number, number]
      const lastOfNext = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
      const expected = hours
        ? local(new Date(instantOf(received).getTime() + Number(hours) * 3_600_000))
        : extended
          ? `${dayAfter(received, 45)} 23:59`
          : term === 'P15D'
            ? `${dayAfter(received, 15)} 23:59`
            : `${new Date(Date.UTC(year, month, Math.min(date, lastOfNext))).toISOString().slice(0, 10)} 23:59`
      expect(due.slice(0, 16), `${received} ${term}`).toBe(expected)
    }
    expect(sample.filter(({extended}) => extended).length).toBeGreaterThan(10)
  })

  test('nothing has happened after the last day, but for what is counted as dirt', async () => {
    for (const column of [
      'received',
      'reopened',
      'registeredDateTime::timestamp',
      'firstResponseDateTime::timestamp',
    ])
      expect(await number(`select count(*) from appeals where ${column} >= date '${today}'`), column).toBe(0)
  })

  test('moments come in their order', async () => {
    const faults = dirt.find(({fault}) => fault.en.startsWith('closed before'))!.count
    expect(await number(`select count(*) from appeals where closed < received`)).toBe(faults)
    expect(
      await number(`select count(*) from appeals where registeredDateTime::timestamp < received
        or reopened < received or (closed is not null and firstResponseDateTime::timestamp > closed and closed > received)`),
    ).toBe(0)
  })

  test('of the newest many are open, of the old few, and some were forgotten', async () => {
    const open = (where: string) => number(`select avg((closed is null)::int) from appeals where ${where}`)
    expect(await open(`received >= date '${today}' - 7`)).toBeGreaterThan(0.15)
    expect(await open(`received < date '${today}' - 365`)).toBeLessThan(0.012)
    expect(
      await number(`select count(*) from appeals where closed is null and received < date '${today}' - 365`),
    ).toBeGreaterThan(50)
  })

  test('a status says what the moments say', async () => {
    const openStatuses = [
      'Заявку прийнято',
      'Передано виконавцю',
      'В роботі',
      'На довготривалому контролі',
      'Повторно в роботі',
    ]
    expect(
      await number(
        `select count(*) from appeals where (closed is null) <> (status in (${quoted(openStatuses)}))`,
      ),
    ).toBe(0)
    expect(
      await number(`select count(*) from appeals where (status = 'Дублікат') <> (duplicateOf is not null)`),
    ).toBe(0)
    expect(
      await number(`select count(*) from appeals where (legalBasis = 'консультація') <> (dueTerm is null)`),
    ).toBe(0)
  })

  test('a duplicate names an appeal received before it', async () => {
    expect(
      await number(`select count(*) from appeals d left join raw f on f.uid = d.duplicateOf
        where d.duplicateOf is not null and (f.uid is null or replace(f.receivedDateTime, 'Т', 'T')::timestamp > d.received)`),
    ).toBeLessThanOrEqual(lineFaults())
  })
})

/** Lines that do not fit the header: a duplicate may point to one of them. */
function lineFaults(): number {
  return dirt
    .filter(({fault}) => /cell/.test(fault.en) && /many|missing/.test(fault.en))
    .reduce((sum, {count}) => sum + count, 0)
}

describe('the planted truths', () => {
  test('heating-failure: Stepovyi stands out eightfold', async () => {
    const {from, to} = events.heatingFailure
    const perDay = (district: string, when: string) =>
      number(`select count(*) / count(distinct received::date) from appeals where subKind = 'Немає опалення'
        and addressAdminUnitL5 ${district} and received between ${day(from - 40)} and ${day(to + 40)} and ${when}`)
    const during = `received >= ${day(from)} and received < ${day(to)}`
    const otherwise = `(received < ${day(from)} or received >= ${day(to)})`
    const growth = async (district: string) =>
      (await perDay(district, during)) / (await perDay(district, otherwise))
    const ratio =
      (await growth(`= '${districts[2]!.name.uk}'`)) / (await growth(`<> '${districts[2]!.name.uk}'`))
    expect(ratio).toBeGreaterThan(5)
    expect(ratio).toBeLessThan(12)
  })

  test('slow-department: one takes several times as long as any other but the one of the tariffs', async () => {
    const medians = await rows<{name: string; days: number}>(`select organizationName as name,
      median(date_diff('hour', received, closed)) / 24 as days from appeals
      where legalBasis = 'звернення' and closed is not null group by 1 order by 2 desc`)
    expect(medians[0]!.name).toBe('Управління містобудування та архітектури')
    expect(medians[0]!.days).toBeGreaterThan(65)
    expect(medians[1]!.name).toBe('Департамент економіки та тарифів')
    expect(medians[2]!.days).toBeLessThan(25)
  })

  test('reopened: one has a quarter of its cases opened again', async () => {
    const shares = await rows<{name: string; share: number}>(`select organizationName as name,
      avg((reopened is not null)::int) as share from appeals where closed is not null and sign <> '2.3' group by 1 order by 2 desc`)
    expect(shares[0]!.name).toBe('КП «Прикладжитло»')
    expect(shares[0]!.share).toBeGreaterThan(0.19)
    expect(shares[1]!.share).toBeLessThan(0.09)
  })

  test('messenger: calls give way to it', async () => {
    const share = (method: string, year: number) =>
      number(`select avg((accrualMethod = '${method}')::int) from appeals where year(received) = ${year}`)
    expect(await share('телефон', 2021)).toBeGreaterThan(0.75)
    expect(await share('телефон', 2026)).toBeLessThan(0.5)
    expect(await share('месенджер', 2026)).toBeGreaterThan(0.17)
    const first = await rows<{first: string}>(
      `select min(received)::date as first from appeals where accrualMethod = 'месенджер'`,
    )
    expect(first[0]!.first >= isoDate(events.messengerOpened)).toBe(true)
    expect(first[0]!.first <= isoDate(events.messengerOpened + 14)).toBe(true)
  })

  test('burst-main: the most repeated appeal of all', async () => {
    const [most, second] = await rows<{
      uid: string
      count: string
    }>(`select duplicateOf as uid, count(*) as count from appeals
      where duplicateOf is not null group by 1 order by 2 desc limit 2`)
    expect(Number(most!.count)).toBeGreaterThan(1.3 * Number(second!.count))
    const [first] = await rows<{received: string; streets: string; kinds: string}>(`select
      min(received) filter (uid = '${most!.uid}') as received, count(distinct addressThoroughfare) as streets,
      string_agg(distinct subKind, ', ' order by subKind) as kinds
      from appeals where uid = '${most!.uid}' or duplicateOf = '${most!.uid}'`)
    expect(first!.received.slice(0, 16)).toBe(`${isoDate(events.pipeBurst.day)} 07:41`)
    // A renamed street has two names.
    expect(Number(first!.streets)).toBeLessThan(3)
    expect(first!.kinds).toBe('Немає холодної води, Порив водопроводу')
  })

  test('duplicates: every tenth, and of burst pipes almost every second', async () => {
    const share = (where: string) =>
      number(`select avg((status = 'Дублікат')::int) from appeals where ${where}`)
    expect(Math.abs((await share('true')) - 0.1)).toBeLessThan(0.02)
    expect(Math.abs((await share(`subKind = 'Порив водопроводу'`)) - 0.45)).toBeLessThan(0.07)
  })

  test('formal-replies: on the very day, in nearly the same words', async () => {
    const [bill] = await rows<{share: number; explained: number; texts: string}>(`select
      avg((closed::date = due::date)::int) as share, avg((status = 'Роз’яснено')::int) as explained,
      count(distinct result) as texts from appeals
      where organizationName = 'Департамент економіки та тарифів' and closed is not null and reopened is null`)
    expect(bill!.share).toBeGreaterThan(0.99)
    expect(bill!.explained).toBeGreaterThan(0.99)
    expect(Number(bill!.texts)).toBeLessThan(6)
    expect(
      await number(`select avg((closed::date = due::date)::int) from appeals where legalBasis = 'звернення'
        and organizationName <> 'Департамент економіки та тарифів' and closed is not null`),
    ).toBeLessThan(0.2)
  })

  test('weekend-rubbish: one place, on Saturdays and Sundays', async () => {
    const [most, second] = await rows<{place: string; count: string; weekend: number}>(`select
      addressLocatorDesignator as place, count(*) as count, avg((isodow(received) > 5)::int) as weekend
      from appeals where subKind = 'Стихійне звалище' group by 1, coalesce(nullif(addressThoroughfare, 'вул. Ударників'), 'вул. Причальна')
      order by 2 desc limit 2`)
    expect(most!.place).toBe('31')
    expect(most!.weekend).toBeGreaterThan(0.95)
    expect(second!.weekend).toBeLessThan(0.5)
    expect(Number(most!.count)).toBeGreaterThan(5 * Number(second!.count))
  })

  test('broken-lift: one building in one year', async () => {
    const [most, second] = await rows<{
      year: number
      count: string
    }>(`select addressThoroughfare, addressLocatorDesignator,
      year(received)::int as year, count(*) as count from appeals where kind = 'Ліфти' group by 1, 2, 3 order by 4 desc limit 2`)
    expect(most!.year).toBe(2025)
    expect(Number(most!.count)).toBeGreaterThanOrEqual(58)
    expect(Number(second!.count)).toBeLessThan(45)
  })

  test('storm and steppe-smoke: days that stand out', async () => {
    const perDay = (subKind: string, from: number, to: number) =>
      number(
        `select count(*) / ${to - from} from appeals where subKind = '${subKind}' and received >= ${day(from)} and received < ${day(to)}`,
      )
    const growth = async (subKind: string, from: number, to: number) =>
      (await perDay(subKind, from, to)) / (await perDay(subKind, scope.firstDay, scope.today))
    const {storm, cloudburst, springFlood, steppeFire} = events
    expect(await growth('Аварійне дерево', storm.day, storm.day + 1)).toBeGreaterThan(20)
    expect(await growth('Зливова каналізація', cloudburst.day, cloudburst.day + 1)).toBeGreaterThan(40)
    expect(await growth('Зливова каналізація', springFlood.from, springFlood.to)).toBeGreaterThan(3)
    expect(await growth('Дим і запахи', steppeFire.from, steppeFire.to)).toBeGreaterThan(12)
  })

  test('old-names: fewer from year to year', async () => {
    const share = (from: number, to: number) =>
      number(`select avg((addressThoroughfare in ('вул. Жовтнева', 'вул. 50-річчя Жовтня', 'вул. Ударників'))::int) from appeals
        where addressThoroughfare in ('вул. Жовтнева', 'вул. Козача', 'вул. 50-річчя Жовтня', 'вул. Вербова', 'вул. Ударників', 'вул. Причальна')
        and received >= ${day(from)} and received < ${day(to)}`)
    const {renamedOn} = events
    expect(await share(scope.firstDay, renamedOn)).toBe(1)
    const [early, late] = [await share(renamedOn, renamedOn + 120), await share(renamedOn + 900, scope.today)]
    expect(early).toBeGreaterThan(0.13)
    expect(late).toBeLessThan(0.1)
    expect(late).toBeGreaterThan(0.03)
  })
})

describe('the dirt', () => {
  const count = (fault: string) => {
    const found = dirt.filter(({fault: {en}}) => en.startsWith(fault))
    expect(found.length, fault).toBe(1)
    return found[0]!.count
  }
  const words = quoted([...new Set(problems.map(({kind}) => kind))])
  const districtWords = quoted(
    districts.flatMap(({name, former}) => [name.uk, ...(former ? [former.uk] : [])]),
  )
  const renamed = `${day(events.renamedOn)}`

  test.each([
    ['closed before it', `closed < received`],
    ['closed after the day', `closed >= date '${today}'`],
    ['no district', `addressAdminUnitL5 = 'null'`],
    ['the district in other words', `addressAdminUnitL5 not in (${districtWords}, 'null')`],
    ["the district's former name", `addressAdminUnitL5 ilike 'гвардійський%' and received >= ${renamed}`],
    [
      "the street's former name",
      `addressThoroughfare in ('вул. Жовтнева', 'вул. 50-річчя Жовтня', 'вул. Ударників') and received >= ${renamed}`,
    ],
    ['latitude and longitude swapped', `try_cast(lat as double) between 31 and 32`],
    ['coordinates outside', `lat = '0' or try_cast(lat as double) between 46.5 and 47.5`],
    ['no coordinates', `lat = 'null' and lon = 'null'`],
    ['a Cyrillic', `contains(receivedDateTime, 'Т')`],
    ['a line break', `contains(content, chr(10))`],
    ['the topic in other words', `kind not in (${words})`],
    ['a phone', `regexp_matches(content, '(\\+380 ?00|\\(000\\)|(^|[^0-9])000)[ 0-9-]{7,12}')`],
    ['an e-mail', `contains(content, '@')`],
    ['a surname after «гр.» in the text', `regexp_matches(content, '(^|[ \\n])гр\\. ')`],
    [
      'a given name and patronymic',
      `regexp_matches(content, '[А-ЯІЇЄ][а-яіїєґ]+ [А-ЯІЇЄ][а-яіїє]+(ович|ович|івна|ївна)')`,
    ],
    ['a tax number', `regexp_matches(content, '(РНОКПП|код) [0-9]{10}')`],
    ['an IBAN', `regexp_matches(content, 'UA[0-9]{27}')`],
    ['a passport', `regexp_matches(content, '[А-Я]{2} 000000')`],
    ['a car plate', `regexp_matches(content, '[АВЕІКМНОРСТХ]{2} 0000 [АВЕІКМНОРСТХ]{2}')`],
    ['a flat number in the text', `regexp_matches(content, 'кв\\. ?[0-9]', 'i')`],
    ['a surname after «гр.» in the answer', `regexp_matches(result, 'гр\\. ')`],
    ['a flat number in the answer', `regexp_matches(result, 'кв\\. ')`],
  ])('%s', async (fault, where) => {
    // Lines that are cut or have a cell too many are read by nobody: their cells may be missing from the count.
    const found =
      await number(`select count(*) from (select *, replace(receivedDateTime, 'Т', 'T')::timestamp as received,
      closedDateTime::timestamp as closed from raw qualify row_number() over (partition by uid order by line desc) = 1) where ${where}`)
    expect(found).toBeLessThanOrEqual(count(fault))
    expect(found).toBeGreaterThanOrEqual(count(fault) - lineFaults())
    expect(count(fault)).toBeGreaterThan(0)
  })

  test('blanks, numbers that stand twice, lines that do not fit', async () => {
    expect(await number(`select count(*) from raw where organizationName like '%  '`)).toBe(count('blanks'))
    expect(await number(`select count(*) - count(distinct uid) from raw`)).toBe(
      count('a number stands twice'),
    )
    // Cells are counted by hand, with the marks that enclose line breaks taken away.
    const text = readdirSync(`${folder}/appeals`)
      .map(file => readFileSync(`${folder}/appeals/${file}`, 'utf8'))
      .join('')
    const cells = text
      .replaceAll(/"[^"]*"/g, '')
      .trimEnd()
      .split('\n')
      .map(line => line.split(';').length)
    expect(cells.filter(length => length > 31).length).toBe(count('a stray semicolon'))
    expect(cells.filter(length => length < 31).length).toBe(count('the line is cut off'))
  })
})

describe('the texts', () => {
  test('nothing that is given away can belong to anybody', async () => {
    const texts = (
      await rows<{text: string}>(
        `select content || ' ' || coalesce(result, '') || ' ' || coalesce(applicantPhone, '') as text from appeals`,
      )
    ).map(({text}) => text)
    const found = (pattern: RegExp) => texts.flatMap(text => text.match(pattern) ?? [])
    for (const phone of found(/\+?\(?\d[\d() -]{8,}\d/g).filter(text => !/UA/.test(text))) {
      const digits = phone.replaceAll(/\D/g, '')
      if (digits.length === 9 + 3 && digits.startsWith('380')) expect(digits).toMatch(/^38000/)
    }
    for (const phone of found(/(?<!\d)0\d{9}(?!\d)/g)) expect(phone.slice(0, 3)).toBe('000')
    const taxNumbers = found(/(?<![\d+])[1-9]\d{9}(?!\d)/g)
    for (const taxNumber of taxNumbers) {
      expect(Number(taxNumber.slice(0, 5))).toBeGreaterThanOrEqual(60_000)
      expect(taxCheckDigit(taxNumber.slice(0, 9))).toBe(Number(taxNumber[9]))
    }
    expect(taxNumbers.length).toBeGreaterThan(10)
    for (const iban of found(/UA\d{27}/g)) {
      expect(iban.slice(4, 10)).toBe('999999')
      expect(BigInt(`${iban.slice(4)}3010${iban.slice(2, 4)}`) % 97n).toBe(1n)
    }
    for (const email of found(/\S+@\S+\w/g)) expect(email).toMatch(/@(example\.(com|org)|[a-z]+\.example)$/)
  })

  test('nothing of the grammar is left, and what opens closes', async () => {
    const texts = (
      await rows<{text: string}>(
        `select content as text from appeals union all select result from appeals where result is not null`,
      )
    ).map(({text}) => text)
    for (const text of texts) {
      expect(text).not.toMatch(/[{}[\]|<>×^]|undefined|NaN| {2}|\( | [,.:;!?)]|\.\./)
      expect(text.split('«').length, text).toBe(text.split('»').length)
      expect(text.split('(').length, text).toBe(text.split(')').length)
    }
  })

  test('few are the same', async () => {
    const [{distinct, all}] = (await rows<{distinct: string; all: string}>(
      `select count(distinct content) as distinct, count(*) as all from appeals`,
    )) as [{distinct: string; all: string}]
    expect(Number(distinct) / Number(all)).toBeGreaterThan(0.85)
  })
})
