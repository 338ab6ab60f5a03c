import airLun from '@hromada/datasets/air-lun/dataset.ts'
import airQuality from '@hromada/datasets/air-quality/dataset.ts'
import {defineRule} from '../src/checks/define-rule.ts'
import {staging} from '../src/model.ts'

export default defineRule({
  name: 'air_lun_stations_of_others',
  inputs: [staging(airLun), staging(airQuality)],
  column: 'station_id',
  holds: {
    uk: 'Номер станції не є номером станції еталонної мережі',
    en: 'No station has the number of one in the reference network',
  },
  broken: {
    uk: 'Такий номер має й станція еталонної мережі; покази не враховано',
    en: 'A station of the reference network has this number, too; the readings are left out',
  },
  faults: db =>
    db
      .selectFrom('stg_air_lun as reading')
      .innerJoin(
        db.selectFrom('stg_air_quality').select(['city', 'station_id']).distinct().as('other'),
        join =>
          join.onRef('other.city', '=', 'reading.city').onRef('other.station_id', '=', 'reading.station_id'),
      )
      .select(['reading.city', 'reading.station_id', 'reading.observed_at']),
})
