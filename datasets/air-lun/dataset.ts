import airStations from '../air-stations/dataset.ts'
import {check, column, defineDataset, licences} from '../src/index.ts'

const measured = (from: string, unit: string, uk: string, en: string) =>
  column.number({from, unit, nullable: true, describe: {uk, en}})

export default defineDataset({
  id: 'air-lun',
  title: {uk: 'Повітря: датчики мешканців', en: 'Air: residents’ sensors'},
  describe: {
    uk: 'Виміри щогодини недорогих датчиків на фасадах, у структурі інтерфейсу LUN Місто. Назви полів у ній оманливі: avgPm10 – це PM1, avgPm100 – це PM10; тиск у паскалях, час за годинником міста, нуль означає, що датчик мовчить. За вологості понад 80 % такі датчики показують більше, ніж є.',
    en: 'Hourly readings of low-cost sensors on façades, in the structure of the LUN Misto interface. Its names mislead: avgPm10 is PM1, avgPm100 is PM10; pressure is in pascals, time by the city’s clock, and zero means that the sensor is silent. Above 80 % humidity such sensors read more than there is.',
  },
  publisher: {uk: 'Мережа датчиків мешканців', en: 'Residents’ network of sensors'},
  theme: 'ENVI',
  cadence: 'HOURLY',
  licence: licences.ccBy4,
  key: ['station_id', 'observed_at'],
  columns: {
    station_id: column.text({from: 'station', describe: {uk: 'Датчик', en: 'Sensor'}}),
    observed_at: column.timestamp({
      from: 'updated',
      zone: 'Europe/Kyiv',
      isPast: true,
      describe: {uk: 'Година виміру', en: 'Hour of the reading'},
    }),
    pm1: measured('avgPm10', 'ug/m3', 'Пил PM1', 'Particles PM1'),
    pm25: measured('avgPm25', 'ug/m3', 'Пил PM2.5', 'Particles PM2.5'),
    pm10: measured('avgPm100', 'ug/m3', 'Пил PM10', 'Particles PM10'),
    temperature: measured('temperature', 'degC', 'Температура біля датчика', 'Temperature at the sensor'),
    humidity: measured('humidity', '%', 'Відносна вологість біля датчика', 'Relative humidity at the sensor'),
    pressure: measured('pressure', 'Pa', 'Тиск на висоті датчика', 'Pressure at the sensor’s height'),
  },
  checks: [
    check.range('pm25', {from: 0, to: 1000}),
    check.range('humidity', {from: 0, to: 100}),
    check.range('temperature', {from: -45, to: 50}),
    check.range('pressure', {from: 85_000, to: 110_000}),
    check.relation('station_id', airStations, 'station_id'),
    check.fresh('observed_at', {within: 'P2D'}),
    check.past('observed_at'),
  ],
})
