/**
 * Milliseconds of every question that the pages of a city ask of its tables, asked one at a time through the API as the
 * pages do it. `node portal/bench/dashboards.bench.ts [data folder]`, by default that of `npm start`.
 */
import {join, resolve} from 'node:path'
import {buildApp, createClient, injectFetch, listen} from '@hromada/api'
import {buildPortal, createPortal} from '../src/index.ts'

const limit = 50
const rounds = 7
const pages = [
  '/',
  '/data',
  '/budget',
  '/appeals',
  '/petitions',
  '/air',
  '/alerts',
  '/kpis',
  '/quality',
  '/releases',
  '/twin',
]
const data = resolve(process.argv[2] ?? process.env.HROMADA_DATA ?? join(import.meta.dirname, '../../.data'))

const {root} = await buildPortal()
const {handler} = await createPortal({root})
const app = await buildApp({data, fallback: handler.answer})
const ask = injectFetch(app)
const askedBy = new Map<string, string>()
let page = ''
handler.connect(
  createClient(address => {
    if (!askedBy.has(address)) askedBy.set(address, page)
    return ask(address)
  }),
)
const server = await listen(app, {port: 0, host: '127.0.0.1'})
try {
  for (page of pages) {
    const began = performance.now()
    const {status} = await fetch(`${server.address}${page}`)
    if (status !== 200)
      throw new Error(`${page} answers ${status}. Is there a release in ${data}? npm start makes one.`)
    console.log(
      `${page.padEnd(12)} ${(performance.now() - began).toFixed(0).padStart(6)} ms, not known before`,
    )
  }
  const median = async (address: string) => {
    const times: number[] = []
    for (let round = 0; round < rounds; round++) {
      const began = performance.now()
      await (await ask(address)).arrayBuffer()
      times.push(performance.now() - began)
    }
    return times.sort((a, b) => a - b)[rounds >> 1]!
  }
  const questions = [...askedBy].filter(([address]) => address.includes('/tables/'))
  const measured: {address: string; by: string; ms: number}[] = []
  for (const [address, by] of questions) measured.push({address, by, ms: await median(address)})
  measured.sort((a, b) => b.ms - a.ms)
  console.log(`${measured.length} questions; the slowest, median of ${rounds}:`)
  for (const {address, by, ms} of measured.slice(0, 10))
    console.log(`${ms.toFixed(1).padStart(7)} ms  ${by}  ${decodeURIComponent(address)}`)
  const slow = measured.filter(({ms}) => ms > limit)
  console.log(slow.length === 0 ? 'fine' : `TOO MUCH: ${slow.length} questions take more than ${limit} ms`)
  process.exitCode = slow.length === 0 ? 0 : 1
} finally {
  await server.close()
}
