import {createHash} from 'node:crypto'
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DuckDBInstance} from '@duckdb/node-api'
import {afterAll, describe, expect, test} from 'vitest'
import type {Dirt, Scope} from '../../chapter.ts'
import {makeScope} from '../../scope.ts'
import {taxCheckDigit} from '../../tools/language/contacts.ts'
import {distance} from '../../tools/space/vector.ts'
import {isoDate} from '../../tools/time/days.ts'
import {isWorkingDay, martialLawFrom} from '../../tools/time/working-days.ts'
import {Outbox} from '../../tools/write/outbox.ts'
import {bodies} from '../../world/bodies.ts'
import {districts} from '../../world/districts.ts'
import type {Building} from '../../world/ground/ground.ts'
import {heightAt} from '../../world/ground/terrain/height-at.ts'
import {type Intervention, interventionsBefore} from '../../world/interventions.ts'
import {planLines} from '../transit/plan-lines.ts'
import {appeals} from './appeals.chapter.ts'
import {executors} from './executors.ts'
import {crestMetres, hollowMetres, ravineBottoms, ravineMetres} from './flood-reach.ts'
import {entrancesOf, hasTrait} from './house-traits.ts'
import {problems} from './problems.ts'
import {hourWeight, weekdayFactor} from './rhythm.ts'
import {invinciblePointsFrom, powerCuts} from './wartime.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, {recursive: true})
})

/** The city's ground does not depend on the day: it is made once for all that is written here. */
const scale = 0.15
const ground = makeScope({seed: 1, scale, today: '2026-11-21'}).ground()

/** The chapter's files, and what it says of them. */
function write(today: string, scale: number): {folder: string; scope: Scope; dirt: Dirt[]} {
  const folder = mkdtempSync(join(tmpdir(), 'appeals-'))
  folders.push(folder)
  const scope = {...makeScope({seed: 1, scale, today}), ground: () => ground}
  const outbox = new Outbox(folder)
  const {dirt} = appeals.write(scope, outbox)
  outbox.finish()
  return {folder, scope, dirt}
}

const today = '2026-11-21'
const {folder, scope, dirt} = write(today, scale)
const {events} = scope

const instance = await DuckDBInstance.create()
const duck = await instance.connect()
afterAll(() => {
  duck.closeSync()
  instance.closeSync()
})
const {raw, misread} = await readLines()
await duck.run(`create table raw as select *, row_number() over () as line from read_csv('${raw}/*.csv', delim = ';',
  header = true, all_varchar = true, quote = '"', escape = '"', filename = true)`)
// Read as a stranger would: texts, blanks trimmed, both letters T taken for one, of a number that stands twice the later.
await duck.run(`create table appeals as select * replace (trim(organizationName) as organizationName),
  replace(receivedDateTime, 'Т', 'T')::timestamp as received, closedDateTime::timestamp as closed,
  dueDateTime::timestamp as due, reopenedDateTime::timestamp as reopened from raw
  qualify row_number() over (partition by uid order by line desc) = 1`)

/**
 * Mends what no reader can read, so that nothing is missing from the counts: a cell too many is put together with the
 * one after it, a line that is cut off is filled up. Both are counted.
 */
async function readLines(): Promise<{raw: string; misread: {tooMany: number; tooFew: number}}> {
  const raw = mkdtempSync(join(tmpdir(), 'appeals-read-'))
  folders.push(raw)
  const misread = {tooMany: 0, tooFew: 0}
  for (const file of readdirSync(`${folder}/appeals`)) {
    const [head, ...records] = readFileSync(`${folder}/appeals/${file}`, 'utf8')
      .trimEnd()
      .split(/\n(?=\d{4}\/\d+;)/)
    const mended = records.map(record => {
      const count = record.replaceAll(/"[^"]*"/g, '').split(';').length
      if (count === 31) return record
      if (count < 31) {
        misread.tooFew++
        return record + ';'.repeat(31 - count)
      }
      misread.tooMany++
      // The text is the sixth cell.
      const own = record.split(';')
      return [...own.slice(0, 5), `"${own[5]},${own[6]}"`, ...own.slice(7)].join(';')
    })
    writeFileSync(`${raw}/${file}`, [head, ...mended].join('\n'))
  }
  return {raw, misread}
}

