import airLun from '@hromada/datasets/air-lun/dataset.ts'
import {defineRule} from '../src/checks/define-rule.ts'
import {staging} from '../src/model.ts'

const measured = ['pm1', 'pm25', 'pm10', 'temperature', 'humidity', 'pressure'] as const

export default defineRule({
  name: 'air_lun_repeated_readings',
  inputs: [staging(airLun)],
  column: 'station_id',
  holds: {
    uk: 'Датчик не повторює всіх показів попередньої години до останнього знака',
    en: 'A sensor does not repeat all its readings of the hour before to the last digit',
  },
  broken: {
    uk: 'Датчик повторює всі покази попередньої години до останнього знака: він завис або вимкнений',
    en: 'A sensor repeats all its readings of the hour before to the last digit: it hangs or is switched off',
  },
  faults: db =>
    db
      .selectFrom(
        db
          .selectFrom('stg_air_lun')
          .select(['city', 'station_id', 'observed_at', ...measured])
          .select(({fn}) =>
            measured.map(name =>
              fn
                .agg<number | null>('lag', [name])
                .over(over => over.partitionBy(['city', 'station_id']).orderBy('observed_at'))
                .as(`${name}_before` as const),
            ),
          )
          .as('turn'),
      )
      .select(['city', 'station_id', 'observed_at'])
      .where(eb => eb.and(measured.map(name => eb(name, '=', eb.ref(`${name}_before`))))),
})
