import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {
  type City,
  column,
  type Dataset,
  defineCity,
  defineDataset,
  feed,
  type Load,
  licences,
} from '@hromada/datasets'
import {land, landingsInUse} from '@hromada/pipelines'
import {build, type Model, openWarehouse, staging} from '../src/index.ts'

/**
 * A dataset of hundreds of landings against the same rows in one: for each way of loading, how long the last landing
 * takes, and how long it takes to type all of them.
 */
const count = 300
const rows = 1000
const limits = {lastSeconds: 1, timesOne: 4}

const text = {uk: 'Для заміру', en: 'For measuring'}
const readingsBy = (load: Load): Dataset =>
  defineDataset({
    id: 'many-readings',
    title: text,
    describe: text,
    publisher: text,
    licence: licences.ccBy4,
    theme: 'ENVI',
    cadence: 'DAILY',
    key: ['id'],
    load: load as {mode: 'append'},
    columns: {
      id: column.text({from: 'id', describe: text}),
      taken_at: column.timestamp({from: 'taken', describe: text}),
      value: column.number({from: 'value', nullable: true, describe: text}),
      state: column.text({from: 'state', nullable: true, describe: text}),
    },
  }) as unknown as Dataset

const signal = new AbortController().signal
const home = await mkdtemp(join(tmpdir(), 'landings-bench-'))
const faults: string[] = []
try {
  for (const mode of ['append', 'upsert', 'snapshot'] as const) {
    // Appended rows are a day's own; the others are the same thousand, of which a tenth has changed.
    const dayOf = (day: number) =>
      Array.from({length: rows}, (_, index) => {
        const id = mode === 'append' ? `${day}-${index}` : String(index)
        const value = mode === 'append' || index % 10 === day % 10 ? day : 0
        return `${id},2026-01-01T10:00:00Z,${value}.5,open`
      })
    const many = await measure({mode}, join(home, mode), count, day => [...dayOf(day)])
    const one = await measure({mode: 'replace'}, join(home, `${mode}-one`), 1, () =>
      Array.from({length: count}, (_, day) =>
        dayOf(day).map(line => (mode === 'append' ? line : `${day}-${line}`)),
      ).flat(),
    )
    const times = many.typing / one.typing
    console.log(
      `${mode.padEnd(8)} ${count} landings of ${rows} rows in ${many.landing.toFixed(1)} s, the last in ${many.last.toFixed(2)} s; ` +
        `typed in ${many.typing.toFixed(2)} s, ${times.toFixed(1)} times as long as one landing of ${count * rows} rows; ${many.rows} rows`,
    )
    if (many.last > limits.lastSeconds)
      faults.push(`the last landing takes ${many.last.toFixed(1)} s, at most ${limits.lastSeconds}`)
    if (times > limits.timesOne)
      faults.push(`${mode}: typing takes ${times.toFixed(1)} times as long, at most ${limits.timesOne}`)
  }
} finally {
  await rm(home, {recursive: true, force: true})
}
console.log(faults.length === 0 ? 'fine' : `TOO MUCH: ${faults.join('; ')}`)
process.exitCode = faults.length === 0 ? 0 : 1

/** Lands so many days and builds the table; seconds of each. */
async function measure(load: Load, folder: string, days: number, linesOf: (day: number) => string[]) {
  const dataset = readingsBy(load)
  const sources = await mkdtemp(`${folder}-sources-`)
  const format = {kind: 'csv', delimiter: ','} as const
  const city: City = defineCity({
    id: 'town',
    name: text,
    nameOf: text,
    country: 'UA',
    zone: 'UTC',
    bbox: [30, 50, 31, 51],
    feeds: [feed(dataset, {mirror: {path: 'day.csv', format}})],
  })
  const began = performance.now()
  let last = 0
  for (let day = 0; day < days; day++) {
    await writeFile(join(sources, 'day.csv'), `${['id,taken,value,state', ...linesOf(day)].join('\n')}\n`)
    const from = performance.now()
    await land(city, city.feeds[0]!, folder, sources, {
      sleep: () => Promise.resolve(),
      signal,
      onBytes: () => {},
      onRows: () => {},
      now: () => new Date(Date.UTC(2026, 0, 1 + day)),
    })
    last = (performance.now() - from) / 1000
  }
  const landing = (performance.now() - began) / 1000
  const used = await landingsInUse(folder, 'town', dataset)
  const warehouse = await openWarehouse(folder)
  try {
    const from = performance.now()
    const built = await build(
      warehouse,
      {
        models: [staging(dataset as never) as Model],
        cities: [city],
        landings: [{city, feed: city.feeds[0]!, manifest: used.at(-1)!, earlier: used.slice(0, -1)}],
        data: folder,
      },
      {now: () => new Date(), signal, onModel: () => {}},
    )
    return {landing, last, typing: (performance.now() - from) / 1000, rows: built.models[0]!.rows}
  } finally {
    await warehouse.close()
  }
}
