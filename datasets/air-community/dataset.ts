import airStations from '../air-stations/dataset.ts'
import {check, column, defineDataset, licences} from '../src/index.ts'

const measured = (from: string, unit: string, uk: string, en: string) =>
  column.number({from, unit, nullable: true, describe: {uk, en}})

export default defineDataset({
  id: 'air-community',
  title: {uk: 'Повітря: саморобні датчики', en: 'Air: self-built sensors'},
  describe: {
    uk: 'Виміри щогодини датчиків, які люди зібрали самі, у структурі архіву sensor.community: P1 – це PM10, P2 – PM2.5, P0 – PM1; час UTC, хоч пояс не вказано; nan – датчик не відповів. Ліцензія бази зобовʼязує ділитися похідними на тих самих умовах.',
    en: 'Hourly readings of sensors that people built themselves, in the structure of the sensor.community archive: P1 is PM10, P2 is PM2.5, P0 is PM1; time is UTC, though no zone is named; nan means that a sensor did not answer. The database licence asks for derived databases to be shared alike.',
  },
  publisher: {uk: 'Спільнота саморобних датчиків', en: 'Community of self-built sensors'},
  theme: 'ENVI',
  cadence: 'HOURLY',
  licence: licences.odbl,
  key: ['sensor_id', 'observed_at'],
  columns: {
    sensor_id: column.text({from: 'sensor_id', describe: {uk: 'Датчик', en: 'Sensor'}}),
    sensor_type: column.text({
      from: 'sensor_type',
      nullable: true,
      describe: {uk: 'Модель лічильника пилу', en: 'Model of the particle counter'},
    }),
    observed_at: column.timestamp({
      from: 'timestamp',
      isPast: true,
      describe: {uk: 'Година виміру, UTC', en: 'Hour of the reading, UTC'},
    }),
    pm1: measured('P0', 'ug/m3', 'Пил PM1', 'Particles PM1'),
    pm10: measured('P1', 'ug/m3', 'Пил PM10', 'Particles PM10'),
    pm25: measured('P2', 'ug/m3', 'Пил PM2.5', 'Particles PM2.5'),
    temperature: measured('temperature', 'degC', 'Температура біля датчика', 'Temperature at the sensor'),
    humidity: measured('humidity', '%', 'Відносна вологість біля датчика', 'Relative humidity at the sensor'),
    pressure: measured('pressure', 'hPa', 'Тиск на висоті датчика', 'Pressure at the sensor’s height'),
  },
  checks: [
    // Where the counter of such a sensor ends.
    check.range('pm25', {from: 0, to: 999}),
    check.range('pm10', {from: 0, to: 1999}),
    check.range('humidity', {from: 0, to: 100}),
    check.range('temperature', {from: -45, to: 50}),
    check.relation('sensor_id', airStations, 'station_id'),
    check.fresh('observed_at', {within: 'P2D'}),
    check.past('observed_at'),
  ],
})
