import fc from 'fast-check'
import {afterAll, beforeAll, expect, test} from 'vitest'
import type {ScenarioComments} from '../src/contract/index.ts'
import {form, serveTown, type Town} from './scenario-town.ts'

let town: Town
let id: string
beforeAll(async () => {
  town = await serveTown()
  id = (await town.publish()).id
})
afterAll(() => town.close())

const send = (body: unknown, headers: Record<string, string> = {}) =>
  town.ask('POST', `/api/v1/scenarios/${id}/comments`, {body, headers})
const publish = (body: unknown, headers: Record<string, string> = {}) =>
  town.ask('POST', '/api/v1/scenarios', {token: town.tokens.planner, body, headers})
const utf8 = (text: string) => new TextEncoder().encode(text)

test.each([
  ['no JSON', '{"text":', 400, 'INVALID_BODY'],
  ['no object', '[]', 422, 'INVALID_COMMENT'],
  ['null', 'null', 422, 'INVALID_COMMENT'],
  ['nothing', '{}', 422, 'INVALID_COMMENT'],
  ['blank', '{"text":" \\n "}', 422, 'INVALID_COMMENT'],
  [
    'bytes that are no UTF-8',
    new Uint8Array([...utf8('{"text":"'), 0xc3, 0x28, ...utf8('"}')]),
    400,
    'INVALID_BODY',
  ],
  ['half of a pair', '{"text":"\\ud83d"}', 422, 'INVALID_COMMENT'],
  ['an unknown field', '{"text":"a","email":"a@b.cd"}', 422, 'INVALID_COMMENT'],
  ['a field of the prototype', '{"text":"a","__proto__":{"isAdmin":true}}', 422, 'INVALID_COMMENT'],
  ['4,001 characters', JSON.stringify({text: 'я'.repeat(4001)}), 422, 'INVALID_COMMENT'],
  ['a place elsewhere', '{"text":"a","place":{"lon":0,"lat":0}}', 422, 'INVALID_COMMENT'],
  ['half a place', '{"text":"a","place":{"lon":30.7}}', 422, 'INVALID_COMMENT'],
  ['a place of texts', '{"text":"a","place":{"lon":"NaN","lat":"Infinity"}}', 422, 'INVALID_COMMENT'],
  ['64 kB', JSON.stringify({text: 'a'.repeat(64_000)}), 413, 'BODY_TOO_LARGE'],
  ['deep brackets', `{"text":${'['.repeat(30_000)}${']'.repeat(30_000)}}`, 422, 'INVALID_COMMENT'],
])('%s is refused as a comment', async (_, body, status, code) => {
  const answer = await send(body)
  expect([answer.status, answer.body.code]).toEqual([status, code])
})

test('bodies of other kinds are refused', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
    expect((await send('text=a', {'content-type': type})).body.code).toBe('MEDIA_TYPE_NOT_SUPPORTED')
})

test('4,000 signs of four bytes are taken, and come back as they were', async () => {
  const text = '🌳'.repeat(4000)
  const {id: comment} = await town.comment(id, {text})
  expect((await town.queue()).comments.find(one => one.id === comment)?.text).toBe(text)
})

test('what is no scenario is refused, however large or deep, and the server goes on', async () => {
  expect((await publish('x'.repeat(1_000_001))).body.code).toBe('BODY_TOO_LARGE')
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
  const text = JSON.stringify(form()).replace(
    /"variants":\[.*\],"settings"/,
    `"variants":[${deep}],"settings"`,
  )
  expect((await publish(text)).body.code).toBe('INVALID_SCENARIO')
  for (const where of ['name', 'hides'])
    expect(
      (await publish(JSON.stringify(form()).replace(/"hides":\[\]/, `"hides":[],"${where}":${deep}`))).body
        .code,
    ).toBe('INVALID_SCENARIO')
  expect((await town.ask('GET', '/api/v1/scenarios')).status).toBe(200)
})

