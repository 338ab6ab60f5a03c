import fc from 'fast-check'
import {expect, test} from 'vitest'
import {addDays, dayIn, daysBetween} from '../../src/fetchers/shelf/days.ts'
import {json, publisher} from './publisher.fixture.ts'

const source = {
  kind: 'open311',
  endpoint: 'https://311.example/v2',
  as: 'json',
  since: '2026-10-01',
  windowDays: 20,
  settledAfterDays: 10,
} as const

/** Requests made on given days, each answer at most `most` long. */
const requestsOn = (days: string[], most = 1000) =>
  publisher(({query}, response) => {
    const [from = '', to = ''] = [query.get('start_date')?.slice(0, 10), query.get('end_date')?.slice(0, 10)]
    const within = days.flatMap((day, index) =>
      from <= day && day <= to ? [{service_request_id: index}] : [],
    )
    json(response, within.slice(0, most))
  })

const windowsAsked = (asked: {query: URLSearchParams}[]) =>
  asked.map(({query}) => `${query.get('start_date')?.slice(0, 10)} ${query.get('end_date')?.slice(0, 10)}`)

const idsIn = async (texts: Promise<string[]>) =>
  (await texts).flatMap(text =>
    (JSON.parse(text) as {service_request_id: number}[]).map(one => one.service_request_id),
  )

test('days are asked for in windows from the first day to today, empty ones hand nothing on', async () => {
  const {fetch, asked, texts} = await requestsOn(['2026-10-01', '2026-10-20', '2026-11-20', '2026-11-21'])
  expect(await idsIn(texts(await fetch(source)))).toEqual([0, 1, 2, 3])
  expect(windowsAsked(asked)).toEqual([
    '2026-10-01 2026-10-20',
    '2026-10-21 2026-11-09',
    '2026-11-10 2026-11-21',
  ])
})

test('the next day asks only for what may still change', async () => {
  const {fetch, asked, clock, texts} = await requestsOn(['2026-10-01', '2026-11-21', '2026-11-22'])
  await fetch(source)
  asked.length = 0
  clock.time += 24 * 3_600_000
  expect(await idsIn(texts(await fetch(source)))).toEqual([0, 1, 2])
  // The first window ended more than ten days before it was fetched; so did the second one, by a day.
  expect(windowsAsked(asked)).toEqual(['2026-11-10 2026-11-22'])
})

test('a window that was fetched too soon after its end is fetched once more', async () => {
  const {fetch, asked, clock} = await requestsOn(['2026-10-01', '2026-11-10'])
  clock.time = Date.parse('2026-11-12T12:00:00Z')
  await fetch(source)
  asked.length = 0
  clock.time = Date.parse('2026-11-21T12:00:00Z')
  await fetch(source)
  expect(windowsAsked(asked)).toEqual(['2026-10-21 2026-11-09', '2026-11-10 2026-11-21'])
  asked.length = 0
  await fetch(source)
  expect(windowsAsked(asked)).toEqual(['2026-11-10 2026-11-21'])
})

test('a full answer is halved until it is all there', async () => {
  const days = ['2026-10-02', '2026-10-03', '2026-10-03', '2026-10-04', '2026-10-16', '2026-11-21']
  const {fetch, asked, texts} = await requestsOn(days, 3)
  expect(await idsIn(texts(await fetch({...source, most: 3})))).toEqual([0, 1, 2, 3, 4, 5])
  expect(windowsAsked(asked).slice(0, 6)).toEqual([
    '2026-10-01 2026-10-20',
    '2026-10-01 2026-10-10',
    '2026-10-01 2026-10-05',
    '2026-10-01 2026-10-03',
    '2026-10-01 2026-10-02',
    '2026-10-03 2026-10-03',
  ])
})

test('nothing is lost or had twice, however the days lie and whatever is full', async () => {
  const start = '2026-10-01'
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({min: 0, max: 51}), {minLength: 1, maxLength: 60}),
      fc.integer({min: 1, max: 30}),
      async (offsets, windowDays) => {
        const days = offsets.map(offset => addDays(start, offset)).sort()
        const busiest = Math.max(
          ...Map.groupBy(days, day => day)
            .values()
            .map(({length}) => length),
        )
        const {fetch, texts} = await requestsOn(days, busiest + 1)
        const ids = await idsIn(texts(await fetch({...source, since: start, windowDays, most: busiest + 1})))
        expect(ids).toEqual(days.map((_, index) => index))
      },
    ),
    {numRuns: 30, seed: 4},
  )
})

test('a single day that is too much for one answer is told of, not cut', async () => {
  const {fetch} = await requestsOn(Array(5).fill('2026-10-07'), 3)
  await expect(fetch({...source, most: 3})).rejects.toThrow(
    '2026-10-07 alone has 3 records or more. Name fewer service codes in the city’s profile, or its pages, if the endpoint knows them.',
  )
})

test('a run that was cut goes on with the window, and the half, where it was', async () => {
  let left = 4
  const days = ['2026-10-02', '2026-10-03', '2026-10-16', '2026-11-21']
  const good = await requestsOn(days, 2)
  await good.fetch({...source, most: 2})
  const {fetch, asked, texts} = await publisher(({query}, response) => {
    if (left-- === 0) return response.writeHead(403).end()
    const [from = '', to = ''] = [query.get('start_date')?.slice(0, 10), query.get('end_date')?.slice(0, 10)]
    json(
      response,
      days
        .flatMap((day, index) => (from <= day && day <= to ? [{service_request_id: index}] : []))
        .slice(0, 2),
    )
  })
  await expect(fetch({...source, most: 2})).rejects.toThrow('403')
  expect(await idsIn(texts(await fetch({...source, most: 2})))).toEqual([0, 1, 2, 3])
  // Every window was asked for once but the one that failed.
  const wanted = windowsAsked(good.asked)
  expect(windowsAsked(asked).toSpliced(4, 1)).toEqual(wanted)
})

test('a first day that lies ahead, or is no day, is told of', async () => {
  const {fetch} = await requestsOn([])
  await expect(fetch({...source, since: '2027-01-01'})).rejects.toThrow(
    'The first day to ask for, 2027-01-01, lies ahead.',
  )
  await expect(fetch({...source, since: '2026-02-30'})).rejects.toThrow('"2026-02-30" is not a day')
})

test("today is the city's, not the server's", () => {
  expect(dayIn('Europe/Kyiv', new Date('2026-11-21T22:30:00Z'))).toBe('2026-11-22')
  expect(dayIn('America/New_York', new Date('2026-11-21T03:30:00Z'))).toBe('2026-11-20')
})

test('days are counted over the change of clocks and leap years', () => {
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
  expect(addDays('2026-10-25', 1)).toBe('2026-10-26')
  expect(daysBetween('2023-12-31', '2025-01-01')).toBe(367)
})
