import {check, column, defineDataset, licences} from '../src/index.ts'
import waterGauges from '../water-gauges/dataset.ts'

export default defineDataset({
  id: 'rainfall',
  title: {uk: 'Дощ', en: 'Rainfall'},
  describe: {
    uk: 'Скільки води дощоміри зібрали за кожні десять хвилин, дощу або талого снігу.',
    en: 'How much water the rain gauges caught in every ten minutes, rain or melted snow.',
  },
  publisher: {uk: 'Гідрометслужба', en: 'Hydrometeorological service'},
  theme: 'ENVI',
  cadence: 'CONT',
  licence: licences.ccBy4,
  key: ['gauge_id', 'observed_at'],
  columns: {
    gauge_id: column.text({from: 'gauge_id', describe: {uk: 'Дощомір', en: 'Rain gauge'}}),
    observed_at: column.timestamp({
      from: 'observed_at',
      isPast: true,
      describe: {uk: 'Початок десяти хвилин, UTC', en: 'Start of the ten minutes, UTC'},
    }),
    rain_mm: column.number({
      from: 'rain_mm',
      nullable: true,
      unit: 'mm',
      describe: {uk: 'Шар води', en: 'Depth of water'},
    }),
  },
  checks: [
    // The heaviest ten minutes on record brought less.
    check.range('rain_mm', {from: 0, to: 60}),
    check.relation('gauge_id', waterGauges, 'gauge_id'),
    check.fresh('observed_at', {within: 'P1D'}),
    check.past('observed_at'),
  ],
})
