import airCommunity from '@hromada/datasets/air-community/dataset.ts'
import airLun from '@hromada/datasets/air-lun/dataset.ts'
import airQuality from '@hromada/datasets/air-quality/dataset.ts'
import {defineRule} from '../src/checks/define-rule.ts'
import {staging} from '../src/model.ts'

export default defineRule({
  name: 'air_community_stations_of_others',
  inputs: [staging(airCommunity), staging(airLun), staging(airQuality)],
  column: 'sensor_id',
  holds: {
    uk: 'Номер датчика не є номером станції іншої мережі',
    en: 'No sensor has the number of a station in another network',
  },
  broken: {
    uk: 'Такий номер має й станція іншої мережі; покази не враховано',
    en: 'A station of another network has this number, too; the readings are left out',
  },
  faults: db =>
    db
      .selectFrom('stg_air_community as reading')
      .innerJoin(
        db
          .selectFrom('stg_air_quality')
          .select(['city', 'station_id'])
          // Each once.
          .union(db.selectFrom('stg_air_lun').select(['city', 'station_id']))
          .as('other'),
        join =>
          join.onRef('other.city', '=', 'reading.city').onRef('other.station_id', '=', 'reading.sensor_id'),
      )
      .select(['reading.city', 'reading.sensor_id', 'reading.observed_at']),
})
