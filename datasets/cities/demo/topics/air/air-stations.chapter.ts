import type {Chapter} from '../../chapter.ts'
import {hash} from '../../tools/numbers/hash.ts'
import {findSite, type SiteWish} from '../sensors/find-site.ts'
import {installedDate} from '../sensors/installed-date.ts'
import {placeInPlan} from '../sensors/place-in-plan.ts'
import {sensorPeriod} from '../sensors/sensor-period.ts'
import {siteCells} from '../sensors/site-cells.ts'
import {modelWords, networkWords, siteKind, wishOf} from './station-sites.ts'
import {airStations} from './station-table.ts'

const header = [
  'station_id',
  'operator',
  'model',
  'is_reference',
  'kind',
  'lon',
  'lat',
  'height_m',
  'installed_date',
  'district',
  'licence',
]

const boilerHouse: SiteWish = {at: 'building', kinds: ['boiler'], withinMetres: Infinity}

export const airStationRegister: Chapter = {
  id: 'air-stations',
  title: {uk: 'Станції повітря', en: 'Air stations'},
  thread: 'first',
  truths: [],
  write(scope, outbox) {
    const ground = scope.ground()
    const cells = siteCells(ground)
    const place = placeInPlan(scope.seed)
    const period = sensorPeriod(scope)
    const file = outbox.csv('air/stations.demo.csv', header, {delimiter: ';'})
    for (const station of airStations) {
      const {id, network, around, model} = station
      const spot = place(station.spot)
      // By the chimney of the nearest boiler house, wherever the city has put it.
      const near = around === 'boiler' ? findSite(ground, spot, boilerHouse).point : spot
      const site = findSite(ground, near, wishOf(station))
      const [lon, lat, district] = cells(site)
      const floors = site.building ? Math.max(1, Math.min(9, site.building.storeys)) : 1
      const heightMetres = network === 'city' ? 4 : 2 + 3 * (hash(scope.seed, 'floor', id) % floors)
      const {operator, licence} = networkWords[network]
      file.row([
        id,
        operator,
        modelWords[model],
        network === 'city' ? 'так' : 'ні',
        siteKind(around),
        lon,
        lat,
        heightMetres,
        installedDate(scope.seed, id, period),
        district,
        licence,
      ])
    }
    outbox.done(file)
    return {dirt: []}
  },
}
