import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {json, publisher} from './publisher.fixture.ts'

const pages = 60

test('a fetch that is killed again and again is finished by the next one, nothing lost, nothing twice', async () => {
  // The server falls silent at that page, before its answer or in the middle of it.
  let silentAt = 0
  let isHalf = false
  let reached = () => {}
  const {origin, asked, files} = await publisher(({query}, response) => {
    const page = Number(query.get('page') ?? 1)
    const answer = {
      features: [{type: 'Feature', id: page, geometry: null, properties: {text: 'я'.repeat(2000)}}],
      links: page < pages ? [{rel: 'next', href: `?page=${page + 1}`}] : [],
    }
    if (page !== silentAt) return json(response, answer, {etag: `"${page}"`})
    if (isHalf) response.writeHead(200, {etag: `"${page}"`}).write('{"features": [{"type": "Fea')
    reached()
  })
  const child = () =>
    spawn(process.execPath, [fileURLToPath(new URL('kill.fixture.ts', import.meta.url)), origin, files], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })

  const stops = [1, 9, 10, 24, 37, 52]
  for (const [index, page] of stops.entries()) {
    silentAt = page
    isHalf = index % 2 === 1
    const isReached = new Promise<void>(resolve => (reached = resolve))
    const running = child()
    const ended = once(running, 'exit')
    await isReached
    await new Promise(resolve => setTimeout(resolve, index * 3))
    running.kill('SIGKILL')
    await ended
    // What is there under its name is whole.
    for (const name of await readdir(files))
      if (/^items-\d+$/.test(name)) JSON.parse(await readFile(join(files, name), 'utf8'))
  }
  silentAt = 0

  const [code] = (await once(child(), 'exit')) as [number]
  expect(code).toBe(0)
  const names = (await readdir(files)).sort()
  expect(names).toEqual([
    'fetched.ndjson',
    ...Array.from({length: pages}, (_, index) => `items-${String(index + 1).padStart(5, '0')}`),
  ])
  const ids = await Promise.all(
    names
      .slice(1)
      .map(
        async name =>
          (JSON.parse(await readFile(join(files, name), 'utf8')) as {features: {id: number}[]}).features[0]!
            .id,
      ),
  )
  expect(ids).toEqual(Array.from({length: pages}, (_, index) => index + 1))
  // A kill costs the page that was under way, and no more.
  expect(asked.length).toBe(pages + stops.length)
})
