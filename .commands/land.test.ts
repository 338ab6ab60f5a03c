import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import type {LandingReport} from './steps/land-cities.ts'
import {runToEnd} from './test/start-command.fixture.ts'
import {writeMykolaiv} from './test/write-mykolaiv.fixture.ts'

let folder: string
let sources: string
let data: string
let alerts: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hromada-land-'))
  sources = join(folder, 'sources')
  data = join(folder, 'data')
  alerts = join(sources, 'geo/alerts_official_en_to_2024-04.csv')
  await writeMykolaiv(sources)
})
afterAll(() => rm(folder, {recursive: true, force: true}))

const land = (...args: string[]) =>
  runToEnd('land', ['--city', 'mykolaiv', '--sources', sources, '--data', data, ...args])

/** What the command says to machines. */
const told = (said: string) =>
  JSON.parse(said.slice(said.indexOf('\n{\n'))) as LandingReport & {code: number; isTrial: boolean}

const files = () => readdir(data, {recursive: true}).catch(() => [])

test('a dry run says what would land, and makes nothing', async () => {
  const {code, said} = await land('--dry-run')
  expect(code).toBe(0)
  expect(said).toMatch(/✓ read mykolaiv\/alerts {2}180,000 rows, new/)
  expect(said).toMatch(/sources +6 would land, 0 unchanged, 0 failed/)
  expect(await files()).toEqual([])
})

test('only the datasets that are named; one that is not there is told of', async () => {
  const {code, said} = await land('--dataset', 'alerts')
  expect([code, said]).toEqual([0, expect.stringMatching(/sources +1 landed, 0 unchanged, 0 failed/)])
  const wrong = await land('--dataset', 'alert,budget-incomes')
  expect([wrong.code, wrong.said]).toEqual([
    2,
    expect.stringContaining(
      'mykolaiv has no dataset "alert". Did you mean "alerts"? There are alerts, budget-',
    ),
  ])
  expect(await readdir(join(data, 'landing/mykolaiv'))).toEqual(['alerts'])
})

test('a publisher that changes its columns: the rest lands, the lines to write are said, and the code is 3', async () => {
  const was = await readFile(alerts, 'utf8')
  await writeFile(alerts, was.replace('started_at', 'begun_at'))
  const before = await files()
  const lines = [
    'alerts: geo/alerts_official_en_to_2024-04.csv has no column "started_at".',
    '"started_at" is called "begun_at" now:',
    'In datasets/cities/mykolaiv/city.ts:',
    "started_at: ['started_at', 'begun_at'],",
  ]

  const trial = await land('--dry-run')
  expect(trial.code).toBe(3)
  for (const line of lines) expect(trial.said).toContain(line)
  expect(await files()).toEqual(before)

  const {code, said} = await land()
  expect(code).toBe(3)
  for (const line of lines) expect(said).toContain(line)
  expect(said).toMatch(/✗ land mykolaiv\/alerts {2}its columns changed. The earlier landing stays\./)
  expect(said).toMatch(/sources +5 landed, 0 unchanged, 1 failed/)

  const {code: again, said: report} = await land('--json')
  expect(again).toBe(3)
  expect(told(report)).toMatchObject({
    code: 3,
    isNew: 0,
    unchanged: 5,
    isTrial: false,
    failed: [
      {
        source: 'mykolaiv/alerts',
        isKept: true,
        changes: [{kind: 'renamed', column: 'started_at', lines: [{line: lines[3]}]}],
      },
    ],
  })
})

test('what is broken besides makes it a failure', async () => {
  await writeFile(join(sources, 'budgets/ua_openbudget/credits.parquet'), 'not Parquet')
  const {code, said} = await land()
  expect(code).toBe(1)
  expect(said).toContain('2 sources could not be landed:')
  expect(said).toContain('– mykolaiv/alerts: its columns changed, see above')
  expect(said).toContain('credits.parquet is not Parquet')
})
