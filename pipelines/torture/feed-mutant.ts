import {mkdir, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {column, defineCity, defineDataset, feed, licences} from '@hromada/datasets'
import {land, SourceError} from '../src/index.ts'
import type {Good} from './corpus.ts'
import {mutate} from './mutate.ts'
import {randomFrom} from './random.ts'
import {zipAgain} from './zip-again.ts'

/** What became of a broken file. `fault` is what should not have happened. */
export type Outcome = {
  reader: string
  became: 'landing' | 'findings' | 'refusal' | 'fault'
  fault: string | null
  ms: number
}

const text = {uk: 'Х', en: 'X'}
const anything = defineDataset({
  id: 'anything',
  title: text,
  describe: text,
  publisher: text,
  licence: licences.ccBy4,
  theme: 'GOVE',
  cadence: 'DAILY',
  key: [],
  columns: {name: column.text({from: 'name', nullable: true, describe: text})},
})

/** The mutant of that number: the same for the same seed. Readers take turns, so that each gets its share. */
export function mutantOf(
  files: Map<string, Good[]>,
  seed: number,
  number: number,
): {good: Good; bytes: Buffer} {
  const readers = [...files.keys()].sort()
  const random = randomFrom(Math.imul(seed, 0x9e3779b1) + number * 7919)
  const own = files.get(readers[number % readers.length]!)!
  const good = own[Math.floor(random() * own.length)]!
  const {members} = good
  if (!members || members.length === 0 || random() < 0.3)
    return {
      good,
      bytes: mutate(
        good.bytes,
        own.map(({bytes}) => bytes),
        random,
      ),
    }
  const broken = Math.floor(random() * members.length)
  const others = members.map(([, data]) => data).filter(({length}) => length > 0)
  return {
    good,
    bytes: zipAgain(
      members.map(([name, data], index) => [name, index === broken ? mutate(data, others, random) : data]),
    ),
  }
}

/** Lands a mutant in a folder of its own, which goes away. Nothing is thrown: whatever it is, it is an outcome. */
export async function feedMutant(
  {good, bytes}: {good: Good; bytes: Buffer},
  folder: string,
): Promise<Outcome> {
  const reader = good.format.kind
  const began = performance.now()
  const outcome = (became: Outcome['became'], fault: string | null = null): Outcome => ({
    reader,
    became,
    fault,
    ms: performance.now() - began,
  })
  await mkdir(folder, {recursive: true})
  try {
    await writeFile(join(folder, good.name), bytes)
    const city = defineCity({
      id: 'town',
      name: text,
      nameOf: text,
      country: 'UA',
      zone: 'Europe/Kyiv',
      bbox: [30, 50, 31, 51],
      feeds: [feed(anything, {mirror: {path: good.name, format: good.format}})],
    })
    const {manifest} = await land(city, city.feeds[0]!, join(folder, 'data'), folder, {
      sleep: () => Promise.resolve(),
      signal: new AbortController().signal,
      onBytes: () => {},
      onRows: () => {},
      now: () => new Date('2026-11-21T08:00:00Z'),
    })
    const {records, findings} = manifest
    if (records.landed + records.setAside + records.filtered !== records.read)
      return outcome('fault', `its records do not add up: ${JSON.stringify(records)}`)
    const missing = findings.find(({rule}) => rule === 'records_missing')
    if (missing) return outcome('fault', `${missing.count} records are missing`)
    return outcome(findings.length > 0 ? 'findings' : 'landing')
  } catch (error) {
    const {name, message, stack} = error as Error
    if (!(error instanceof SourceError)) return outcome('fault', `${name}: ${stack ?? message}`)
    return /undefined|\[object|NaN is/.test(message)
      ? outcome('fault', `an unclear refusal: ${message}`)
      : outcome('refusal')
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}
