import airCommunity from '@hromada/datasets/air-community/dataset.ts'
import airLun from '@hromada/datasets/air-lun/dataset.ts'
import airQuality from '@hromada/datasets/air-quality/dataset.ts'
import airStations from '@hromada/datasets/air-stations/dataset.ts'
import type {Expression} from 'kysely'
import {
  countOf,
  countOver,
  earlierRow,
  integer,
  joined,
  laterRow,
  lowered,
  medianAbsoluteDeviation,
  medianOf,
  metresBetween,
  running,
} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'

const shared = ['pm1', 'pm25', 'pm10', 'temperature', 'humidity'] as const
const gases = ['no2', 'o3', 'so2', 'co', 'nox', 'wind_speed', 'wind_direction'] as const
const measured = [...shared, 'pressure', ...gases] as const

/** Particles this much thinner than expected were written in mg/m³, a thousandth of µg/m³. */
const slipFactor = 0.01
/** A spike stands out from the hours before and after and from its neighbours by at least this, in µg/m³ … */
const spikeStep = 20
/** … and from the neighbours by so many median absolute deviations, within so many metres. */
const spikeDeviations = 5
const neighbourMetres = 3000

/**
 * The readings of all networks in one form, and what can be told of a row only beside others: how long it has repeated
 * itself, whether it is silent, in the wrong unit, or a spike. Pressure of the LUN network comes in pascals.
 */
