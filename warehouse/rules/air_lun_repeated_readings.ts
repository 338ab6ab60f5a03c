import airLun from '@hromada/datasets/air-lun/dataset.ts'
import {defineRule} from '../src/checks/define-rule.ts'
import {staging} from '../src/model.ts'

const measured = ['pm1', 'pm25', 'pm10', 'temperature', 'humidity', 'pressure'] as const
const hoursBefore = [1, 2] as const

export default defineRule({
  name: 'air_lun_repeated_readings',
  inputs: [staging(airLun)],
  column: 'station_id',
  holds: {
    uk: 'Датчик не дає три години поспіль тих самих показів, усіх до останнього знака',
    en: 'A sensor does not give the same readings for three hours, all of them to the last digit',
  },
  broken: {
    uk: 'Датчик третю годину поспіль дає ті самі покази, усі до останнього знака: він завис або вимкнений',
    en: 'A sensor gives the same readings for a third hour, all of them to the last digit: it hangs or is switched off',
  },
  faults: db =>
    db
      .selectFrom(
        db
          .selectFrom('stg_air_lun')
          .select(['city', 'station_id', 'observed_at', ...measured])
          .select(eb =>
            measured.flatMap(name =>
              hoursBefore.map(hours =>
                eb.fn
                  .agg<number | null>('lag', [name, eb.lit(hours)])
                  .over(over => over.partitionBy(['city', 'station_id']).orderBy('observed_at'))
                  .as(`${name}_${hours}` as const),
              ),
            ),
          )
          .as('turn'),
      )
      .select(['city', 'station_id', 'observed_at'])
      .where(eb =>
        eb.and(measured.flatMap(name => hoursBefore.map(hours => eb(name, '=', eb.ref(`${name}_${hours}`))))),
      ),
})
