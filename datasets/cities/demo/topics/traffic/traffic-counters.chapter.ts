import type {Chapter} from '../../chapter.ts'
import {installedDate} from '../sensors/installed-date.ts'
import {sensorPeriod} from '../sensors/sensor-period.ts'
import {siteCells} from '../sensors/site-cells.ts'
import {counterSites} from './counter-sites.ts'

const header = [
  'counter_id',
  'name',
  'street',
  'road_class',
  'is_bridge',
  'lon',
  'lat',
  'installed_date',
  'district',
]

export const trafficCounterRegister: Chapter = {
  id: 'traffic-counters',
  title: {uk: 'Лічильники руху', en: 'Traffic counters'},
  thread: 'first',
  truths: [],
  write(scope, outbox) {
    const ground = scope.ground()
    const cells = siteCells(ground)
    const period = sensorPeriod(scope)
    const file = outbox.csv('traffic/counters.demo.csv', header, {delimiter: ';'})
    for (const {counter, site} of counterSites(scope)) {
      const {id, name, isBridge} = counter
      const [lon, lat, district] = cells(site)
      file.row([
        id,
        name.uk,
        ground.streets[site.street]?.name.uk ?? null,
        site.edge?.class ?? null,
        isBridge ? 'так' : 'ні',
        lon,
        lat,
        installedDate(scope.seed, id, period),
        district,
      ])
    }
    outbox.done(file)
    return {dirt: []}
  },
}
