import {type City, column, defineCity, defineDataset, feed, type Load, licences} from '@hromada/datasets'
import {defineModel, type Model, staging} from '@hromada/warehouse'

const text = {uk: 'Місто для випробувань', en: 'A town to be tormented'}

const id = column.text({from: 'id', describe: {uk: 'Номер', en: 'Number'}})
const state = column.text({from: 'state', describe: {uk: 'Стан', en: 'State'}})
const places = column.integer({
  from: 'places',
  nullable: true,
  unit: '1',
  describe: {uk: 'Місць', en: 'Places'},
})
const takenAt = column.timestamp({from: 'taken_at', describe: {uk: 'Коли', en: 'When'}})

const about = {
  title: text,
  describe: text,
  publisher: text,
  licence: licences.ccBy4,
  theme: 'GOVE',
  cadence: 'DAILY',
  key: ['id'] as ['id'],
}

const squares = defineDataset({...about, id: 'squares', columns: {id, places, state}})
const calls = defineDataset({
  ...about,
  id: 'calls',
  load: {mode: 'append'},
  columns: {id, state, taken_at: takenAt},
})
const permits = defineDataset({...about, id: 'permits', load: {mode: 'upsert'}, columns: {id, places, state}})
const stands = defineDataset({...about, id: 'stands', load: {mode: 'snapshot'}, columns: {id, places, state}})
const readings = defineDataset({
  ...about,
  id: 'readings',
  load: {mode: 'cursor', by: 'taken_at', lookBack: 'P2D'},
  columns: {id, state, taken_at: takenAt},
})

/** One dataset for each way of loading. */
export const loadedBy = {
  replace: squares,
  append: calls,
  upsert: permits,
  snapshot: stands,
  cursor: readings,
} satisfies Record<Load['mode'], unknown>

/** A town whose publisher listens at `origin`. */
export function town(origin: string): City {
  const csv = {kind: 'csv', delimiter: ','} as const
  const file = (name: string) => ({
    live: {source: {kind: 'http', urls: [`${origin}/${name}.csv`]}, format: csv, secondsBetween: 0} as const,
  })
  return defineCity({
    id: 'tormented',
    name: text,
    nameOf: text,
    country: 'UA',
    isDemo: true,
    zone: 'Europe/Kyiv',
    bbox: [30, 50, 31, 51],
    internalHosts: [new URL(origin).host],
    feeds: [
      feed(squares, file('squares')),
      feed(calls, file('calls')),
      feed(permits, file('permits')),
      feed(stands, file('stands')),
      feed(readings, {
        live: {
          source: {kind: 'socrata', portal: origin, dataset: 'readings', as: 'csv', pageRows: 500},
          format: csv,
          secondsBetween: 0,
        },
      }),
    ],
  })
}

/** Made of them: a view, a table of parts, a table over both. Those that nothing reads are published as they are. */
const standsNow = defineModel({
  name: 'stands_now',
  title: text,
  describe: text,
  grain: ['city', 'id'],
  publish: true,
  largestDrop: 1,
  materialise: {as: 'view'},
  inputs: [staging(stands)],
  query: db =>
    db
      .selectFrom('stg_stands')
      .where('is_current', '=', true)
      .select(['city', 'id', 'places', 'state', 'valid_from'])
      .orderBy('city')
      .orderBy('id'),
})

const callsByState = defineModel({
  name: 'calls_by_state',
  title: text,
  describe: text,
  grain: ['city', 'state'],
  publish: true,
  materialise: {as: 'partitions', by: 'state', of: 'stg_calls'},
  inputs: [staging(calls)],
  columns: {calls: {uk: 'Звернень', en: 'Calls', unit: '1'}},
  query: db =>
    db
      .selectFrom('stg_calls')
      .select(eb => ['city', 'state', eb.fn.countAll<number>().as('calls')])
      .groupBy(['city', 'state'])
      .orderBy('city')
      .orderBy('state'),
})

const states = defineModel({
  name: 'states',
  title: text,
  describe: text,
  grain: ['city', 'state'],
  publish: true,
  largestDrop: 1,
  inputs: [standsNow, callsByState],
  columns: {stands: {uk: 'Стійок', en: 'Stands', unit: '1'}},
  query: db =>
    db
      .selectFrom('calls_by_state')
      .leftJoin('stands_now', join =>
        join
          .onRef('stands_now.city', '=', 'calls_by_state.city')
          .onRef('stands_now.state', '=', 'calls_by_state.state'),
      )
      .groupBy(['calls_by_state.city', 'calls_by_state.state', 'calls'])
      .select(eb => [
        'calls_by_state.city',
        'calls_by_state.state',
        'calls',
        eb.fn.count<number>('stands_now.id').as('stands'),
      ])
      .orderBy('calls_by_state.city')
      .orderBy('calls_by_state.state'),
})

export const models = [standsNow, callsByState, states] as unknown as Model[]
