import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {json, publisher} from './publisher.fixture.ts'

const csv = {format: {kind: 'csv', delimiter: ';'}} as const

const budget = {
  kind: 'openbudget',
  budgetCode: '1556400000',
  item: 'EXPENSES',
  classification: 'PROGRAM',
  sinceYear: 2024,
} as const

test('a report on a budget is a file a year', async () => {
  const {fetch, asked} = await publisher((_, response) => response.end('REP_PERIOD;FUND_TYP\n01.2024;C\n'))
  const files = await fetch(budget, csv)
  expect(files.map(({address}) => address)).toEqual(
    [2024, 2025, 2026].map(
      year =>
        `https://api.openbudget.gov.ua/api/public/localBudgetData?budgetCode=1556400000&budgetItem=EXPENSES&classificationType=PROGRAM&period=MONTH&year=${year}`,
    ),
  )
  asked.length = 0
  // 2024 was fetched long after it was closed; 2025 within half a year of its end … by November it is closed as well.
  await fetch(budget, csv)
  expect(asked.map(({query}) => query.get('year'))).toEqual(['2026'])
})

test('last year is asked for until half a year has passed', async () => {
  const {fetch, asked, clock} = await publisher((_, response) => response.end('REP_PERIOD\n01.2024\n'))
  clock.time = Date.parse('2026-03-01T12:00:00Z')
  await fetch(budget, csv)
  asked.length = 0
  clock.time = Date.parse('2026-08-01T12:00:00Z')
  await fetch(budget, csv)
  await fetch(budget, csv)
  expect(asked.map(({query}) => query.get('year'))).toEqual(['2025', '2026', '2026'])
})

test('a year without a report yet is an empty file, not a fault', async () => {
  const {fetch, texts} = await publisher(({query}, response) =>
    response.end(query.get('year') === '2026' ? '' : 'REP_PERIOD\n01.2024\n'),
  )
  expect((await texts(await fetch(budget, csv))).map(text => text.length > 0)).toEqual([true, true, false])
})

const spending = {
  kind: 'spending',
  what: 'transactions',
  payers: ['26256763', '04056902'],
  since: '2026-10-01',
} as const

test('payments are asked for payer by payer, a month at a time', async () => {
  const {fetch, asked, texts} = await publisher(({query}, response) =>
    json(response, [{id: `${query.get('payers_edrpous')} ${query.get('startdate')}`, amount: 1}]),
  )
  const files = await fetch(spending)
  expect(asked.map(({host, path, query}) => `${host}${path} ${[...query.values()].join(' ')}`)).toEqual([
    'api.spending.gov.ua/api/v2/api/transactions/ 26256763 2026-10-01 2026-10-30',
    'api.spending.gov.ua/api/v2/api/transactions/ 26256763 2026-10-31 2026-11-21',
    'api.spending.gov.ua/api/v2/api/transactions/ 04056902 2026-10-01 2026-10-30',
    'api.spending.gov.ua/api/v2/api/transactions/ 04056902 2026-10-31 2026-11-21',
  ])
  expect(await texts(files)).toHaveLength(4)
})

test('contracts that the service holds back are asked for in smaller windows', async () => {
  // Seven contracts on seven days, three at most in an answer: the service says so in two ways.
  const days = [
    '2026-11-02',
    '2026-11-03',
    '2026-11-05',
    '2026-11-08',
    '2026-11-13',
    '2026-11-19',
    '2026-11-21',
  ]
  for (const says of ['count', 'moreThenCount'] as const) {
    const {fetch, asked, texts} = await publisher(({query}, response) => {
      const [from = '', to = ''] = [query.get('documentDateFrom')!, query.get('documentDateTo')!]
      const found = days.filter(day => from <= day && day <= to)
      const documents = found.slice(0, 3).map(documentDate => ({id: documentDate, documentDate}))
      json(response, {
        size: documents.length,
        count: says === 'count' ? found.length : documents.length,
        moreThenCount: says === 'moreThenCount' && found.length > 3,
        documents,
      })
    })
    const files = await fetch({...spending, what: 'contracts', payers: ['26256763'], since: '2026-11-01'})
    const ids = (await texts(files)).flatMap(text =>
      (JSON.parse(text) as {documents: {id: string}[]}).documents.map(({id}) => id),
    )
    expect(ids).toEqual(days)
    expect(asked[0]).toMatchObject({host: 'api.spending.gov.ua', path: '/api/v2/disposers/contracts'})
    expect(asked[0]?.query.get('disposerId')).toBe('26256763')
  }
})

test('a thousand contracts in an answer are too many to be all, whatever it says', async () => {
  const {fetch} = await publisher((_, response) =>
    json(response, {count: 1000, documents: Array.from({length: 1000}, (_, id) => ({id}))}),
  )
  await expect(fetch({...spending, what: 'acts', payers: ['26256763'], since: '2026-11-21'})).rejects.toThrow(
    '2026-11-21 alone has 1000 records or more. The service gives no more',
  )
})

