import type {Chapter} from '../../chapter.ts'
import {findSite} from '../sensors/find-site.ts'
import {installedDate} from '../sensors/installed-date.ts'
import {placeInPlan} from '../sensors/place-in-plan.ts'
import {sensorPeriod} from '../sensors/sensor-period.ts'
import {siteCells} from '../sensors/site-cells.ts'
import {counters} from './counter-table.ts'

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
  needsGround: true,
  truths: [],
  write(scope, outbox) {
    const ground = scope.ground()
    const place = placeInPlan(scope.seed)
    const period = sensorPeriod(scope)
    const file = outbox.csv('traffic/counters.demo.csv', header, {delimiter: ';'})
    for (const {id, name, spot, roads, isBridge} of counters) {
      const site = findSite(ground, place(spot), {at: 'road', classes: roads, isBridge})
      const [lon, lat, district] = siteCells(site)
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
