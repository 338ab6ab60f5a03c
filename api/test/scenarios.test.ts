import {createHash} from 'node:crypto'
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {proposalFrom} from '@hromada/twin/planning'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {ScenarioComments, ScenarioDetail, ScenarioExport, Scenarios} from '../src/contract/index.ts'
import {revokeToken} from '../src/index.ts'
import {listTokens, tokensFromEnvironment} from '../src/scenarios/tokens.ts'
import {appeals} from './sample-tables.ts'
import {block, form, middle, serveTown, type Town} from './scenario-town.ts'
import {serve} from './serve.ts'

let town: Town
beforeAll(async () => {
  town = await serveTown()
})
afterAll(() => town.close())

const listed = async () => (await town.ask('GET', '/api/v1/scenarios')).body as Scenarios
const comments = async (id: string) =>
  (await town.ask('GET', `/api/v1/scenarios/${id}/comments`)).body as ScenarioComments
const decide = (id: string, etag: string, body: unknown) =>
  town.ask('PUT', `/api/v1/moderation/comments/${id}`, {
    token: town.tokens.moderator,
    body,
    headers: {'if-match': etag},
  })

test('a scenario is published, changed and withdrawn; its versions stay the bytes of their hashes', async () => {
  const {id, etag} = await town.publish({variants: [block(9), block(5, 40, 'Нижче')]})
  const first = (await town.ask('GET', `/api/v1/scenarios/${id}`)).body as ScenarioDetail
  expect(first).toMatchObject({
    city: 'odesa',
    title: 'Будинок на розі',
    published_by: 'Департамент архітектури',
    version: 1,
    is_demo: false,
  })
  expect(first.variants.map(variant => proposalFrom(variant, '').parts[0]!.storeys)).toEqual([9, 5])

  const changed = await town.ask('PUT', `/api/v1/scenarios/${id}`, {
    token: town.tokens.planner,
    body: form({title: 'Будинок, нижчий', variants: [block(6)]}),
    headers: {'if-match': etag},
  })
  expect([changed.status, changed.body.version, changed.body.title]).toEqual([200, 2, 'Будинок, нижчий'])
  for (const {version, sha256, document} of (changed.body as ScenarioDetail).versions) {
    const response = await town.get(document)
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
    expect((JSON.parse(bytes.toString()) as {title: string}).title).toBe(
      version === 1 ? 'Будинок на розі' : 'Будинок, нижчий',
    )
  }
  // The same again is no new version.
  const again = await town.ask('PUT', `/api/v1/scenarios/${id}`, {
    token: town.tokens.planner,
    body: form({title: 'Будинок, нижчий', variants: [block(6)]}),
    headers: {'if-match': changed.headers.get('etag')!},
  })
  expect(again.body.version).toBe(2)

  const gone = await town.ask(
    'DELETE',
    `/api/v1/scenarios/${id}?reason=${encodeURIComponent('Ділянку продано')}`,
    {
      token: town.tokens.planner,
      headers: {'if-match': again.headers.get('etag')!},
    },
  )
  expect(gone.status).toBe(204)
  const after = await town.ask('GET', `/api/v1/scenarios/${id}`)
  expect([after.status, after.body.code]).toEqual([410, 'SCENARIO_WITHDRAWN'])
  expect(after.body.detail).toBe('It was withdrawn on 2026-11-22: Ділянку продано')
  expect((await listed()).scenarios.some(scenario => scenario.id === id)).toBe(false)
})

test('a scenario carries the view its author chose: camera, layers and sun, and nothing else that an address holds', async () => {
  const camera = 'at=30.75000,46.45000,20,340,-35,500'
  const {status, body} = await town.ask('POST', '/api/v1/scenarios', {
    token: town.tokens.planner,
    body: form({
      title: 'З виглядом',
      view: `${camera}&on=buildings,map&sun=2026-06-21T15:00Z&filter=shelters:type:=x&pick=buildings:1&v=1&evil="><script>`,
    }),
  })
  expect(status).toBe(201)
  const {view, links, versions} = body as ScenarioDetail
  expect(Object.fromEntries(new URLSearchParams(view!))).toEqual({
    at: camera.slice(3),
    sun: '2026-06-21T15:00Z',
    on: 'buildings,map',
    v: '1',
  })
  expect((await town.ask('GET', links.self)).body.view).toBe(view)
  expect((await town.ask('GET', versions[0]!.document)).body.view).toBe(view)
  const other = await town.ask('POST', '/api/v1/scenarios', {
    token: town.tokens.planner,
    body: form({title: 'Без вигляду'}),
  })
  expect(other.body.view).toBe(null)
})

