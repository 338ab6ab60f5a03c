import type {Chapter} from '../../chapter.ts'
import {findSite} from '../sensors/find-site.ts'
import {installedDate} from '../sensors/installed-date.ts'
import {placeInPlan} from '../sensors/place-in-plan.ts'
import {sensorPeriod} from '../sensors/sensor-period.ts'
import {siteCells} from '../sensors/site-cells.ts'
import {noiseStations} from './station-table.ts'

const header = ['station_id', 'name', 'accuracy', 'lon', 'lat', 'height_m', 'installed_date', 'district']

export const noiseStationRegister: Chapter = {
  id: 'noise-stations',
  title: {uk: 'Станції шуму', en: 'Noise stations'},
  thread: 'first',
  truths: [],
  write(scope, outbox) {
    const ground = scope.ground()
    const cells = siteCells(ground)
    const place = placeInPlan(scope.seed)
    const period = sensorPeriod(scope)
    const file = outbox.csv('noise/stations.demo.csv', header, {delimiter: ';'})
    for (const {id, name, spot} of noiseStations) {
      const site = findSite(ground, place(spot), {at: 'open'})
      const [lon, lat, district] = cells(site)
      file.row([id, name.uk, '1', lon, lat, 4, installedDate(scope.seed, id, period), district])
    }
    outbox.done(file)
    return {dirt: []}
  },
}
