import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {type Running, runToEnd, startCommand} from './test/start-command.fixture.ts'
import {writeMykolaiv} from './test/write-mykolaiv.fixture.ts'

// One server through a good file, a bad one, and a good one again.
let folder: string
let server: Running
let address: string
const options = () => ['--city', 'mykolaiv', '--data', join(folder, 'data')]
const land = () => runToEnd('land', [...options(), '--sources', join(folder, 'sources')])
const release = (...more: string[]) => runToEnd('release', [...options(), ...more])

/** Two hundred alerts, of which the first few begin at no time that anybody could read. */
async function writeAlerts(unreadable: number, oblast = 'Mykolaivska oblast') {
  const header = 'oblast,raion,hromada,level,started_at,finished_at,source'
  const time = (minutes: number) => new Date(Date.UTC(2026, 10, 1) + minutes * 60_000).toISOString()
  const lines = Array.from({length: 200}, (_, index) =>
    [
      oblast,
      '',
      '',
      'oblast',
      index < unreadable ? 'вночі' : time(index * 100),
      time(index * 100 + 40),
      'official',
    ].join(),
  )
  await writeFile(
    join(folder, 'sources/geo/alerts_official_en_to_2024-04.csv'),
    `${[header, ...lines].join('\n')}\n`,
  )
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hromada-held-back-'))
  await writeMykolaiv(join(folder, 'sources'))
  await writeAlerts(0)
  server = startCommand('start', [...options(), '--sources', join(folder, 'sources'), '--port', '0'])
  address = (await server.until(/Hromada is at (http:\S+)/))[1]!
})
afterAll(async () => {
  await server.stop()
  await rm(folder, {recursive: true, force: true})
})

const json = async (path: string) => (await fetch(address + path)).json() as Promise<Record<string, unknown>>
/** The words of a page's element, from its tag to the next of its kind that closes. */
const page = async (path: string) => {
  const html = await (await fetch(address + path)).text()
  return (id: string) => {
    const [, tag, rest] = new RegExp(`<(\\w+)[^>]* id="${id}"[^>]*>([\\s\\S]*)`).exec(html) ?? []
    return rest
      ?.split(`</${tag}>`)[0]
      ?.replace(/<[^>]+>/g, ' ')
      .replace(/&nbsp;|&#160;|\s+/g, ' ')
      .replace(/ ([.,:)])/g, '$1')
      .replace(/\( /g, '(')
      .trim()
  }
}
const served = async () => (await json('/readyz')).release as string

test('a file in which a rule that blocks is broken is held back, the rest is released, and it is said', async () => {
  const first = await served()
  await writeAlerts(10)
  await writeMykolaivWages('Платня')
  expect((await land()).code).toBe(0)

  const sealed = await release('--json')
  expect(sealed.code).toBe(3)
  const said = JSON.parse(sealed.said.slice(sealed.said.indexOf('{\n'))) as {
    heldBack: unknown[]
    isNew: boolean
  }
  expect(said).toMatchObject({
    isNew: true,
    heldBack: [
      {
        city: 'mykolaiv',
        dataset: 'alerts',
        rules: [{rule: 'required', column: 'started_at', count: 10, asked: 200, rows: [1, 2, 3, 4, 5]}],
      },
    ],
  })
  expect(sealed.said).toMatch(
    /mykolaiv\/alerts: what was fetched at \S+ is held back\. required started_at: 10 of 200 \(records 1, 2, 3, 4, 5\)\. What was fetched at \S+ stays in use\./,
  )
  await expect.poll(served, {timeout: 10_000}).not.toBe(first)

  // Alerts are those of before; what the budget calls wages is new.
  expect((await json('/api/v1/tables/alerts_merged.json?limit=1000')).row_count).toBe(200)
  const wages = await json('/api/v1/tables/budget_expenses.json?select=kekv_name&kekv=2111&limit=1')
  expect(wages.rows).toEqual([{kekv_name: 'Платня'}])
  const {feeds} = (await json('/api/v1/datasets/alerts')) as unknown as {feeds: Record<string, unknown>[]}
  expect(feeds[0]).toMatchObject({
    rows_staged: 200,
    findings: [],
    held_back: {
      shown: 'earlier',
      rows_landed: 200,
      findings: [{rule: 'required', severity: 'block', count: 10, example: null}],
    },
  })
})

test('its page says so in both languages, and shows the last good data', async () => {
  const english = await page('/en/data/alerts')
  expect(english('held-back')).toMatch(
    /^Newer data, fetched on .+ \(200 rows\), are held back\. A rule is broken in them, so data fetched on .+ are shown until the publisher mends the file\. A value that must be there is missing; the row was left out \(started_at\): 10 of 200$/,
  )
  expect((await page('/data/alerts'))('held-back')).toMatch(
    /^Новіші дані, отримані .+ \(200 рядків\), притримано\. Порушено правило, тому показано дані, отримані/,
  )
  expect(english('rules')).toContain('started_at (Start) is in every row 200 passes 2 allowed')
  expect((await page('/en/data/budget-expenses'))('held-back')).toBe(undefined)
  expect(await (await fetch(`${address}/en/quality`)).text()).toContain('Data that are held back')
})

test('the watchman is told, and the release is made anew byte for byte', async () => {
  const status = await runToEnd('status', [...options(), '--check'])
  expect([status.code, status.said]).toEqual([3, expect.stringContaining('held back: mykolaiv/alerts.')])
  const verified = await runToEnd('verify', ['--data', join(folder, 'data'), '--rebuild'])
  expect([verified.code, verified.said]).toEqual([
    0,
    expect.stringContaining('as sealed, and made anew the same'),
  ])
})

test('the mended file is taken, and nothing is said any more', async () => {
  const second = await served()
  await writeAlerts(1)
  expect((await land()).code).toBe(0)
  expect((await release()).code).toBe(0)
  await expect.poll(served, {timeout: 10_000}).not.toBe(second)
  expect((await page('/en/data/alerts'))('held-back')).toBe(undefined)
  // One of two hundred is within what the rule allows: it is noted.
  expect((await page('/en/data/alerts'))('findings')).toMatch(
    /A value that must be there is missing; the row was left out note started_at 1 of 200/,
  )
})

/** Everything but the alerts, again. */
async function writeMykolaivWages(wages: string) {
  const path = join(folder, 'sources/geo/alerts_official_en_to_2024-04.csv')
  const alerts = await readFile(path)
  await writeMykolaiv(join(folder, 'sources'), {wages})
  await writeFile(path, alerts)
}