test('any body gets an answer with a code of ours, and never breaks the server', async () => {
  const anything = fc.oneof(
    fc.json(),
    fc.uint8Array({maxLength: 200}),
    fc.record(
      {
        text: fc.anything({maxDepth: 2}),
        name: fc.oneof(fc.string({unit: 'binary'}), fc.anything({maxDepth: 1})),
        place: fc.oneof(fc.record({lon: fc.double(), lat: fc.double()}), fc.anything({maxDepth: 1})),
        website: fc.anything({maxDepth: 1}),
      },
      {requiredKeys: []},
    ),
    fc.record({
      ...Object.fromEntries(
        Object.entries(form()).map(([key, value]) => [
          key,
          fc.oneof(fc.constant(value), fc.anything({maxDepth: 3})),
        ]),
      ),
    }),
  )
  await fc.assert(
    fc.asyncProperty(anything, async body => {
      const sent =
        typeof body === 'string' || body instanceof Uint8Array
          ? body
          : (safely(() => JSON.stringify(body)) ?? '')
      for (const answer of [
        await send(sent),
        await town.ask('POST', '/api/v1/scenarios', {token: town.tokens.other, body: sent}),
      ]) {
        expect([201, 202, 400, 413, 415, 422, 429]).toContain(answer.status)
        if (answer.status >= 400) expect(answer.body.code).toMatch(/^[A-Z_]+$/)
      }
    }),
    {numRuns: 60, seed: 20261122},
  )
})

test('a name of a file, a folder above or a prototype is no id', async () => {
  for (const name of [
    '..%2f..%2ftokens%2ftokens.json',
    '%2e%2e',
    '..',
    '__proto__',
    'constructor',
    '%00',
    'journal.ndjson',
    'а'.repeat(300),
  ])
    for (const path of [
      `/api/v1/scenarios/${name}`,
      `/api/v1/scenarios/${name}/comments`,
      `/api/v1/scenarios/${id}/versions/${name}`,
      `/api/v1/scenarios/${id}/comments/${name}`,
    ]) {
      const {status, body} = await town.ask('GET', path)
      expect([path, [400, 404].includes(status), JSON.stringify(body).includes('sha256')]).toEqual([
        path,
        true,
        false,
      ])
    }
})

test('markup in a comment stays text, and controls that turn writing around are left out', async () => {
  const text = '<script>alert(1)</script> & <b>"так"</b>\u202e\u0007\r\nдалі'
  const sent = await town.comment(id, {text, name: '<img src=x onerror=alert(1)>'})
  const waiting = (await town.queue()).comments.find(comment => comment.id === sent.id)!
  expect(waiting.text).toBe('<script>alert(1)</script> & <b>"так"</b>\nдалі')
  await town.ask('PUT', `/api/v1/moderation/comments/${sent.id}`, {
    token: town.tokens.moderator,
    body: {decision: 'publish'},
    headers: {'if-match': waiting.etag},
  })
  const response = await town.get(`/api/v1/scenarios/${id}/comments`)
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  const {comments} = (await response.json()) as ScenarioComments
  expect(comments.at(-1)).toMatchObject({text: waiting.text, name: '<img src=x onerror=alert(1)>'})
})

test('a machine that fills in the hidden field is thanked, and nothing is kept', async () => {
  const before = (await town.queue()).total
  const answer = await send({text: 'Купуйте', website: 'https://example.org'})
  expect([answer.status, answer.body.status]).toEqual([202, 'pending'])
  expect(Object.keys(answer.body).sort()).toEqual(
    Object.keys(await town.comment(id, {text: 'Людина'})).sort(),
  )
  expect((await town.queue()).total).toBe(before + 1)
})

test('one sender may say five things in ten minutes and twenty a day; a network of IPv6 is one sender', async () => {
  const from = (address: string) => send({text: 'Ще раз'}, {'x-forwarded-for': address})
  const start = town.now
  for (let count = 0; count < 5; count++)
    expect((await from(`2001:db8:1:2::${count.toString(16)}`)).status).toBe(202)
  const sixth = await from('2001:db8:1:2:ffff::1')
  expect([sixth.status, sixth.body.code, sixth.headers.get('retry-after')]).toEqual([
    429,
    'TOO_MANY_REQUESTS',
    '600',
  ])
  expect((await from('2001:db8:1:3::1')).status).toBe(202)
  for (let round = 1; round < 4; round++) {
    town.now = new Date(start.getTime() + round * 601_000)
    for (let count = 0; count < 5; count++) expect((await from('2001:db8:1:2::9')).status).toBe(202)
  }
  town.now = new Date(start.getTime() + 4 * 601_000)
  const more = await from('2001:db8:1:2::9')
  expect(more.status).toBe(429)
  expect(Number(more.headers.get('retry-after'))).toBeGreaterThan(80_000)
  town.now = start
})

