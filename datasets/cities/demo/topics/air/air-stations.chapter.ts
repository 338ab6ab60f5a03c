import {hash} from '../../tools/numbers/hash.ts'
import {deviceRegister} from '../sensors/device-register.ts'
import {findSite, type SiteWish} from '../sensors/find-site.ts'
import {modelWords, networkWords, siteKind, wishOf} from './station-sites.ts'
import {airStations} from './station-table.ts'

const boilerHouse: SiteWish = {at: 'building', kinds: ['boiler'], withinMetres: Infinity}

export const airStationRegister = deviceRegister({
  id: 'air-stations',
  title: {uk: 'Станції повітря', en: 'Air stations'},
  path: 'air/stations.demo.csv',
  devices: airStations,
  siteOf(ground, spot, station) {
    // By the chimney of the nearest boiler house, wherever the city has put it.
    const near = station.around === 'boiler' ? findSite(ground, spot, boilerHouse).point : spot
    return findSite(ground, near, wishOf(station))
  },
  row({id, network, around, model}, {lon, lat, district, installed}, {building}, {seed}) {
    const floors = building ? Math.max(1, Math.min(9, building.storeys)) : 1
    const {operator, licence} = networkWords[network]
    return {
      station_id: id,
      operator,
      model: modelWords[model],
      is_reference: network === 'city' ? 'так' : 'ні',
      kind: siteKind(around),
      lon,
      lat,
      height_m: network === 'city' ? 4 : 2 + 3 * (hash(seed, 'floor', id) % floors),
      installed_date: installed,
      district,
      licence,
    }
  },
})
