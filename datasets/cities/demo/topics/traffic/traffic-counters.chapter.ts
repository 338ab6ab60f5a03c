import {deviceRegister} from '../sensors/device-register.ts'
import {siteOfCounter} from './counter-sites.ts'
import {counters} from './counter-table.ts'

export const trafficCounterRegister = deviceRegister({
  id: 'traffic-counters',
  title: {uk: 'Лічильники руху', en: 'Traffic counters'},
  path: 'traffic/counters.demo.csv',
  devices: counters,
  siteOf: siteOfCounter,
  row: ({id, name, isBridge}, {lon, lat, district, installed}, {street, edge}, {ground}) => ({
    counter_id: id,
    name: name.uk,
    street: ground().streets[street]?.name.uk ?? null,
    road_class: edge?.class ?? null,
    is_bridge: isBridge ? 'так' : 'ні',
    lon,
    lat,
    installed_date: installed,
    district,
  }),
})
