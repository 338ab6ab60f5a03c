import {siteFrame} from '@hromada/twin/planning'
import type {CommentForm, CommentReceipt, ModerationQueue, Role, ScenarioForm} from '../src/contract/index.ts'
import {makeToken} from '../src/scenarios/tokens.ts'
import {appeals} from './sample-tables.ts'
import {type Served, serve} from './serve.ts'

/** In the middle of the city of the sample release. */
export const middle = {lon: 30.75, lat: 46.45}

/** A block of 20 × 20 m and so many storeys, `east` metres from the middle. */
export const block = (storeys: number, east = 0, name = 'Блок') => {
  const frame = siteFrame(middle.lon, middle.lat)
  const ring = [
    [0, 0],
    [20, 0],
    [20, 20],
    [0, 20],
    [0, 0],
  ].map(([x, y]) => frame.toDegrees([x! + east, y!]))
  return {
    type: 'FeatureCollection',
    schema: 'hromada-proposal/1',
    name,
    hides: [],
    features: [
      {
        type: 'Feature',
        properties: {name: '', use: 'housing', storeys, height_m: storeys * 3},
        geometry: {type: 'Polygon', coordinates: [ring]},
      },
    ],
  }
}

export const form = (change: Partial<Record<keyof ScenarioForm, unknown>> = {}) => ({
  city: 'odesa',
  lang: 'uk',
  title: 'Будинок на розі',
  summary: 'Що думаєте про дев’ять поверхів?',
  comments_until: null,
  variants: [block(9)],
  settings: {day: '2026-03-21', span: 'day', minute: 720, cellMetres: 2, radiusMetres: 150},
  ...change,
})

export type Answer = {status: number; headers: Headers; body: Record<string, unknown>}

/** A server with tokens of a planner and a moderator, and who asks it. */
export type Town = Served & {
  now: Date
  tokens: Record<'planner' | 'other' | 'moderator', string>
  ask(
    method: string,
    path: string,
    options?: {token?: string; body?: unknown; headers?: Record<string, string>},
  ): Promise<Answer>
  publish(change?: Parameters<typeof form>[0]): Promise<{id: string; etag: string}>
  comment(id: string, comment: CommentForm): Promise<CommentReceipt>
  queue(status?: string): Promise<ModerationQueue>
}

/** Each sender is another one behind a trusted proxy, but where a test says who. */
export async function serveTown(): Promise<Town> {
  let senders = 0
  const town = {now: new Date('2026-11-22T10:00:00Z')} as Town
  const served = await serve(
    {tables: [appeals]},
    {
      trustedProxies: ['127.0.0.1'],
      now: () => town.now,
    },
  )
  const token = async (holder: string, role: Role) =>
    (await makeToken(served.data, {holder, roles: [role], days: 30}, town.now)).token
  return Object.assign(town, served, {
    tokens: {
      planner: await token('Департамент архітектури', 'planner'),
      other: await token('Інше бюро', 'planner'),
      moderator: await token('Відділ звернень', 'moderator'),
    },
    async ask(method, path, {token: bearer, body, headers = {}} = {}) {
      const response = await served.get(path, {
        method,
        headers: {
          'x-forwarded-for': `10.${(senders >> 16) & 255}.${(senders >> 8) & 255}.${senders++ & 255}`,
          ...(bearer ? {authorization: `Bearer ${bearer}`} : {}),
          ...(body === undefined ? {} : {'content-type': 'application/json'}),
          ...headers,
        },
        ...(body === undefined
          ? {}
          : {
              body:
                typeof body === 'string' || body instanceof Uint8Array
                  ? (body as string)
                  : JSON.stringify(body),
            }),
      })
      const text = await response.text()
      return {
        status: response.status,
        headers: response.headers,
        body: (text.startsWith('{') ? JSON.parse(text) : {text}) as Record<string, unknown>,
      }
    },
    async publish(change) {
      const {status, headers, body} = await town.ask('POST', '/api/v1/scenarios', {
        token: town.tokens.planner,
        body: form(change),
      })
      if (status !== 201) throw new Error(JSON.stringify(body))
      return {id: body.id as string, etag: headers.get('etag')!}
    },
    async comment(id, comment) {
      const {status, body} = await town.ask('POST', `/api/v1/scenarios/${id}/comments`, {body: comment})
      if (status !== 202) throw new Error(JSON.stringify(body))
      return body as CommentReceipt
    },
    async queue(status = 'pending') {
      const {body} = await town.ask('GET', `/api/v1/moderation/comments?status=${status}&limit=200`, {
        token: town.tokens.moderator,
      })
      return body as ModerationQueue
    },
  } satisfies Omit<Town, keyof Served | 'now'>)
}