test('petitions to the Cabinet are one answer, asked for as from its own pages', async () => {
  const rows = [
    {id: 1, signaturesNumber: 5},
    {id: 2, signaturesNumber: 0},
  ]
  const {fetch, asked} = await publisher(({headers}, response) =>
    headers.referer === 'https://petition.kmu.gov.ua/'
      ? json(response, {count: 2, rows})
      : response.writeHead(400).end(),
  )
  await fetch({kind: 'kmu-petitions'}, {format: {kind: 'json', records: 'rows'}})
  expect(asked.map(({host, path}) => host + path)).toEqual(['petition.kmu.gov.ua/api/petitions'])
  const cut = await publisher((_, response) => json(response, {count: 2500, rows}))
  await expect(cut.fetch({kind: 'kmu-petitions'})).rejects.toThrow(
    'gave 2 petitions and says there are 2500.',
  )
})

const alerts = {kind: 'alerts-in-ua', key: {env: 'ALERTS_IN_UA_TOKEN'}} as const
const alarm = {kind: 'ukraine-alarm', key: {env: 'UKRAINE_ALARM_KEY'}} as const
const env = {ALERTS_IN_UA_TOKEN: 'token-of-ours', UKRAINE_ALARM_KEY: 'a:key-of-ours'}

test.each([
  ['in force', alerts, 'api.alerts.in.ua/v1/alerts/active.json', 'Bearer token-of-ours'],
  [
    'of a month',
    {...alerts, region: {uid: 31, period: 'month_ago'}} as const,
    'api.alerts.in.ua/v1/regions/31/alerts/month_ago.json',
    'Bearer token-of-ours',
  ],
  ['by region', alarm, 'api.ukrainealarm.com/api/v3/alerts', 'a:key-of-ours'],
  ['of one region', {...alarm, region: '31'}, 'api.ukrainealarm.com/api/v3/alerts/31', 'a:key-of-ours'],
])('alerts %s are asked for with the key from the environment', async (_, source, address, header) => {
  const {fetch, asked, files} = await publisher((_asked, response) => json(response, {alerts: []}))
  const found = await fetch(source, {env})
  expect(asked.map(({host, path, headers}) => [host + path, headers.authorization])).toEqual([
    [address, header],
  ])
  const journal = await readFile(join(files, 'fetched.ndjson'), 'utf8')
  expect(JSON.stringify(found) + journal).not.toMatch(/of-ours/)
})

test('what has not changed is not sent again', async () => {
  const {fetch, asked} = await publisher(({headers}, response) =>
    headers['if-modified-since']
      ? response.writeHead(304).end()
      : json(response, {alerts: [{id: 1}]}, {'last-modified': 'Sat, 21 Nov 2026 11:59:00 GMT'}),
  )
  await fetch(alerts, {env})
  expect(await fetch(alerts, {env})).toHaveLength(1)
  expect(asked).toHaveLength(2)
})

test.each([
  ['is not set', {}],
  ['is empty', {ALERTS_IN_UA_TOKEN: '  '}],
])('without a key that %s nobody is asked, and the variable is named', async (_, without) => {
  const {fetch, asked} = await publisher(() => {})
  await expect(fetch(alerts, {env: without})).rejects.toThrow(
    'The environment variable ALERTS_IN_UA_TOKEN is not set. It must hold the key that https://devs.alerts.in.ua gives out.',
  )
  expect(asked).toEqual([])
})

test('a key with a line break in it does not become two headers', async () => {
  const {fetch, asked} = await publisher(() => {})
  await expect(fetch(alerts, {env: {ALERTS_IN_UA_TOKEN: 'a\r\nx-admin: 1'}})).rejects.toThrow(
    'The environment variable ALERTS_IN_UA_TOKEN holds characters that no key has.',
  )
  expect(asked).toEqual([])
})

test.each([401, 403])('a key that is refused (%i) is named by its variable and never shown', async status => {
  const {fetch} = await publisher(({headers}, response) =>
    response.writeHead(status).end(`bad key ${headers.authorization}`),
  )
  const failed = fetch(alerts, {env}).catch((error: Error) => error.message)
  expect(await failed).toBe(
    `https://api.alerts.in.ua/v1/alerts/active.json does not accept the key in the environment variable ALERTS_IN_UA_TOKEN (${status}). Check that it is whole and still valid.`,
  )
})

test('a server that repeats the key in its complaint does not get it shown', async () => {
  const {fetch} = await publisher(({headers}, response) =>
    response.writeHead(400, 'Bad token-of-ours').end(`no such user: ${headers.authorization}`),
  )
  const failed = await fetch(alerts, {env}).catch((error: Error) => error.message)
  expect(failed).not.toContain('token-of-ours')
  expect(failed).toContain('no such user: Bearer (ALERTS_IN_UA_TOKEN)')
})

test('what a server says cannot steer the terminal it is shown on', async () => {
  const {fetch} = await publisher((_, response) =>
    response.writeHead(400, {'content-type': 'text/plain'}).end('\u001b[2Jall is\r\nwell\u202e'),
  )
  await expect(fetch(alerts, {env})).rejects.toThrow('400 Bad Request: [2Jall is well. Correct')
})

test('the key does not travel to where a redirect leads', async () => {
  const {fetch, asked} = await publisher(({host}, response) =>
    host === 'api.alerts.in.ua'
      ? response.writeHead(302, {location: 'https://elsewhere.example/x'}).end()
      : json(response, {alerts: []}),
  )
  await fetch(alerts, {env})
  expect(asked.map(({host, headers}) => [host, headers.authorization])).toEqual([
    ['api.alerts.in.ua', 'Bearer token-of-ours'],
    ['elsewhere.example', undefined],
  ])
})
