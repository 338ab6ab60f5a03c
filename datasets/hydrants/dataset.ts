import {check, column, defineDataset, licences} from '../src/index.ts'
import waterZones from '../water-zones/dataset.ts'

export default defineDataset({
  id: 'hydrants',
  title: {uk: 'Пожежні гідранти', en: 'Fire hydrants'},
  describe: {
    uk: 'Пожежні гідранти вздовж вулиць: де, який діаметр, чи справний за останньою перевіркою.',
    en: 'Fire hydrants along the streets: where, of which diameter, and whether the last check found them working.',
  },
  publisher: {uk: 'Водоканал', en: 'Water utility'},
  theme: 'GOVE',
  cadence: 'QUARTERLY',
  licence: licences.ccBy4,
  key: ['hydrant_id'],
  columns: {
    hydrant_id: column.text({from: 'uid', describe: {uk: 'Номер', en: 'Number'}}),
    kind: column.text({
      from: 'type',
      nullable: true,
      allowed: ['underground', 'pillar'],
      describe: {uk: 'Тип: underground підземний, pillar наземний', en: 'Kind: underground or pillar'},
    }),
    address: column.text({
      from: 'addressThoroughfare',
      nullable: true,
      describe: {uk: 'Вулиця', en: 'Street, in Ukrainian'},
    }),
    house: column.text({
      from: 'addressLocatorDesignator',
      nullable: true,
      describe: {uk: 'Біля якого будинку', en: 'Beside which house'},
    }),
    lon: column.number({
      from: 'lon',
      unit: 'deg',
      describe: {uk: 'Довгота, WGS 84', en: 'Longitude, WGS 84'},
    }),
    lat: column.number({from: 'lat', unit: 'deg', describe: {uk: 'Широта, WGS 84', en: 'Latitude, WGS 84'}}),
    diameter_mm: column.integer({
      from: 'diameterMm',
      nullable: true,
      unit: 'mm',
      describe: {uk: 'Діаметр', en: 'Diameter'},
    }),
    pressure_bar: column.number({
      from: 'pressureBar',
      nullable: true,
      unit: 'bar',
      describe: {uk: 'Тиск за останньою перевіркою', en: 'Pressure at the last check'},
    }),
    state: column.text({
      from: 'state',
      nullable: true,
      allowed: ['working', 'faulty', 'repair'],
      describe: {
        uk: 'Стан: working справний, faulty несправний, repair потребує ремонту',
        en: 'State: working, faulty or repair',
      },
    }),
    has_sign: column.boolean({
      from: 'hasSign',
      nullable: true,
      describe: {uk: 'Чи є покажчик', en: 'Is there a sign?'},
    }),
    water_zone_id: column.text({
      from: 'waterZoneUid',
      nullable: true,
      describe: {uk: 'Зона водопостачання', en: 'Zone of water supply'},
    }),
    checked_date: column.date({
      from: 'checkedAt',
      nullable: true,
      describe: {uk: 'Коли перевірено', en: 'When it was checked'},
    }),
  },
  checks: [
    check.inCity('lon', 'lat'),
    check.relation('water_zone_id', waterZones, 'zone_id'),
    check.range('diameter_mm', {from: 50, to: 500}),
    check.range('pressure_bar', {from: 0, to: 16}),
    check.past('checked_date'),
    check.filled('state', {allow: {share: 0.05}}),
    check.filled('house', {allow: {share: 0.02}}),
  ],
})
