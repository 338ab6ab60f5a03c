import {appendFile, cp, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import type {Head} from './scenario-state.ts'
import {type Decision, ScenarioStore} from './scenario-store.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hromada-scenarios-'))
})
afterAll(() => rm(folder, {recursive: true, force: true}))

const by = {holder: 'Бюро', token: 'test'}
const head: Head = {
  city: 'odesa',
  lang: 'uk',
  title: 'Дім',
  summary: 'Чи будувати?',
  comments_until: null,
  is_demo: false,
  zone: 'Europe/Kyiv',
}
const said = (text: string) => ({text, name: null, place: null})
const rejected: Decision = {
  status: 'rejected',
  reason: 'spam',
  shown: null,
  answer: null,
  found: [],
  seen: [],
  isRedacted: false,
}
const journalOf = (data: string) => join(data, 'scenarios/journal.ndjson')
const texts = (data: string) => readdir(join(data, 'scenarios/comments'))

test('what is written is there after a new start, and another process sees it while it is written', async () => {
  const data = join(folder, 'restart')
  const writer = new ScenarioStore({data})
  const reader = new ScenarioStore({data})
  const {id} = await writer.publish(by, head, '{"a":1}')
  expect([...(await reader.read()).scenarios.keys()]).toEqual([id])
  const comment = await writer.receive(id, said('Так'))
  expect((await reader.read()).comments.get(comment.id)?.content?.text).toBe('Так')
  // One process writes; the other says so, and may once the first has ended.
  await expect(reader.receive(id, said('Ні'))).rejects.toMatchObject({code: 'SCENARIOS_UNAVAILABLE'})
  await writer.close()
  await reader.receive(id, said('Ні'))
  await reader.close()
  const after = await new ScenarioStore({data}).read()
  expect([...after.comments.values()].map(({number, content}) => [number, content?.text])).toEqual([
    [1, 'Так'],
    [2, 'Ні'],
  ])
})

test('a line that a crash left unfinished is cut off, and texts that no line names are taken away', async () => {
  const data = join(folder, 'torn')
  const before = new ScenarioStore({data})
  const {id} = await before.publish(by, head, '{}')
  await before.receive(id, said('Перший'))
  await before.close()
  const whole = await readFile(journalOf(data), 'utf8')
  const unfinished = whole.split('\n')[1]!
  for (const end of ['{"seq":3,"prev', unfinished, '\0\0\0\0']) {
    await appendFile(journalOf(data), end)
    await writeFile(join(data, 'scenarios/comments/stray.0.json'), '{}')
    expect((await new ScenarioStore({data}).read()).comments.size).toBe(1)
    const after = new ScenarioStore({data})
    await after.eraseOld()
    await after.receive(id, said('Ще один'))
    await after.close()
    expect((await readFile(journalOf(data), 'utf8')).startsWith(whole)).toBe(true)
    expect((await new ScenarioStore({data}).read()).comments.size).toBe(2)
    expect(await texts(data)).not.toContain('stray.0.json')
    await writeFile(journalOf(data), whole)
  }
})

test('a journal that was changed, shortened inside or mixed with another is refused with the line', async () => {
  const data = join(folder, 'damaged')
  const before = new ScenarioStore({data})
  const {id} = await before.publish(by, head, '{}')
  for (const text of ['1', '2', '3']) await before.receive(id, said(text))
  await before.close()
  const lines = (await readFile(journalOf(data), 'utf8')).trimEnd().split('\n')
  for (const [wrong, line] of [
    [lines.map((text, index) => (index === 1 ? text.replace('receive', 'Receive') : text)), 3],
    [lines.toSpliced(1, 1), 2],
    [[...lines, lines[1]!], 5],
    [lines.with(2, 'not json'), 3],
  ] as const) {
    await writeFile(journalOf(data), `${wrong.join('\n')}\n`)
    const told: string[] = []
    const store = new ScenarioStore({data, log: {error: message => told.push(message)}})
    await expect(store.read()).rejects.toMatchObject({code: 'SCENARIOS_UNAVAILABLE'})
    await expect(store.publish(by, head, '{}')).rejects.toMatchObject({code: 'SCENARIOS_UNAVAILABLE'})
    expect(told[0]).toContain(`line ${line}:`)
    await store.close()
  }
})

test('a rejected text may be taken up again for 30 days, and is erased then; the decision stays', async () => {
  const data = join(folder, 'erased')
  let now = new Date('2026-11-01T00:00:00Z')
  const store = new ScenarioStore({data, now: () => now})
  const {id} = await store.publish(by, head, '{}')
  const bad = await store.receive(id, said('Погане'))
  const good = await store.receive(id, said('Добре'))
  await store.decide(by, bad.id, () => rejected)
  now = new Date('2026-11-30T00:00:00Z')
  await store.eraseOld()
  expect((await texts(data)).sort()).toEqual([`${bad.id}.1.json`, `${good.id}.0.json`].sort())
  now = new Date('2026-12-02T00:00:00Z')
  await store.eraseOld()
  expect(await texts(data)).toEqual([`${good.id}.0.json`])
  await expect(store.decide(by, bad.id, () => rejected)).rejects.toMatchObject({code: 'COMMENT_NOT_FOUND'})
  await store.close()
  const after = (await new ScenarioStore({data}).read()).comments.get(bad.id)
  expect(after).toMatchObject({status: 'rejected', isErased: true, content: null, decided: {reason: 'spam'}})
})

test('what was said to a withdrawn scenario waits for nobody, and is erased after 30 days too', async () => {
  const data = join(folder, 'withdrawn')
  let now = new Date('2026-11-01T00:00:00Z')
  const store = new ScenarioStore({data, now: () => now})
  const {id} = await store.publish(by, head, '{}')
  const comment = await store.receive(id, said('Ще ні'))
  await store.withdraw(by, id, () => {}, 'Продано')
  expect((await store.read()).pending).toBe(0)
  await expect(store.decide(by, comment.id, () => rejected)).rejects.toMatchObject({
    code: 'SCENARIO_WITHDRAWN',
  })
  await store.eraseOld()
  expect(await texts(data)).toEqual([`${comment.id}.0.json`])
  now = new Date('2026-12-02T00:00:00Z')
  await store.eraseOld()
  expect(await texts(data)).toEqual([])
  await store.close()
})

test('an older copy put in its place while it runs is what there is from then on', async () => {
  const data = join(folder, 'restored')
  const store = new ScenarioStore({data})
  const {id} = await store.publish(by, head, '{}')
  await store.receive(id, said('Раніше'))
  await store.close()
  await cp(join(data, 'scenarios'), join(folder, 'copy'), {recursive: true})
  await store.receive(id, said('Пізніше'))
  await store.close()
  const reader = new ScenarioStore({data})
  expect((await reader.read()).comments.size).toBe(2)
  await cp(join(folder, 'copy/journal.ndjson'), journalOf(data))
  expect((await reader.read()).comments.size).toBe(1)
})

test('a hundred at once are all kept, each once, in one chain', async () => {
  const data = join(folder, 'parallel')
  const store = new ScenarioStore({data})
  const {id} = await store.publish(by, head, '{}')
  await Promise.all(Array.from({length: 100}, (_, index) => store.receive(id, said(`№ ${index}`))))
  await store.close()
  const after = await new ScenarioStore({data}).read()
  expect(new Set([...after.comments.values()].map(({content}) => content!.text)).size).toBe(100)
  expect([...after.comments.values()].map(({number}) => number)).toEqual(
    Array.from({length: 100}, (_, index) => index + 1),
  )
})