test('who guesses tokens is stopped', async () => {
  const guess = () =>
    town.ask('GET', '/api/v1/token', {token: 'hromada_guess', headers: {'x-forwarded-for': '192.0.2.7'}})
  for (let count = 0; count < 20; count++) expect((await guess()).status).toBe(401)
  expect((await guess()).body.code).toBe('TOO_MANY_REQUESTS')
})

test('a page of another site can neither write nor read with a token', async () => {
  const own = new URL(town.address).host
  for (const [headers, status] of [
    [{'sec-fetch-site': 'cross-site'}, 403],
    [{'sec-fetch-site': 'same-site'}, 403],
    [{origin: 'https://example.org'}, 403],
    [{origin: 'null'}, 403],
    [{origin: `http://${own}`}, 202],
    [{'sec-fetch-site': 'same-origin'}, 202],
    [{}, 202],
  ] as const) {
    const answer = await send({text: 'Звідки?'}, headers)
    expect([headers, answer.status]).toEqual([headers, status])
    expect(answer.headers.get('access-control-allow-origin')).toBe(null)
    if (status === 403) expect(answer.body.code).toBe('OTHER_ORIGIN')
  }
  const queue = await town.ask('GET', '/api/v1/moderation/comments', {
    token: town.tokens.moderator,
    headers: {origin: 'https://example.org'},
  })
  expect(queue.status).toBe(403)
  for (const path of ['/api/v1/scenarios', `/api/v1/scenarios/${id}`, `/api/v1/scenarios/${id}/comments`]) {
    const preflight = await town.get(path, {
      method: 'OPTIONS',
      headers: {origin: 'https://example.org', 'access-control-request-method': 'POST'},
    })
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS')
    expect(preflight.headers.get('access-control-allow-headers')).not.toMatch(/authorization|content-type/i)
  }
})

test('of twenty planners with the same version one changes it; of many comments each is kept once', async () => {
  const own = await town.publish({title: 'Спільний'})
  const answers = await Promise.all(
    Array.from({length: 20}, (_, index) =>
      town.ask('PUT', `/api/v1/scenarios/${own.id}`, {
        token: town.tokens.planner,
        body: form({title: `Зміна ${index}`}),
        headers: {'if-match': own.etag},
      }),
    ),
  )
  expect(answers.map(({status}) => status).sort()).toEqual([200, ...Array<number>(19).fill(412)])
  const receipts = await Promise.all(
    Array.from({length: 40}, (_, index) => town.comment(own.id, {text: `Думка ${index}`})),
  )
  expect(new Set(receipts.map(receipt => receipt.id)).size).toBe(40)
  const {counts} = (await town.ask('GET', `/api/v1/scenarios/${own.id}/comments`)).body as ScenarioComments
  expect(counts.pending).toBe(40)
})

test.each([
  ['[]'],
  ['{}'],
  ['{"decision":"burn"}'],
  ['{"decision":"reject"}'],
  ['{"decision":"reject","reason":"because"}'],
  ['{"decision":"publish","reason":"spam"}'],
  ['{"decision":"publish","redact":1}'],
  ['{"decision":"publish","seen":[1]}'],
  ['{"decision":"publish","answer":5}'],
  [JSON.stringify({decision: 'publish', answer: 'я'.repeat(4001)})],
  ['{"decision":"publish","text":"інше"}'],
])('%s is no decision', async body => {
  const sent = await town.comment(id, {text: 'Рішення?'})
  const {etag} = (await town.queue()).comments.find(comment => comment.id === sent.id)!
  const answer = await town.ask('PUT', `/api/v1/moderation/comments/${sent.id}`, {
    token: town.tokens.moderator,
    body,
    headers: {'if-match': etag},
  })
  expect([answer.status, answer.body.code]).toEqual([422, 'INVALID_DECISION'])
})

test('other methods and addresses stay closed', async () => {
  for (const [method, path, allow] of [
    ['PATCH', `/api/v1/scenarios/${id}`, 'GET, HEAD, OPTIONS, PUT, DELETE'],
    ['DELETE', '/api/v1/scenarios', 'GET, HEAD, OPTIONS, POST'],
    ['POST', '/api/v1/scenarios.json', 'GET, HEAD, OPTIONS'],
    ['POST', '/api/v1/moderation/comments', 'GET, HEAD, OPTIONS'],
    ['POST', '/api/v1/tables', 'GET, HEAD, OPTIONS'],
  ] as const) {
    const answer = await town.ask(method, path, {token: town.tokens.planner})
    expect([path, answer.status, answer.headers.get('allow')]).toEqual([path, 405, allow])
  }
})

function safely<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}
