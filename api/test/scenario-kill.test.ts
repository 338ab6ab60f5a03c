import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtemp, readdir, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {afterAll, beforeAll, expect, test} from 'vitest'
import type {CommentReceipt, ModerationQueue, ScenarioDetail} from '../src/contract/index.ts'
import {makeToken} from '../src/scenarios/tokens.ts'
import {sealRelease} from './release-folder.ts'
import {appeals} from './sample-tables.ts'
import {form} from './scenario-town.ts'

let data: string
let server: ChildProcess | null = null
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'hromada-kill-'))
  await sealRelease(data, 'first', {tables: [appeals]})
})
afterAll(async () => {
  server?.kill('SIGKILL')
  await rm(data, {recursive: true, force: true})
})

async function start(): Promise<string> {
  server = spawn(process.execPath, [join(import.meta.dirname, 'serve-process.ts'), data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(server.stdout!, 'data')) as [Buffer]
  return line.toString().trim()
}

async function kill(): Promise<void> {
  server!.kill('SIGKILL')
  await once(server!, 'exit')
}

test('killed while many write, and started again: what was answered is there, and nothing is torn', async () => {
  const token = async (role: 'planner' | 'moderator') =>
    (await makeToken(data, {holder: role, roles: [role], days: null}, new Date())).token
  const [planner, moderator] = [await token('planner'), await token('moderator')]
  const told: {id: string; text: string}[] = []
  const versions: {version: number; title: string}[] = []
  let scenario = ''
  let senders = 0
  for (let round = 0; round < 3; round++) {
    const address = await start()
    /** Null where the server was gone before its answer was whole. */
    const ask = async (
      method: string,
      path: string,
      body?: unknown,
      headers: Record<string, string> = {},
    ) => {
      try {
        const response = await fetch(address + path, {
          method,
          ...(body === undefined ? {} : {body: JSON.stringify(body)}),
          headers: {
            'content-type': 'application/json',
            'x-forwarded-for': `10.${round}.${senders >> 8}.${senders++ & 255}`,
            ...headers,
          },
        })
        const text = await response.text()
        return {
          status: response.status,
          etag: response.headers.get('etag') ?? '',
          answer: JSON.parse(text) as unknown,
        }
      } catch {
        return null
      }
    }
    const authorization = `Bearer ${planner}`
    if (scenario === '') {
      const made = await ask('POST', '/api/v1/scenarios', form(), {authorization})
      scenario = (made!.answer as ScenarioDetail).id
      versions.push({version: 1, title: 'Будинок на розі'})
    }
    const path = `/api/v1/scenarios/${scenario}`
    let isRunning = true
    // Six who comment and one who changes the scenario, until the server is gone from under them.
    const comment = async (writer: number) => {
      for (let count = 0; isRunning; count++) {
        const text = `${round} ${writer} ${count} ${'слово '.repeat(300)}`.trim()
        const got = await ask('POST', `${path}/comments`, {text})
        if (got?.status === 202) told.push({id: (got.answer as CommentReceipt).id, text})
      }
    }
    const change = async () => {
      for (let count = 0; isRunning && count < 10; count++) {
        const title = `Назва ${round}-${count}`
        const read = await ask('GET', path)
        const got = read && (await ask('PUT', path, form({title}), {authorization, 'if-match': read.etag}))
        if (got?.status === 200) versions.push({version: (got.answer as ScenarioDetail).version, title})
      }
    }
    const writers = [change(), ...Array.from({length: 6}, (_, writer) => comment(writer))]
    await sleep(250 + 120 * round)
    await kill()
    isRunning = false
    await Promise.all(writers)
  }
  expect(told.length).toBeGreaterThan(20)

  const address = await start()
  const get = async <T>(path: string, token?: string) =>
    (await (
      await fetch(address + path, token ? {headers: {authorization: `Bearer ${token}`}} : {})
    ).json()) as T
  for (const {id} of told)
    expect(await get<CommentReceipt>(`/api/v1/scenarios/${scenario}/comments/${id}`)).toMatchObject({
      status: 'pending',
    })
  const queue = await get<ModerationQueue>('/api/v1/moderation/comments?limit=200', moderator)
  const texts = new Map(told.map(({id, text}) => [id, text]))
  for (const {id, text} of queue.comments) {
    expect(text).toMatch(/слово$/)
    if (texts.has(id)) expect(text).toBe(texts.get(id))
  }
  const detail = await get<ScenarioDetail>(`/api/v1/scenarios/${scenario}`)
  for (const {version, title} of versions) {
    const document = await get<{title: string}>(`/api/v1/scenarios/${scenario}/versions/${version}`)
    expect([version, document.title]).toEqual([version, title])
  }
  expect(detail.versions.length).toBeGreaterThanOrEqual(versions.length)

  // The first who writes clears away what the crashes left; then every line and every file belongs to the other.
  const last = await fetch(`${address}/api/v1/scenarios/${scenario}/comments`, {
    method: 'POST',
    body: '{"text":"Після всього"}',
    headers: {'content-type': 'application/json'},
  })
  expect(last.status).toBe(202)
  const lines = (await readFile(join(data, 'scenarios/journal.ndjson'), 'utf8')).trimEnd().split('\n')
  const received = lines.map(line => JSON.parse(line) as {action: string; comment: string})
  const names = received.filter(({action}) => action === 'receive').map(({comment}) => `${comment}.0.json`)
  expect((await readdir(join(data, 'scenarios/comments'))).sort()).toEqual(names.sort())
})
