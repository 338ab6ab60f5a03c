import {deviceRegister} from '../sensors/device-register.ts'
import {findSite} from '../sensors/find-site.ts'
import {noiseStations} from './station-table.ts'

export const noiseStationRegister = deviceRegister({
  id: 'noise-stations',
  title: {uk: 'Станції шуму', en: 'Noise stations'},
  path: 'noise/stations.demo.csv',
  devices: noiseStations,
  siteOf: (ground, spot) => findSite(ground, spot, {at: 'open'}),
  row: ({id, name}, {lon, lat, district, installed}) => ({
    station_id: id,
    name: name.uk,
    accuracy: '1',
    lon,
    lat,
    height_m: 4,
    installed_date: installed,
    district,
  }),
})