async function rows<T extends Record<string, unknown>>(sql: string): Promise<T[]> {
  return (await duck.runAndReadAll(sql)).getRowObjectsJson() as T[]
}
/** The one number that a query gives. */
async function number(sql: string): Promise<number> {
  return Number(Object.values((await rows(sql))[0]!)[0])
}
const quoted = (names: string[]) => names.map(name => `'${name}'`).join(', ')
const day = (value: number) => `date '${isoDate(value)}'`

/** Addresses, by both names of a street. */
const addresses = new Map(
  ground.buildings.flatMap((building): [string, Building][] => {
    if (building.street < 0 || building.house === '') return []
    const {name, former} = ground.streets[building.street]!
    return [name, former].flatMap(text => (text ? [[`${text.uk}, ${building.house}`, building]] : []))
  }),
)
const houseAt = (street: string, house: string): Building => addresses.get(`${street}, ${house}`)!
const formerNames = quoted(ground.streets.flatMap(({former}) => (former ? [former.uk] : [])))
const renamedNames = quoted(ground.streets.flatMap(({name, former}) => (former ? [name.uk] : [])))

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
    expect(perScale).toBeLessThan(400_000)
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
      if (!['lift-stopped', 'dump', 'flooded', 'dangerous-tree'].includes(id))
        expect(Math.abs((shareOf.get(name) ?? 0) / (share / total) - 1), name).toBeLessThan(0.25)
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
    for (const {house, street} of await homes('Ліфти'))
      expect(houseAt(street, house).storeys).toBeGreaterThan(7)
    for (const {house, street} of await homes('Опалення'))
      expect(['slab5', 'slab9', 'tower', 'tenement']).toContain(houseAt(street, house).kind)
  })
})

