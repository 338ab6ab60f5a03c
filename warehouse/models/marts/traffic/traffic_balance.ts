import {countOf, integer, quotient, rounded, wholeSum, yearOf} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import daily from './traffic_daily.ts'

/** What goes in comes out, over months; a counter that says otherwise by more than this sees one direction wrongly. */
const balance = {least: 0.8, most: 1.25}

export default defineModel({
  name: 'traffic_balance',
  title: {uk: 'Чи сходяться напрямки лічильників', en: 'Do the directions of counters agree'},
  describe: {
    uk: 'Скільки машин за рік увійшло і скільки вийшло на кожному лічильнику в добі, повні в обох напрямках. За рік це майже те саме; де ні – лічильник один напрямок бачить хибно.',
    en: 'How many vehicles passed in and out in a year at every counter, on days complete in both directions. Over a year these are almost the same; where they are not, the counter sees one direction wrongly.',
  },
  grain: ['city', 'counter_id', 'year'],
  publish: true,
  inputs: [daily],
  columns: {
    year: {uk: 'Рік', en: 'Year'},
    vehicles_in: {uk: 'До середмістя', en: 'To the centre', unit: '1'},
    vehicles_out: {uk: 'Із середмістя', en: 'From the centre', unit: '1'},
    in_to_out: {
      uk: 'Скільки входить на одну, що виходить',
      en: 'How many go in for one that goes out',
      unit: '1',
    },
    days: {uk: 'Діб, повних в обох напрямках', en: 'Days complete in both directions', unit: 'd'},
    is_one_sided: {
      uk: 'Чи лічильник бачить один напрямок хибно',
      en: 'Does the counter see one direction wrongly',
    },
  },
  query: db => {
    const both = db
      .selectFrom('traffic_daily as going')
      .innerJoin('traffic_daily as coming', join =>
        join
          .onRef('coming.city', '=', 'going.city')
          .onRef('coming.counter_id', '=', 'going.counter_id')
          .onRef('coming.date', '=', 'going.date')
          .on('coming.direction', '=', 'out')
          .on('coming.is_complete', '=', true),
      )
      .where('going.direction', '=', 'in')
      .where('going.is_complete', '=', true)
      .select(eb => [
        'going.city',
        'going.counter_id',
        yearOf(eb.ref('going.date')).as('year'),
        wholeSum(eb.ref('going.vehicles')).as('vehicles_in'),
        wholeSum(eb.ref('coming.vehicles')).as('vehicles_out'),
        integer(countOf()).as('days'),
      ])
      .groupBy(eb => ['going.city', 'going.counter_id', yearOf(eb.ref('going.date'))])
    return db
      .selectFrom(both.as('year'))
      .select(eb => {
        const ratio = eb
          .case()
          .when('vehicles_out', '>', 0)
          .then(rounded(quotient(eb.ref('vehicles_in'), eb.ref('vehicles_out')), 3))
          .end()
        return [
          'city',
          'counter_id',
          'year',
          'vehicles_in',
          'vehicles_out',
          ratio.as('in_to_out'),
          'days',
          eb
            .or([eb(ratio, '<', balance.least), eb(ratio, '>', balance.most)])
            .$castTo<boolean | null>()
            .as('is_one_sided'),
        ]
      })
      .orderBy('city')
      .orderBy('counter_id')
      .orderBy('year')
  },
})
