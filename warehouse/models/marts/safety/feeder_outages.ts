import utilityLinks from '@hromada/datasets/utility-links/dataset.ts'
import utilityNodes from '@hromada/datasets/utility-nodes/dataset.ts'
import {countOf, countWhere, integer} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'

/** Whom a feeder may put out, by the column that counts them. */
const consumers = {
  intakes: 'intake',
  main_pumps: 'main_pump',
  zone_pumps: 'zone_pump',
  sewage_pumps: 'sewage_pump',
  boiler_houses: 'boiler_house',
  hospitals: 'hospital',
  fire_stations: 'fire_station',
} as const
const names = Object.keys(consumers) as (keyof typeof consumers)[]

export default defineModel({
  name: 'feeder_outages',
  title: {uk: 'Кого вимкне одна лінія', en: 'Whom the loss of one feeder puts out'},
  describe: {
    uk: 'Скільки ліній живлення, кожна з яких, зникнувши сама, лишає без струму стільки-то насосних, котелень, лікарень і пожежних частин: тих, що не мають резервної лінії. Лінія, яка не вимикає нікого, до таблиці не входить. Котра це лінія і чиї це насосні, не публікується.',
    en: 'How many feeders there are each of which, lost alone, leaves so many pumping stations, boiler houses, hospitals and fire stations without power: those without a reserve line. A feeder that puts nobody out is not in the table. Which feeder it is, and whose pumps, is not published.',
  },
  grain: ['city', ...names],
  publish: true,
  inputs: [staging(utilityLinks), staging(utilityNodes)],
  columns: {
    intakes: {uk: 'Водозаборів без струму', en: 'Water intakes without power', unit: '1'},
    main_pumps: {uk: 'Головних насосних', en: 'Main pumping stations', unit: '1'},
    zone_pumps: {uk: 'Насосних зон', en: 'Pumping stations of zones', unit: '1'},
    sewage_pumps: {uk: 'Каналізаційних насосних', en: 'Sewage pumping stations', unit: '1'},
    boiler_houses: {uk: 'Котелень', en: 'Boiler houses', unit: '1'},
    hospitals: {uk: 'Лікарень', en: 'Hospitals', unit: '1'},
    fire_stations: {uk: 'Пожежних частин', en: 'Fire stations', unit: '1'},
    feeders: {uk: 'Скільки таких ліній', en: 'How many such feeders', unit: '1'},
    without_backup: {
      uk: 'Скільки з вимкнених не мають власного резерву або про нього не відомо',
      en: 'How many of those put out have no backup of their own, or none that is known of',
      unit: '1',
    },
  },
  releases: Object.fromEntries(
    (['city', ...names, 'feeders', 'without_backup'] as const).map(column => [
      column,
      {
        of: ['utility-links.feeder', 'utility-links.to_node_id'],
        because: {
          uk: 'Сказано лише, скільки є ліній без резерву і якого виду споживачі на них; котра це лінія, де вона і чиї ці споживачі, таблиця не каже',
          en: 'It is only told how many feeders have no reserve and what kind of consumers hang on them; not which feeder it is, where, nor whose the consumers are',
        },
      },
    ]),
  ),
  query: db => {
    const fed = db
      .selectFrom('stg_utility_links as line')
      .innerJoin('stg_utility_nodes as node', join =>
        join.onRef('node.city', '=', 'line.city').onRef('node.node_id', '=', 'line.to_node_id'),
      )
      .where('line.medium', '=', 'power')
      .where('line.role', '=', 'main')
      .where('node.kind', 'in', Object.values(consumers))
      // A reserve by the same feeder is lost with it.
      .where(({not, exists, selectFrom}) =>
        not(
          exists(
            selectFrom('stg_utility_links as reserve')
              .select('reserve.link_id')
              .where('reserve.medium', '=', 'power')
              .where('reserve.role', '=', 'reserve')
              .whereRef('reserve.city', '=', 'line.city')
              .whereRef('reserve.to_node_id', '=', 'line.to_node_id')
              .whereRef('reserve.feeder', '!=', 'line.feeder'),
          ),
        ),
      )
      .select(['line.city', 'line.feeder', 'node.node_id', 'node.kind', 'node.backup_hours'])
      .distinct()
    const feeders = db
      .selectFrom(fed.as('fed'))
      .select(eb => [
        'city',
        'feeder',
        ...names.map(name => integer(countWhere(eb('kind', '=', consumers[name]))).as(name)),
        countWhere(eb(eb.fn.coalesce('backup_hours', eb.lit(0)), '=', 0)).as('without_backup'),
      ])
      .groupBy(['city', 'feeder'])
    return db
      .selectFrom(feeders.as('feeder'))
      .select(eb => [
        'city',
        ...names,
        integer(countOf()).as('feeders'),
        integer(eb.fn.sum<number>('without_backup')).as('without_backup'),
      ])
      .groupBy(['city', ...names])
  },
})
