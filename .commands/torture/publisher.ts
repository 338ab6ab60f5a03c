import {createHash} from 'node:crypto'
import {once} from 'node:events'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {seededRandom} from './random.ts'

export type Publisher = {
  origin: string
  /** What is published changes with the day; days count from 0. */
  setDay: (day: number) => void
  close: () => void
}

const names = ['new', 'open', 'done', 'closed']

/** Publishes the files of the town on this machine, decided by seed and day alone. `rows`: about how many a file has. */
export async function openPublisher(seed: number, rows: number): Promise<Publisher> {
  let day = 0
  const server = createServer((request, response) => {
    const {pathname, searchParams} = new URL(request.url ?? '/', 'http://any')
    const name = /([a-z]+)\.(csv|json)$/.exec(pathname)?.[1] ?? ''
    const since = /`taken_at` >= '([^']+)'/.exec(searchParams.get('$where') ?? '')?.[1] ?? ''
    const lines = linesOf(name, day, seed, rows).filter(line => line.at >= since)
    if (searchParams.get('$select'))
      return void response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify([{rows_in_all: String(lines.length)}]))
    const offset = Number(searchParams.get('$offset') ?? 0)
    const page = lines.slice(offset, offset + Number(searchParams.get('$limit') ?? Number.POSITIVE_INFINITY))
    const body = `${['id,places,state,taken_at', ...page.map(({text}) => text)].join('\n')}\n`
    const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end()
    response.writeHead(200, {'content-type': 'text/csv', etag}).end(body)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    setDay: to => {
      day = to
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** The day's time, at which everything is done on that day. */
export const timeOf = (day: number): Date => new Date(Date.UTC(2026, 0, 1 + day, 8))

/** Rows of a file on a day. Squares are the same on two days in a row; calls are a day's own; readings grow. */
function linesOf(name: string, day: number, seed: number, rows: number): {text: string; at: string}[] {
  if (name === 'readings')
    return Array.from({length: day + 1}, (_, then) =>
      own(name, then, seed, Math.ceil(rows / 4), day - then < 2 ? day : then),
    ).flat()
  if (name === 'squares') return own(name, 0, seed, rows, Math.floor(day / 2))
  return own(name, name === 'calls' ? day : 0, seed, rows, day)
}

/** `of`: the day whose rows they are; `as`: the day on which they look so. */
function own(name: string, of: number, seed: number, rows: number, as: number) {
  const random = seededRandom(seed * 1000 + as * 31 + of + name.length)
  const at = timeOf(of).toISOString().slice(0, 10)
  return (
    Array.from({length: rows}, (_, index) => {
      const minute = `${at}T${String(Math.floor((index * 24) / rows)).padStart(2, '0')}:00:00.000`
      const mood = names[Math.floor(random() * names.length)]
      const places = random() < 0.1 ? '' : Math.floor(random() * 20)
      return {at: minute, text: `${name[0]}${of}-${index},${places},${mood},${minute}`}
    })
      // Some come and go.
      .filter((_, index) => random() > 0.05 || index < 10)
  )
}
