import {once} from 'node:events'
import {mkdtemp, readdir, readFile, rm} from 'node:fs/promises'
import {get as httpGet, type IncomingMessage} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {type Running, runToEnd, startCommand} from './test/start-command.fixture.ts'
import {writeMykolaiv} from './test/write-mykolaiv.fixture.ts'

// One server, started on a good release, through everything that happens to its data folder.
let folder: string
let sources: string
let data: string
let server: Running
let address: string
let first: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hromada-release-'))
  sources = join(folder, 'sources')
  data = join(folder, 'data')
  await writeMykolaiv(sources)
  server = startCommand('start', ['--city', 'mykolaiv', '--sources', sources, '--data', data, '--port', '0'])
  address = (await server.until(/Hromada is at (http:\S+)/))[1]!
  first = await current()
})
afterAll(async () => {
  await server.stop()
  await rm(folder, {recursive: true, force: true})
})

const current = () => readFile(join(data, 'current'), 'utf8')
const releases = () => readdir(join(data, 'releases'))
const land = () => runToEnd('land', ['--city', 'mykolaiv', '--sources', sources, '--data', data])
const release = () => runToEnd('release', ['--city', 'mykolaiv', '--data', data])
const served = async (at = address) =>
  ((await (await fetch(`${at}/readyz`)).json()) as {release: string}).release
const nameOfWages = async (at = address) => {
  const answer = await fetch(`${at}/api/v1/tables/budget_expenses.json?select=kekv_name&kekv=2111&limit=1`)
  return ((await answer.json()) as {rows: {kekv_name: string}[]}).rows[0]!.kekv_name
}

test('the sums of the file arrive to the kopiyka', async () => {
  expect(`${await served()}\n`).toBe(first)
  expect(await releases()).toEqual([first.trim()])
  const csv = await (
    await fetch(
      `${address}/api/v1/tables/budget_expenses.csv?kekv=2111&year=2024&month=1&select=fund,plan_amended_uah,executed_cumulative_uah`,
    )
  ).text()
  expect(csv).toBe('fund,plan_amended_uah,executed_cumulative_uah\nC,426300000.00,33667200.00\n')
})

test('a total that is a kopiyka more than its parts: the release is refused by name, the last good one goes on', async () => {
  await writeMykolaiv(sources, {wages: 'Платня', isWrong: true})
  const landing = await land()
  expect([landing.code, landing.said]).toEqual([
    0,
    expect.stringMatching(/sources +1 landed, 5 unchanged, 0 failed/),
  ])

  const refused = await release()
  expect(refused.code).toBe(3)
  expect(refused.said).toMatch(
    /release: The release was refused; the last good one \(\S+\) goes on serving\./,
  )
  expect(refused.said).toMatch(
    /int_budget_lines: Total T = C \+ S to the kopiyka, expenditure – not so in 1 of \d+ \(expense_total_is_c_plus_s\)/,
  )
  expect(await current()).toBe(first)
  expect(await releases()).toEqual([first.trim()])
  expect(`${await served()}\n`).toBe(first)
  expect(await nameOfWages()).toBe('Заробітна плата')
})

test('npm start with refused data says why and serves the last good release', async () => {
  await using beside = startCommand('start', [
    '--city',
    'mykolaiv',
    '--sources',
    sources,
    '--data',
    data,
    '--port',
    '0',
  ])
  const [, at] = await beside.until(/Hromada is at (http:\S+)/)
  expect(beside.said()).toContain('expense_total_is_c_plus_s')
  expect(`${await served(at)}\n`).toBe(first)
  expect(await nameOfWages(at)).toBe('Заробітна плата')
  beside.signal('SIGINT')
  expect(await beside.exit).toBe(0)
})

test('npm start with data at fault and nothing good before it serves what is not made of them', async () => {
  await using beside = startCommand('start', [
    ...['--city', 'mykolaiv', '--sources', sources, '--data', join(folder, 'empty'), '--port', '0'],
  ])
  const [, at] = await beside.until(/Hromada is at (http:\S+)/)
  expect(beside.said()).toMatch(/expense_total_is_c_plus_s.*Kept out: .*budget_expenses/)
  expect((await fetch(`${at}/api/v1/tables/budget_expenses.csv`)).status).toBe(404)
  expect((await fetch(`${at}/api/v1/tables/alerts_merged.csv`)).status).toBe(200)
  beside.signal('SIGINT')
  expect(await beside.exit).toBe(0)
})

test('a power cut while sealing leaves what is served as it was', async () => {
  await writeMykolaiv(sources, {wages: 'Платня'})
  expect((await land()).code).toBe(0)
  await using sealing = startCommand('release', ['--city', 'mykolaiv', '--data', data])
  await expect
    .poll(async () => (await releases()).some(name => name.startsWith('.open-')), {
      interval: 2,
      timeout: 30_000,
    })
    .toBe(true)
  sealing.signal('SIGKILL')
  expect(await sealing.exit).toBe(137)
  expect(await current()).toBe(first)
  expect((await releases()).filter(name => !name.startsWith('.'))).toEqual([first.trim()])
  expect(`${await served()}\n`).toBe(first)
})

test('good data again: the server goes over to it by itself, and a download begun before is whole', async () => {
  const download = await begin(`${address}/api/v1/tables/alerts_merged.csv`)
  expect(`${download.headers['hromada-release']}\n`).toBe(first)

  const made = await release()
  expect([made.code, made.said]).toEqual([0, expect.stringContaining('release  ')])
  const second = await current()
  expect(second).not.toBe(first)
  expect((await releases()).sort()).toEqual([first.trim(), second.trim()].sort())
  await expect.poll(() => served(), {timeout: 10_000}).toBe(second.trim())
  expect(await nameOfWages()).toBe('Платня')

  // Nobody reads twelve megabytes into the buffers between two programs: the server was still writing.
  expect(download.socket.bytesRead).toBeLessThan(8_000_000)
  const text = await rest(download)
  expect(text.length).toBeGreaterThan(12_000_000)
  expect(text.trimEnd().split('\n').length - 1).toBe(Number(download.headers['hromada-row-count']))
  expect(text.endsWith('\n')).toBe(true)
  expect(server.said()).not.toMatch(/error/i)
})

test('a release of unchanged data is the same release', async () => {
  const before = [await current(), await releases()]
  const again = await release()
  expect([again.code, again.said]).toEqual([0, expect.stringMatching(/^release +\S+ \(unchanged\)$/m)])
  expect([await current(), await releases()]).toEqual(before)
})

/** Asks for an address and reads nothing of the answer but its headers. */
async function begin(url: string): Promise<IncomingMessage> {
  const [answer] = (await once(httpGet(url), 'response')) as [IncomingMessage]
  answer.pause()
  return answer
}

async function rest(answer: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of answer) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}