describe('the course', () => {
  test('medians of executors are those of their table', async () => {
    // Hours in which offices work, reckoned here from weekdays alone: since the war began there are no holidays.
    const worked = (moment: Date) => {
      const minutes = moment.getTime() / 60_000
      const day = Math.floor(minutes / 1440)
      const weekday = (day + 3) % 7
      const open = 5 * Math.floor((day + 3) / 7) + Math.min(5, weekday)
      return open * 9 + (weekday < 5 ? Math.min(9, Math.max(0, ((minutes % 1440) - 480) / 60)) : 0)
    }
    const handled = await rows<{name: string; pace: string; received: string; closed: string}>(
      `select organizationName as name, case when legalBasis = 'звернення' then 'statutory'
        when dueTerm = 'PT24H' then 'emergency' else 'ordinary' end as pace, received::varchar as received,
        closed::varchar as closed from appeals
      where legalBasis <> 'консультація' and sign in ('2.1', '2.2') and reopened is null and closed > received
        and closed < ${day(scope.today)} and received >= ${day(martialLawFrom)} and received < ${day(events.heatingFailure.from)}`,
    )
    const hours = new Map<string, number[]>()
    for (const {name, pace, received, closed} of handled) {
      const [from, to] = [received, closed].map(text => new Date(`${text.replace(' ', 'T')}Z`)) as [
        Date,
        Date,
      ]
      const taken =
        pace === 'emergency' ? (to.getTime() - from.getTime()) / 3_600_000 : worked(to) - worked(from)
      const key = `${name}, ${pace}`
      if (!hours.get(key)?.push(taken)) hours.set(key, [taken])
    }
    const many = [...hours].filter(([, {length}]) => length > 400)
    expect(many.length).toBeGreaterThan(18)
    for (const [key, taken] of many) {
      const [name, pace] = key.split(', ') as [string, 'emergency' | 'ordinary' | 'statutory']
      const executor = Object.values(executors).find(executor => executor.name === name)!
      // Tariffs are answered on the last day, whatever the pace.
      if (executor === executors.economy) continue
      const median = taken.sort((a, b) => a - b)[taken.length >> 1]!
      expect(Math.abs(median / executor.medianHours[pace] - 1), `${key}: ${median}`).toBeLessThan(0.25)
    }
  })

  test('offices close cases while they work, with a pause at noon, and nobody comes to a closed counter', async () => {
    const office = `legalBasis = 'звернення' and organizationName <> '${executors.economy.name}' and closed > received
      and closed < ${day(scope.today)}`
    const byHour = await rows<{hour: number; share: number}>(`select hour(closed)::int as hour,
      count(*) / sum(count(*)) over () as share from appeals where ${office} group by 1`)
    const share = (...wanted: number[]) =>
      byHour.filter(({hour}) => wanted.includes(hour)).reduce((sum, one) => sum + one.share, 0)
    expect(share(8, 9, 10, 11, 12, 13, 14, 15, 16)).toBeGreaterThan(0.99)
    for (const hour of [8, 9, 10, 11, 13, 14, 15, 16]) {
      expect(share(hour), `${hour}`).toBeGreaterThan(0.06)
      expect(share(hour), `${hour}`).toBeLessThan(0.18)
    }
    expect(share(12)).toBeLessThan(0.7 * share(11))
    expect(await number(`select avg((isodow(closed) > 5)::int) from appeals where ${office}`)).toBeLessThan(
      0.005,
    )
    expect(
      await number(`select count(*) from appeals where accrualMethod = 'особистий прийом'
        and (hour(received) not between 8 and 16 or isodow(received) > 5)`),
    ).toBe(0)
    expect(
      await number(`select count(*) from appeals where accrualMethod = 'особистий прийом'`),
    ).toBeGreaterThan(500)
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
      // What would end on a free day ends on the next working one; holidays are free until the war begins.
      const endOn = (date: string) => {
        let at = Date.parse(date) / 86_400_000
        while (!isWorkingDay(at)) at++
        return `${new Date(at * 86_400_000).toISOString().slice(0, 10)} 23:59`
      }
      const expected = hours
        ? local(new Date(instantOf(received).getTime() + Number(hours) * 3_600_000))
        : extended
          ? endOn(dayAfter(received, 45))
          : term === 'P15D'
            ? endOn(dayAfter(received, 15))
            : endOn(new Date(Date.UTC(year, month, Math.min(date, lastOfNext))).toISOString().slice(0, 10))
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
    expect(await open(`legalBasis is not null and received < date '${today}' - 365`)).toBeLessThan(0.012)
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
        `select count(*) from appeals where legalBasis is not null and (closed is null) <> (status in (${quoted(openStatuses)}))`,
      ),
    ).toBe(0)
    expect(
      await number(
        `select count(*) from appeals where legalBasis is not null and (status = 'Дублікат') <> (duplicateOf is not null)`,
      ),
    ).toBe(0)
    expect(
      await number(`select count(*) from appeals where (legalBasis = 'консультація') <> (dueTerm is null)`),
    ).toBe(0)
  })

  test('a duplicate names an appeal received before it', async () => {
    expect(
      await number(`select count(*) from appeals d left join raw f on f.uid = d.duplicateOf
        where d.duplicateOf is not null and (f.uid is null or replace(f.receivedDateTime, 'Т', 'T')::timestamp > d.received)`),
    ).toBe(0)
  })
})

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
    expect(medians[0]!.name).toBe(bodies.planning.short)
    expect(medians[0]!.days).toBeGreaterThan(65)
    expect(medians[1]!.name).toBe(bodies.economy.short)
    expect(medians[2]!.days).toBeLessThan(25)
  })

  test('reopened: one has a quarter of its cases opened again', async () => {
    const shares = await rows<{name: string; share: number}>(`select organizationName as name,
      avg((reopened is not null)::int) as share from appeals where closed is not null and sign <> '2.3' group by 1 order by 2 desc`)
    expect(shares[0]!.name).toBe(bodies.housingOne.name)
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
    expect(first[0]!.first <= isoDate(events.messengerOpened + 30)).toBe(true)
  })

  test('burst-main: the most repeated appeal of all', async () => {
    const [most, second] = await rows<{
      uid: string
      count: string
    }>(`select duplicateOf as uid, count(*) as count from appeals
      where duplicateOf is not null group by 1 order by 2 desc limit 2`)
    expect(Number(most!.count)).toBeGreaterThan(1.3 * Number(second!.count))
    const [first] = await rows<{received: string; kinds: string}>(`select
      min(received) filter (uid = '${most!.uid}') as received,
      string_agg(distinct subKind, ', ' order by subKind) as kinds
      from appeals where uid = '${most!.uid}' or duplicateOf = '${most!.uid}'`)
    expect(first!.received.slice(0, 16)).toBe(`${isoDate(events.pipeBurst.day)} 07:41`)
    const reported = await rows<{street: string; house: string; kind: string; uid: string}>(`select uid,
      addressThoroughfare as street, addressLocatorDesignator as house, subKind as kind
      from appeals where uid = '${most!.uid}' or duplicateOf = '${most!.uid}'`)
    const houses = reported.map(({street, house}) => houseAt(street, house))
    const main = houseAt(
      reported.find(({uid}) => uid === most!.uid)!.street,
      reported.find(({uid}) => uid === most!.uid)!.house,
    ).street
    for (const [index, house] of houses.entries()) {
      expect(house.district).toBe(1)
      if (house.street === main) continue
      // Off the street there is no water, and that is all they see of it.
      expect(reported[index]!.kind).toBe('Немає холодної води')
      const near = ground.buildings.filter(({street, district}) => street === main && district === 1)
      expect(Math.min(...near.map(({centre}) => distance(centre, house.centre)))).toBeLessThan(180)
    }
    expect(houses.filter(({street}) => street === main).length).toBeGreaterThan(0.5 * houses.length)
    expect(first!.kinds).toBe('Немає холодної води, Порив водопроводу')
  })

  test('dispatcher-works, reminders-do-nothing: on time by district, before and after', async () => {
    const [dispatcher, reminders] = interventionsBefore(scope.today)
    const change = async ({from, to, monthsBefore}: Intervention, indices: number[]) => {
      const names = quoted(indices.map(index => districts[index]!.name.uk))
      const start = day(from)
      return await number(`select avg((closed <= due)::integer) filter (where closed >= ${start})
          - avg((closed <= due)::integer) filter (where closed < ${start})
        from appeals where due is not null and addressAdminUnitL5 in (${names}) and closed >= received
          and closed >= ${start} - interval ${monthsBefore} month and closed < ${day(to)}`)
    }
    expect(await change(dispatcher, dispatcher.treated)).toBeGreaterThan(0.06)
    expect(Math.abs(await change(dispatcher, dispatcher.control))).toBeLessThan(0.02)
    const treated = await change(reminders, reminders.treated)
    expect(treated).toBeGreaterThan(0.015)
    expect(Math.abs(treated - (await change(reminders, reminders.control)))).toBeLessThan(0.025)
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
      where organizationName = '${bodies.economy.short}' and closed is not null and reopened is null`)
    expect(bill!.share).toBeGreaterThan(0.99)
    expect(bill!.explained).toBeGreaterThan(0.99)
    expect(Number(bill!.texts)).toBeLessThan(6)
    expect(
      await number(`select avg((closed::date = due::date)::int) from appeals where legalBasis = 'звернення'
        and organizationName <> '${bodies.economy.short}' and closed is not null`),
    ).toBeLessThan(0.2)
  })

  test('weekend-rubbish: one place, on Saturdays and Sundays, and of the others a few that are known for it', async () => {
    const places = await rows<{street: string; house: string; count: string; weekend: number}>(`select
      addressThoroughfare as street, addressLocatorDesignator as house, count(*) as count,
      avg((isodow(received) > 5)::int) as weekend
      from appeals where subKind = 'Стихійне звалище' group by 1, 2 order by 3 desc, 1, 2`)
    const counts = places.map(({count}) => Number(count))
    expect(houseAt(places[0]!.street, places[0]!.house).kind).toBe('market')
    expect(places[0]!.weekend).toBeGreaterThan(0.95)
    // Dozens a year at scale 1, several times as many as anywhere else.
    expect(counts[0]! / scale / 6).toBeGreaterThan(25)
    expect(counts[0]! / scale / 6).toBeLessThan(60)
    // So few in all make the second place one of luck: the tenth is a better measure.
    expect(counts[0]! / counts[9]!).toBeGreaterThan(4)
    // Even so thinly told, a tenth of the places have a fifth of the others' reports and more.
    const others = counts.slice(1)
    const sum = (list: number[]) => list.reduce((total, count) => total + count, 0)
    expect(sum(others.slice(0, Math.floor(others.length / 10))) / sum(others)).toBeGreaterThan(0.2)
  })

  test('broken-lift: one building in one year', async () => {
    const [most, second] = await rows<{
      year: number
      count: string
    }>(`select addressThoroughfare, addressLocatorDesignator,
      year(received)::int as year, count(*) as count from appeals where kind = 'Ліфти' group by 1, 2, 3 order by 4 desc limit 2`)
    expect(most!.year).toBe(2025)
    // A hundred and twenty at every scale below 1, and the usual ones of a year besides.
    expect(Number(most!.count)).toBeGreaterThanOrEqual(118)
    expect(Number(most!.count)).toBeLessThan(160)
    expect(Number(most!.count)).toBeGreaterThan(1.5 * Number(second!.count))
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
      number(`select avg((addressThoroughfare in (${formerNames}))::int) from appeals
        where addressThoroughfare in (${formerNames}, ${renamedNames})
        and received >= ${day(from)} and received < ${day(to)}`)
    const {renamedOn} = events
    expect(await share(scope.firstDay, renamedOn)).toBe(1)
    const [early, late] = [await share(renamedOn, renamedOn + 120), await share(renamedOn + 900, scope.today)]
    // One in seven, of no more than some eight hundred appeals at this scale: within two standard errors.
    expect(early).toBeGreaterThan(0.115)
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
    ["the street's former name", `addressThoroughfare in (${formerNames}) and received >= ${renamed}`],
    ['latitude and longitude swapped', `try_cast(lat as double) between 31 and 32`],
    ['coordinates outside', `lat = '0' or try_cast(lat as double) between 46.5 and 47.5`],
    ['no coordinates', `lat = 'null' and lon = 'null'`],
    ['a Cyrillic', `contains(receivedDateTime, 'Т')`],
    ['a line break', `contains(content, chr(10))`],
    ['a straight apostrophe', `contains(content, '''')`],
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
    ['a passport', `regexp_matches(content, '[А-ЯІ]{2} 000000')`],
    ['a car plate', `regexp_matches(content, '[АВЕІКМНОРСТХ]{2} 0000 [АВЕІКМНОРСТХ]{2}')`],
    ['a flat number in the text', `regexp_matches(content, 'кв\\. ?[0-9]', 'i')`],
    ['a surname after «гр.» in the answer', `regexp_matches(result, 'гр\\. ')`],
    ['a flat number in the answer', `regexp_matches(result, 'кв\\. ')`],
  ])('%s', async (fault, where) => {
    expect(await number(`select count(*) from appeals where ${where}`)).toBe(count(fault))
    expect(count(fault)).toBeGreaterThan(0)
  })

  test('blanks, numbers that stand twice, lines that do not fit', async () => {
    expect(await number(`select count(*) from raw where organizationName like '%  '`)).toBe(count('blanks'))
    expect(await number(`select count(*) - count(distinct uid) from raw`)).toBe(
      count('a number stands twice'),
    )
    expect(misread.tooMany).toBe(count('a stray semicolon'))
    expect(misread.tooFew).toBe(count('the line is cut off'))
  })
})

describe('the war', () => {
  const inMonth = (year: number, month: number, where = 'true') =>
    number(
      `select count(*) from appeals where year(received) = ${year} and month(received) = ${month} and ${where}`,
    )

  test('of shelters and sirens nobody speaks before it, of points of invincibility before they are opened', async () => {
    const first = async (where: string) =>
      (
        await rows<{first: string}>(
          `select min(received)::date::varchar as first from appeals where ${where}`,
        )
      )[0]!.first
    expect((await first(`kind = 'Цивільний захист'`)) >= isoDate(martialLawFrom)).toBe(true)
    expect(
      (await first(`content ilike '%укритт%' or content ilike '%сирен%' or content ilike '%тривог%'
      or content ilike '%комендантськ%'`)) >= isoDate(martialLawFrom),
    ).toBe(true)
    expect((await first(`content ilike '%незламност%'`)) >= isoDate(invinciblePointsFrom)).toBe(true)
    expect((await first(`content ilike '%генератор%'`)) >= '2022-10-10').toBe(true)
  })

  test('war-silence: in March 2022 the city is silent, by autumn most are back', async () => {
    const share = async (month: number) => (await inMonth(2022, month)) / (await inMonth(2021, month))
    expect(await share(3)).toBeGreaterThan(0.32)
    expect(await share(3)).toBeLessThan(0.48)
    expect(await share(4)).toBeLessThan(0.68)
    expect(await share(9)).toBeGreaterThan(0.78)
    expect(await share(9)).toBeLessThan(1.05)
  })

  test('power-cuts: power is what people call about in the winter of 2022/23 and in the summer of 2024', async () => {
    const usual = await inMonth(2023, 9, `kind = 'Електропостачання'`)
    for (const [year, month] of [
      [2022, 12],
      [2023, 1],
      [2024, 6],
      [2024, 7],
    ] as const)
      expect(await inMonth(year, month, `kind = 'Електропостачання'`), `${year}-${month}`).toBeGreaterThan(
        5 * (usual + 1),
      )
    const schedule = await rows<{day: string}>(
      `select distinct received::date::varchar as day from appeals where content ilike '%за графіком%світло%'`,
    )
    expect(schedule.length).toBeGreaterThan(20)
    for (const {day: text} of schedule)
      expect(powerCuts(Date.parse(text) / 86_400_000), text).toBeGreaterThan(0)
  })

  test('holidays are working days since it began, and days off before', async () => {
    const ofDay = (date: string) =>
      number(`select count(*) from appeals where received::date = date '${date}' and legalBasis <> 'заявка'`)
    const around = async (date: string) =>
      (await number(`select count(*) from appeals where legalBasis <> 'заявка' and isodow(received) = isodow(date '${date}')
      and abs(date_diff('day', received::date, date '${date}')) in (7, 14, 21)`)) / 6
    // 24 August 2021, a Tuesday, was free; 24 August 2023, a Thursday, 28 June 2024, a Friday, were worked.
    expect((await ofDay('2021-08-24')) / (await around('2021-08-24'))).toBeLessThan(0.62)
    expect(
      ((await ofDay('2023-08-24')) + (await ofDay('2024-06-28'))) /
        ((await around('2023-08-24')) + (await around('2024-06-28'))),
    ).toBeGreaterThan(0.75)
  })
})

describe('the hour and the weather', () => {
  test('of a curfew that lasts speaks only who calls while it does', async () => {
    const during = `regexp_matches(content, '(?i)хоча комендантська|комендантська година, а|співає на все')`
    const after = `regexp_matches(content, '(?i)діяла комендантська|в саму комендантську|о першій ночі співала')`
    expect(
      await number(`select count(*) from appeals where ${during} and hour(received) < 5`),
    ).toBeGreaterThan(10)
    expect(await number(`select count(*) from appeals where ${during} and hour(received) >= 5`)).toBe(0)
    expect(
      await number(`select count(*) from appeals where ${after} and hour(received) >= 5`),
    ).toBeGreaterThan(10)
    expect(await number(`select count(*) from appeals where ${after} and hour(received) < 5`)).toBe(0)
  })

  test('of ice and snow nobody complains when it is warm and nothing lies, of drifts only when it snows', async () => {
    const {temperature, snow, firstHour} = scope.weather()
    // The city's day by the hours of UTC, a little wider than it is.
    const hoursOf = (list: Float32Array, date: string) => {
      const from = (Date.parse(date) / 86_400_000) * 24 - 3 - firstHour
      return [...list.slice(from, from + 28)]
    }
    const ice = await rows<{date: string; content: string}>(
      `select received::date::varchar as date, content from appeals where subKind = 'Сніг та ожеледь'`,
    )
    expect(ice.length).toBeGreaterThan(300)
    for (const {date, content} of ice) {
      const [warmest, deepest] = [hoursOf(temperature, date), hoursOf(snow, date)]
      expect(Math.min(...warmest) <= 2 || Math.max(...deepest) > 5, `${date} ${content}`).toBe(true)
      if (/замело/i.test(content))
        expect(Math.max(...deepest) - deepest[0]!, `${date} ${content}`).toBeGreaterThan(0)
      if (/слизько|ковзанк|ожеледь|бурульк/i.test(content))
        expect(Math.min(...warmest), `${date} ${content}`).toBeLessThan(1)
    }
    // Rain on melting snow at 4 to 10 °C.
    const thaw = ice.filter(({date}) => date === '2026-03-11' || date === '2026-03-12')
    for (const {content} of thaw)
      expect(content).toMatch(/каш|тал[аої]|тане|мокрий сніг|купи снігу|стоку|сніг/i)
    expect(ice.filter(({date}) => date === '2026-03-13')).toEqual([])
  })
})

describe('the answers', () => {
  test('say what was done: that it was, and no more, is told to few and only by telephone', async () => {
    const bare = `regexp_matches(result, '^(Роботи в|В)иконано\\.$')`
    const done = `status = 'Виконано' and result is not null`
    const share = (where: string) =>
      number(`select avg((${bare})::int) from appeals where ${done} and ${where}`)
    expect(await share(`accrualMethod = 'телефон'`)).toBeLessThan(0.035)
    expect(await share(`accrualMethod <> 'телефон'`)).toBe(0)
    const [{commonest}] = (await rows<{commonest: string}>(
      `select max(n) / sum(n) as commonest from (select count(*) as n from appeals where ${done} group by result)`,
    )) as [{commonest: string}]
    expect(Number(commonest)).toBeLessThan(0.03)
  })
})

describe('the place', () => {
  const reported = (where: string) =>
    rows<{street: string; house: string; content: string}>(`select addressThoroughfare as street,
      addressLocatorDesignator as house, content from appeals where ${where}`)

  test('the flood comes to houses that it can reach', async () => {
    const {from, to} = events.springFlood
    const flooded =
      await reported(`subKind = 'Зливова каналізація' and received >= ${day(from)} and received < ${day(to)}
      and regexp_matches(content, '(?i)річк|льох|вода прибуває|вулиця під водою|паводок|берег|мішк|евакуац|під’їхати|помп|город')`)
    expect(flooded.length).toBeGreaterThan(10)
    for (const {street, house, content} of flooded)
      expect(houseAt(street, house).groundMetres, content).toBeLessThan(crestMetres + 1)
  })

  test('the cloudburst comes to ravines and hollows', async () => {
    const bottoms = ravineBottoms(1)
    const {heights} = ground.terrain
    const isLow = ({centre, groundMetres}: Building) => {
      const inRavine = bottoms.some(
        bottom =>
          distance(bottom, centre) <= ravineMetres.aside &&
          groundMetres - heightAt(heights, bottom) <= ravineMetres.above,
      )
      const ring = Array.from({length: 36}, (_, step) =>
        heightAt(heights, [
          centre[0] + 100 * Math.cos((step * Math.PI) / 18),
          centre[1] + 100 * Math.sin((step * Math.PI) / 18),
        ]),
      )
      return (
        inRavine || ring.reduce((sum, height) => sum + height, 0) / 36 - groundMetres > 0.8 * hollowMetres
      )
    }
    const {cloudburst} = events
    const flooded =
      await reported(`subKind = 'Зливова каналізація' and received::date = ${day(cloudburst.day)}
      and regexp_matches(content, '(?i)злив(а|ою|и) (з|в)|зі схилу|заливає|затоплено|залило|переливається|потоком|з балки|низині|заглухли|стала річкою')`)
    expect(flooded.length).toBeGreaterThan(20)
    const low = flooded.filter(({street, house}) => isLow(houseAt(street, house)))
    expect(low.length / flooded.length).toBeGreaterThan(0.95)
    expect(ground.buildings.filter(building => building.house !== '' && isLow(building)).length).toBeLessThan(
      2500,
    )
  })

  test('no text speaks of what its house does not have', async () => {
    for (const {street, house, content} of await reported(
      `regexp_matches(content, '(?i)поверсі|під’їзд|кв\\. ?[0-9]|ліфт')`,
    )) {
      const building = houseAt(street, house)
      const text = content.replaceAll("'", '’')
      const number = (pattern: RegExp) => Number(pattern.exec(text)?.[1] ?? 0)
      const where = `${content} (${building.kind}, ${building.storeys}, ${building.dwellings})`
      expect(number(/(\d+)-(?:му|й|го) поверс?/), where).toBeLessThanOrEqual(building.storeys)
      expect(Math.max(number(/(\d+)-(?:му|й) під’їзд/), number(/під’їзд (\d+)/)), where).toBeLessThanOrEqual(
        entrancesOf(building),
      )
      expect(number(/кв\. ?(\d+)/i), where).toBeLessThanOrEqual(building.dwellings)
      if (/у (?:нашому )?під’їзді/.test(text)) expect(hasTrait(building, 'flats'), where).toBe(true)
    }
    for (const {street, house} of await reported(`regexp_matches(result, 'кв\\. [0-9]')`))
      expect(entrancesOf(houseAt(street, house))).toBeGreaterThan(0)
  })

  test('lines exist, and stop near whoever waits for them', async () => {
    const {stops, directions} = planLines(ground)
    const names = new Map(
      directions.map(({line}) => [line.isTrolleybus ? line.name : `№ ${line.name}`, line]),
    )
    let [near, all] = [0, 0]
    for (const {street, house, content} of await reported(`organizationName = '${executors.transport.name}'`))
      for (const [, vehicle, name] of content.matchAll(/(автобус|тролейбус)[а-яі]* (№ \d+|Т\d)/gi)) {
        const line = names.get(name!)
        expect(line, content).toBeDefined()
        expect(line!.isTrolleybus, content).toBe(vehicle!.toLowerCase() === 'тролейбус')
        if (name === '№ 12') continue
        const {centre} = houseAt(street, house)
        all++
        if (
          directions.some(
            one => one.line === line && one.stops.some(({stop}) => distance(stops[stop]!.at, centre) <= 500),
          )
        )
          near++
      }
    expect(all).toBeGreaterThan(200)
    // Some live where no line stops nearby.
    expect(near / all).toBeGreaterThan(0.85)
  })
})

describe('the statistics', () => {
  test('executors have the names and codes under which the city knows them', async () => {
    const named = await rows<{name: string; code: string}>(
      `select distinct organizationName as name, organizationId as code from appeals where organizationId is not null`,
    )
    const known = new Map(
      Object.values(bodies).map(body => ['short' in body ? body.short : body.name, body.edrpou]),
    )
    expect(named.length).toBe(Object.keys(executors).length)
    for (const {name, code} of named) expect(code, name).toBe(known.get(name))
  })

  test('days and houses differ by more than chance', async () => {
    // Lamps: no weather, no events; by the sum over days of one weekday and month the expectation falls out.
    const [days] = await rows<{
      dispersion: number
    }>(`with days as (select received::date as day, count(*) as n from appeals
      where legalBasis = 'консультація' or subKind in ('Не світить ліхтар', 'Прибирання', 'Освітлення під’їзду', 'Яма на дорозі', 'Порушення розкладу') group by 1),
      cells as (select var_samp(n) as spread, avg(n) as mean, count(*) as c from days where isodow(day) < 6 and day >= date '2023-01-01' group by year(day), month(day), isodow(day))
      select sum(spread * (c - 1)) / sum(mean * (c - 1)) as dispersion from cells where c > 1`)
    // A chance alone gives 1; a spread of 0.15 in days of some twenty adds about a half.
    expect(days!.dispersion).toBeGreaterThan(1.15)
    expect(days!.dispersion).toBeLessThan(2.6)
  })

  test('who gives a category differs from topic to topic', async () => {
    const share = (kind: string, category: string) =>
      number(
        `select avg((applicantCategory = '${category}')::int) from appeals where kind = '${kind}' and applicantName is not null`,
      )
    expect(await share('Тарифи та нарахування', 'пенсіонер')).toBeGreaterThan(
      1.3 * (await share('Соціальний захист', 'пенсіонер')),
    )
    expect(await share('Соціальний захист', 'внутрішньо переміщена особа')).toBeGreaterThan(
      2.5 * (await share('Тарифи та нарахування', 'внутрішньо переміщена особа')),
    )
    expect(await share('Земля та забудова', 'учасник бойових дій')).toBeGreaterThan(
      2.5 * (await share('Тарифи та нарахування', 'учасник бойових дій')),
    )
  })

  test('every earlier year had its burst main, its storm and its cloudburst', async () => {
    for (const year of [2021, 2022, 2023, 2024, 2025]) {
      const most = (where: string, what: string) =>
        number(
          `select coalesce(max(n), 0) from (select count(*) as n from appeals where year(received) = ${year} and ${where} group by ${what})`,
        )
      const usual = (subKind: string) =>
        number(`select count(*) / 365 from appeals where subKind = '${subKind}' and year(received) = ${year}`)
      expect(await most(`duplicateOf is not null`, 'duplicateOf'), `${year}`).toBeGreaterThan(3)
      expect(await most(`subKind = 'Аварійне дерево'`, 'received::date'), `${year}`).toBeGreaterThan(
        5 * (await usual('Аварійне дерево')),
      )
      expect(await most(`subKind = 'Зливова каналізація'`, 'received::date'), `${year}`).toBeGreaterThan(
        8 * (await usual('Зливова каналізація')),
      )
    }
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