export default defineModel({
  name: 'int_air_hours',
  title: {uk: 'Години всіх станцій повітря', en: 'Hours of all air stations'},
  describe: {
    uk: 'Покази всіх мереж в одному вигляді й ознаки сумнівних рядків.',
    en: 'Readings of all networks in one form, and signs of doubtful rows.',
  },
  grain: ['city', 'station_id', 'observed_at'],
  inputs: [staging(airQuality), staging(airLun), staging(airCommunity), staging(airStations)],
  columns: {
    network: {uk: 'Мережа: reference, lun, community', en: 'Network: reference, lun, community'},
    make: {uk: 'Прилади або модель', en: 'Instruments or model'},
  },
  query: db => {
    const network = (name: string) => name as 'reference' | 'lun' | 'community'
    const reference = db
      .selectFrom('stg_air_quality')
      .select(eb => ['city', 'station_id', 'observed_at', eb.val(network('reference')).as('network')])
      .select(eb => eb.val('').as('sensor_type'))
      .select([...shared, 'pressure', ...gases])
    const lun = db
      .selectFrom('stg_air_lun')
      .select(eb => ['city', 'station_id', 'observed_at', eb.val(network('lun')).as('network')])
      .select(eb => eb.val('').as('sensor_type'))
      .select(eb => [...shared, eb('pressure', '/', eb.lit(100)).as('pressure')])
      .select(eb => gases.map(name => eb.cast<number | null>(eb.lit(null), 'double precision').as(name)))
    const community = db
      .selectFrom('stg_air_community')
      .select(eb => [
        'city',
        'sensor_id as station_id',
        'observed_at',
        eb.val(network('community')).as('network'),
        eb.fn.coalesce('sensor_type', eb.val('')).as('sensor_type'),
        ...shared,
        'pressure',
      ])
      .select(eb => gases.map(name => eb.cast<number | null>(eb.lit(null), 'double precision').as(name)))
    const all = reference.unionAll(lun).unionAll(community)
    // A number that two networks have given is the station of the surer one: reference, LUN, community.
    const numbered = db
      .selectFrom(all.as('reading'))
      .select(eb => ['city', 'station_id', eb.fn.max('network').as('network')])
      .groupBy(['city', 'station_id'])
    const readings = db
      .selectFrom(all.as('reading'))
      .innerJoin(numbered.as('numbered'), join =>
        join
          .onRef('numbered.city', '=', 'reading.city')
          .onRef('numbered.station_id', '=', 'reading.station_id')
          .onRef('numbered.network', '=', 'reading.network'),
      )
      .selectAll('reading')

    // Rows beside the one before: the same to the last digit, or new.
    const stations = db.selectFrom('stg_air_stations').select(['city', 'station_id', 'model', 'lon', 'lat'])
    const signed = db
      .selectFrom(readings.as('reading'))
      .leftJoin(stations.as('station'), join =>
        join
          .onRef('station.city', '=', 'reading.city')
          .onRef('station.station_id', '=', 'reading.station_id'),
      )
      .select(['reading.city', 'reading.station_id', 'reading.observed_at', 'reading.network'])
      .select(measured.map(name => `reading.${name}` as const))
      .select(eb => [
        lowered(eb.fn.coalesce('station.model', 'reading.sensor_type')).as('make'),
        'station.lon',
        'station.lat',
        eb.fn.coalesce('reading.pm25', 'reading.pm10').as('dust'),
        joined(
          '|',
          ...measured.map(name => eb.fn.coalesce(eb.cast<string>(`reading.${name}`, 'varchar'), eb.val('-'))),
        ).as('signature'),
        integer(
          measured
            .map(name => eb.case().when(`reading.${name}`, 'is', null).then(eb.lit(0)).else(eb.lit(1)).end())
            .reduce<Expression<number>>((sum, part) => eb(sum, '+', part), eb.lit(0)),
        ).as('measured'),
      ])
    const marked = db
      .selectFrom(signed.as('one'))
      .selectAll()
      .select(eb => {
        const station = [eb.ref('city'), eb.ref('station_id')]
        const at = eb.ref('observed_at')
        return [
          eb
            .case()
            .when('signature', '=', earlierRow(eb.ref('signature'), 1, station, at))
            .then(eb.lit(0))
            .else(eb.lit(1))
            .end()
            .as('is_new'),
          earlierRow(eb.ref('dust'), 1, station, at).as('dust_before'),
          laterRow(eb.ref('dust'), 1, station, at).as('dust_after'),
        ]
      })
    const runs = db
      .selectFrom(marked.as('one'))
      .selectAll()
      .select(eb =>
        running('sum', eb.ref('is_new'), [eb.ref('city'), eb.ref('station_id')], eb.ref('observed_at')).as(
          'run',
        ),
      )

    // What particles an hour had: of the city where three stations tell, of the station itself where they do not.
    const cityHours = db
      .selectFrom(readings.as('reading'))
      .where(eb => eb(eb.fn.coalesce('pm25', 'pm10'), '>', 0))
      .select(eb => [
        'city',
        'observed_at',
        medianOf(eb.fn.coalesce('pm25', 'pm10')).as('dust'),
        countOf().as('stations'),
      ])
      .groupBy(['city', 'observed_at'])
    const usual = db
      .selectFrom(readings.as('reading'))
      .where(eb => eb(eb.fn.coalesce('pm25', 'pm10'), '>', 0))
      .select(eb => ['city', 'station_id', medianOf(eb.fn.coalesce('pm25', 'pm10')).as('dust')])
      .groupBy(['city', 'station_id'])

    // A reading that leaps for one hour, and its neighbours in that hour.
    const leaps = db
      .selectFrom(marked.as('one'))
      .where(eb =>
        eb.and([
          eb(eb('dust', '-', eb.lit(spikeStep)), '>', eb.ref('dust_before')),
          eb(eb('dust', '-', eb.lit(spikeStep)), '>', eb.ref('dust_after')),
        ]),
      )
      .select(['city', 'station_id', 'observed_at', 'dust', 'lon', 'lat'])
    const spikes = db
      .selectFrom(leaps.as('leap'))
      .innerJoin(stations.as('near'), join =>
        join
          .onRef('near.city', '=', 'leap.city')
          .onRef('near.station_id', '!=', 'leap.station_id')
          .on(eb =>
            eb(
              metresBetween(
                {lon: eb.ref('leap.lon'), lat: eb.ref('leap.lat')},
                {lon: eb.ref('near.lon'), lat: eb.ref('near.lat')},
              ),
              '<=',
              neighbourMetres,
            ),
          ),
      )
      .innerJoin(readings.as('beside'), join =>
        join
          .onRef('beside.city', '=', 'near.city')
          .onRef('beside.station_id', '=', 'near.station_id')
          .onRef('beside.observed_at', '=', 'leap.observed_at'),
      )
      .where(eb => eb(eb.fn.coalesce('beside.pm25', 'beside.pm10'), '>', 0))
      .select(['leap.city', 'leap.station_id', 'leap.observed_at'])
      .groupBy(['leap.city', 'leap.station_id', 'leap.observed_at', 'leap.dust'])
      .having(eb => {
        const others = eb.fn.coalesce('beside.pm25', 'beside.pm10')
        const above = eb('leap.dust', '-', medianOf(others))
        return eb.and([
          eb(countOf(), '>=', 3),
          eb(above, '>', spikeStep),
          eb(above, '>', eb(medianAbsoluteDeviation(others), '*', eb.lit(spikeDeviations))),
        ])
      })

    return db
      .selectFrom(runs.as('one'))
      .leftJoin(cityHours.as('everywhere'), join =>
        join
          .onRef('everywhere.city', '=', 'one.city')
          .onRef('everywhere.observed_at', '=', 'one.observed_at')
          .on('everywhere.stations', '>=', 3),
      )
      .leftJoin(usual.as('usual'), join =>
        join.onRef('usual.city', '=', 'one.city').onRef('usual.station_id', '=', 'one.station_id'),
      )
      .leftJoin(spikes.as('spike'), join =>
        join
          .onRef('spike.city', '=', 'one.city')
          .onRef('spike.station_id', '=', 'one.station_id')
          .onRef('spike.observed_at', '=', 'one.observed_at'),
      )
      .select(['one.city', 'one.station_id', 'one.observed_at', 'one.network', 'one.make', 'one.measured'])
      .select(measured.map(name => `one.${name}` as const))
      .select(eb => [
        countOver([eb.ref('one.city'), eb.ref('one.station_id'), eb.ref('one.run')]).as('run_hours'),
        // A sensor that is switched off sends zeros, or, where its feed reads those as nothing, empty rows.
        eb
          .or([
            eb.and([eb('one.pm25', '=', 0), eb('one.pm10', '=', 0)]),
            eb.and([
              eb('one.network', '=', 'lun'),
              ...measured.map(name => eb(eb.fn.coalesce(`one.${name}`, eb.lit(0)), '=', 0)),
            ]),
          ])
          .$castTo<boolean>()
          .as('is_silent'),
        eb
          .and([
            eb('one.dust', '>', 0),
            eb('one.dust', '<', 1),
            eb('one.dust', '<', eb(eb.fn.coalesce('everywhere.dust', 'usual.dust'), '*', eb.lit(slipFactor))),
          ])
          .$castTo<boolean | null>()
          .as('is_unit_slip'),
        eb('spike.city', 'is not', null).$castTo<boolean>().as('is_spike'),
      ])
  },
})