test('who may change what, and from what', async () => {
  const {id, etag} = await town.publish()
  const path = `/api/v1/scenarios/${id}`
  const put = (token: string | undefined, headers: Record<string, string>) =>
    town.ask('PUT', path, {...(token ? {token} : {}), body: form({title: 'Інакше'}), headers})
  expect((await put(undefined, {'if-match': etag})).body.code).toBe('TOKEN_REQUIRED')
  expect((await put('hromada_nothing', {'if-match': etag})).body.code).toBe('TOKEN_REFUSED')
  expect((await put(town.tokens.moderator, {'if-match': etag})).body.code).toBe('NOT_ALLOWED')
  expect((await put(town.tokens.other, {'if-match': etag})).body.code).toBe('NOT_ALLOWED')
  expect((await put(town.tokens.planner, {})).body.code).toBe('VERSION_REQUIRED')
  expect((await put(town.tokens.planner, {'if-match': '"old"'})).body.code).toBe('VERSION_CHANGED')
  expect((await put(town.tokens.planner, {'if-match': etag.replace(/"$/, '-br"')})).status).toBe(200)
  const refused = await put('x', {'if-match': etag})
  expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
  const me = await town.ask('GET', '/api/v1/token', {token: town.tokens.planner})
  expect(me.body).toEqual({
    holder: 'Департамент архітектури',
    roles: ['planner'],
    expires_at: '2026-12-22T10:00:00.000Z',
  })
})

test.each([
  [{city: 'kyiv'}, /^city: must be one of odesa/],
  [{lang: 'de'}, /^lang:/],
  [{title: ' '}, /^title:/],
  [{title: 'я'.repeat(161)}, /^title: has 161 characters/],
  [{title: '\ud800'}, /^title:/],
  [{comments_until: '2026-02-30'}, /^comments_until:/],
  [{variants: []}, /^variants:/],
  [{variants: [block(1), block(1), block(1), block(1), block(1)]}, /^variants:/],
  [{variants: [{type: 'Point'}]}, /^variants\[0\].*\(NOT_GEOJSON\)/],
  [{variants: [block(151)]}, /storeys.*\(BAD_NUMBER\)/],
  [{variants: [block(3, 60_000)]}, /outside odesa/],
  [{variants: [{...block(3), schema: 'hromada-proposal/9'}]}, /\(UNKNOWN_VERSION\)/],
  [{settings: {}}, /^settings\.day/],
  [
    {settings: {day: '2026-03-21', span: 'day', minute: 720, cellMetres: 0.001, radiusMetres: 150}},
    /^settings\.cellMetres/,
  ],
  [{view: 5}, /^view: must be a text/],
  [{view: 'on=buildings&v=1'}, /^view: .* with a camera/],
  [{view: 'at=30.75,46.45,20,0,-35,-500&v=1'}, /^view: .* with a camera/],
  [{view: 'at=30.75,46.45,20,0,-35,500&v=99'}, /^view: .* with a camera/],
  [{view: 'at=2.35,48.86,20,0,-35,500&v=1'}, /^view: looks outside odesa/],
  [{view: `at=30.75,46.45,20,0,-35,500&on=${'x'.repeat(4000)}`}, /^view: .*4000 characters/],
  [{price: 1}, /no field "price"/],
])('what is no scenario is refused with its place: %j', async (change, detail) => {
  const {status, body} = await town.ask('POST', '/api/v1/scenarios', {
    token: town.tokens.other,
    body: form(change as Parameters<typeof form>[0]),
  })
  expect([status, body.code]).toEqual([422, 'INVALID_SCENARIO'])
  expect(body.detail).toMatch(detail)
})

test('a comment waits, is decided on with its personal data marked, and is published with an answer', async () => {
  const {id} = await town.publish()
  const sent = await town.comment(id, {
    text: 'Тінь впаде на школу. Дзвоніть 067 123 45 67.',
    name: 'Сусідка',
    place: middle,
  })
  expect(sent).toMatchObject({status: 'pending', decided_at: null})
  expect(await comments(id)).toMatchObject({counts: {pending: 1, published: 0}, comments: []})
  const [waiting] = (await town.queue()).comments.filter(comment => comment.id === sent.id)
  expect(
    waiting!.findings.map(({rule, in: part, start, end}) => [rule, part, waiting!.text.slice(start, end)]),
  ).toEqual([['phone', 'text', '067 123 45 67']])

  const blind = await decide(sent.id, waiting!.etag, {decision: 'publish'})
  expect([blind.status, blind.body.code]).toEqual([409, 'FINDINGS_NOT_SEEN'])
  expect((await comments(id)).comments).toEqual([])
  const published = await decide(sent.id, waiting!.etag, {
    decision: 'publish',
    redact: true,
    answer: 'Годину тіні враховано.',
  })
  expect([published.status, published.body.status]).toEqual([200, 'published'])
  const [shown] = (await comments(id)).comments
  expect(shown).toMatchObject({
    number: 1,
    text: 'Тінь впаде на школу. Дзвоніть […].',
    name: 'Сусідка',
    place: middle,
    is_redacted: true,
    answer: {text: 'Годину тіні враховано.', by: 'Відділ звернень'},
  })
  // A second moderator who has read it before the first decided does not undo that unknowingly.
  expect((await decide(sent.id, waiting!.etag, {decision: 'reject', reason: 'spam'})).body.code).toBe(
    'VERSION_CHANGED',
  )
  // The telephone is nowhere in what everybody may read.
  for (const path of [
    `/api/v1/scenarios/${id}/comments`,
    '/api/v1/scenarios.json',
    '/api/v1/scenarios.ndjson',
  ])
    expect(await (await town.get(path)).text()).not.toContain('067 123')
})

test('an answer with personal data needs them seen; a rejected comment tells its reason alone', async () => {
  const {id} = await town.publish()
  const sent = await town.comment(id, {text: 'Чому так високо?'})
  const etag = (await town.queue()).comments.find(comment => comment.id === sent.id)!.etag
  const answer = 'Пишіть на office@example.org'
  expect((await decide(sent.id, etag, {decision: 'publish', answer, redact: true})).body.code).toBe(
    'FINDINGS_NOT_SEEN',
  )
  const published = await decide(sent.id, etag, {decision: 'publish', answer, seen: ['email']})
  expect(published.status).toBe(200)
  const rejected = await decide(sent.id, published.headers.get('etag')!, {
    decision: 'reject',
    reason: 'off_topic',
  })
  expect(rejected.body).toMatchObject({status: 'rejected', reason: 'off_topic'})
  const shown = await comments(id)
  expect(shown.comments).toEqual([])
  expect(shown.rejected).toMatchObject([{id: sent.id, number: 1, reason: 'off_topic'}])
  expect(JSON.stringify(shown)).not.toContain('високо')
  const receipt = await town.ask('GET', sent.links.self)
  expect(receipt.body).toMatchObject({status: 'rejected', reason: 'off_topic'})

  expect((await town.queue('rejected')).comments[0]).toMatchObject({id: sent.id, text: 'Чому так високо?'})
})

test('of several kinds one may be told and the others not', async () => {
  const {id} = await town.publish()
  const {id: sent} = await town.comment(id, {text: 'Пишіть на a@example.org або 067 123 45 67'})
  const {etag} = (await town.queue()).comments.find(comment => comment.id === sent)!
  await decide(sent, etag, {decision: 'publish', redact: true, seen: ['email']})
  expect((await comments(id)).comments[0]).toMatchObject({
    text: 'Пишіть на a@example.org або […]',
    is_redacted: true,
  })
})

test('comments are taken until the end of their last day, by the city’s clock', async () => {
  const {id} = await town.publish({comments_until: '2026-11-22'})
  expect((await comments(id)).is_open).toBe(true)
  const before = town.now
  // 23:30 of that day in Kyiv, and half past midnight.
  town.now = new Date('2026-11-22T21:30:00Z')
  expect((await comments(id)).is_open).toBe(true)
  town.now = new Date('2026-11-22T22:30:00Z')
  expect(await comments(id)).toMatchObject({is_open: false, closed_because: 'over'})
  const late = await town.ask('POST', `/api/v1/scenarios/${id}/comments`, {body: {text: 'Ще можна?'}})
  expect([late.status, late.body.code]).toEqual([403, 'COMMENTS_CLOSED'])
  town.now = before
})

test('everything public is one file, the same as JSON and as lines', async () => {
  const {id} = await town.publish({title: 'Для файлу'})
  const json = (await (await town.get('/api/v1/scenarios.json')).json()) as ScenarioExport
  const ndjson = await (await town.get('/api/v1/scenarios.ndjson')).text()
  expect(
    ndjson
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as unknown),
  ).toEqual(json.scenarios)
  const own = json.scenarios.find(scenario => scenario.id === id)!
  expect(own.document).toMatchObject({schema: 'hromada-scenario/1', title: 'Для файлу'})
  expect(createHash('sha256').update(JSON.stringify(own.document)).digest('hex')).toBe(own.sha256)
  expect((await town.ask('GET', '/api/v1/scenarios.csv')).body.code).toBe('FORMAT_NOT_FOUND')
})

test('the journal says who did what, and nothing of what residents wrote', async () => {
  const text = await readFile(join(town.data, 'scenarios/journal.ndjson'), 'utf8')
  const lines = text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Record<string, unknown>)
  expect(lines.map(({seq}) => seq)).toEqual(lines.map((_, index) => index + 1))
  expect(new Set(lines.map(({action}) => action))).toEqual(
    new Set(['publish', 'replace', 'withdraw', 'receive', 'decide']),
  )
  const decided = lines.filter(({action}) => action === 'decide')
  expect(decided[0]).toMatchObject({by: {holder: 'Відділ звернень'}, found: ['phone'], isRedacted: true})
  expect(text).not.toMatch(/Тінь впаде|067 |Сусідка|високо/)
})

describe('tokens', () => {
  test('a revoked one is refused at once, an old one when its time is over; only hashes are kept', async () => {
    const kept = await listTokens(town.data)
    const text = await readFile(join(town.data, 'tokens/tokens.json'), 'utf8')
    for (const token of Object.values(town.tokens)) expect(text).not.toContain(token)
    const other = kept.find(({holder}) => holder === 'Інше бюро')!
    const me = () => town.ask('GET', '/api/v1/token', {token: town.tokens.other})
    expect((await me()).status).toBe(200)
    expect(await revokeToken(town.data, other.id, town.now)).toBe(true)
    expect((await me()).body.code).toBe('TOKEN_REFUSED')
    expect(await revokeToken(town.data, 'nothing', town.now)).toBe(false)

    const before = town.now
    town.now = new Date(before.getTime() + 31 * 86_400_000)
    expect((await town.ask('GET', '/api/v1/token', {token: town.tokens.planner})).body.code).toBe(
      'TOKEN_REFUSED',
    )
    expect(await listed()).toMatchObject({is_publishing_open: false})
    town.now = before
  })

  test('without any nobody publishes or comments, and pages are told so', async () => {
    await using bare = await bareServer()
    expect(await bare.json('/api/v1/scenarios')).toEqual({is_publishing_open: false, scenarios: []})
    const refused = await bare.post('/api/v1/scenarios', form(), 'hromada_guess')
    expect([refused.status, ((await refused.json()) as {code: string}).code]).toEqual([403, 'PUBLISHING_OFF'])
  })

  test('from the environment', async () => {
    const token = 'hromada_from_the_environment'
    const sha256 = createHash('sha256').update(token).digest('hex')
    const given = tokensFromEnvironment(`planner+moderator:Міська рада:${sha256}`)
    expect(given).toMatchObject([{holder: 'Міська рада', roles: ['planner', 'moderator']}])
    await using bare = await bareServer({tokens: given})
    expect((await bare.post('/api/v1/scenarios', form(), token)).status).toBe(201)
    for (const wrong of ['planner:x', `mayor:x:${sha256}`, `planner:x:${sha256.slice(1)}`])
      expect(() => tokensFromEnvironment(wrong)).toThrow(/^HROMADA_TOKENS: part 1/)
  })
})

async function bareServer(options: Parameters<typeof serve>[1] = {}) {
  const served = await serve({tables: [appeals]}, options)
  return {
    json: async (path: string) => (await served.get(path)).json() as Promise<unknown>,
    post: (path: string, body: unknown, token: string) =>
      served.get(path, {
        method: 'POST',
        headers: {authorization: `Bearer ${token}`, 'content-type': 'application/json'},
        body: JSON.stringify(body),
      }),
    [Symbol.asyncDispose]: () => served.close(),
  }
}
