import airStations from '../air-stations/dataset.ts'
import {check, column, defineDataset, licences} from '../src/index.ts'

const measured = (from: string, unit: string, uk: string, en: string) =>
  column.number({from, unit, nullable: true, describe: {uk, en}})

export default defineDataset({
  id: 'air-quality',
  title: {uk: 'Якість повітря', en: 'Air quality'},
  describe: {
    uk: 'Виміри станцій щогодини: пил, газові домішки, погода. Структура власна: додатка до постанови № 835 для повітря немає.',
    en: 'Hourly readings of stations: dust, gases, weather. The structure is our own: resolution No. 835 has no annex for air.',
  },
  publisher: {uk: 'Міська рада', en: 'City council'},
  theme: 'ENVI',
  cadence: 'HOURLY',
  licence: licences.ccBy4,
  key: ['station_id', 'observed_at'],
  columns: {
    station_id: column.text({from: 'station_id', describe: {uk: 'Станція', en: 'Station'}}),
    observed_at: column.timestamp({
      from: 'observed_at',
      isPast: true,
      describe: {uk: 'Година виміру, UTC', en: 'Hour of the reading, UTC'},
    }),
    pm1: measured('pm1', 'ug/m3', 'Пил PM1', 'Particles PM1'),
    pm25: measured('pm25', 'ug/m3', 'Пил PM2.5', 'Particles PM2.5'),
    pm10: measured('pm10', 'ug/m3', 'Пил PM10', 'Particles PM10'),
    no2: measured('no2', 'ug/m3', 'Діоксид азоту', 'Nitrogen dioxide'),
    o3: measured('o3', 'ug/m3', 'Озон', 'Ozone'),
    so2: measured('so2', 'ug/m3', 'Діоксид сірки', 'Sulphur dioxide'),
    co: measured('co', 'mg/m3', 'Оксид вуглецю', 'Carbon monoxide'),
    nox: measured('nox', 'ug/m3', 'Оксиди азоту як NO2', 'Nitrogen oxides as NO2'),
    wind_speed: measured('wind_speed', 'm/s', 'Швидкість вітру', 'Wind speed'),
    wind_direction: measured('wind_direction', 'deg', 'Звідки вітер', 'Where the wind comes from'),
    temperature: measured('temperature', 'degC', 'Температура повітря', 'Air temperature'),
    humidity: measured('humidity', '%', 'Відносна вологість', 'Relative humidity'),
    pressure: measured('pressure', 'hPa', 'Тиск, зведений до рівня моря', 'Pressure, reduced to sea level'),
  },
  checks: [
    check.range('pm25', {from: 0, to: 1000}),
    check.range('pm10', {from: 0, to: 2000}),
    check.range('no2', {from: 0, to: 1000}),
    check.range('o3', {from: 0, to: 600}),
    check.range('temperature', {from: -45, to: 50}),
    check.range('humidity', {from: 0, to: 100}),
    check.range('wind_direction', {from: 0, to: 360}),
    check.order('pm25', '<=', 'pm10', {allow: {share: 0.02}}),
    check.relation('station_id', airStations, 'station_id'),
    check.fresh('observed_at', {within: 'P2D'}),
    check.past('observed_at'),
    check.type('pm25', {severity: 'block', allow: {share: 0.2}}),
  ],
})
