import noiseStations from '../noise-stations/dataset.ts'
import {check, column, defineDataset, licences} from '../src/index.ts'

export default defineDataset({
  id: 'noise',
  title: {uk: 'Шум', en: 'Noise'},
  describe: {
    uk: 'Рівні звуку за годину: LAeq – рівень рівномірного звуку з тією самою енергією, L90 – рівень, що його перевищено девʼять десятих години, тобто тло. L90 ніколи не вищий за LAeq.',
    en: 'Sound levels of an hour: LAeq is the level of a steady sound of the same energy, L90 the level exceeded for nine tenths of the hour, that is, the background. L90 is never above LAeq.',
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
      describe: {uk: 'Початок години, UTC', en: 'Start of the hour, UTC'},
    }),
    laeq: column.number({
      from: 'laeq',
      nullable: true,
      unit: 'dB',
      describe: {uk: 'Еквівалентний рівень звуку LAeq', en: 'Equivalent sound level LAeq'},
    }),
    l90: column.number({
      from: 'l90',
      nullable: true,
      unit: 'dB',
      describe: {uk: 'Фоновий рівень L90', en: 'Background level L90'},
    }),
  },
  checks: [
    check.range('laeq', {from: 15, to: 120}),
    check.range('l90', {from: 15, to: 120}),
    check.order('l90', '<=', 'laeq'),
    check.relation('station_id', noiseStations, 'station_id'),
    check.fresh('observed_at', {within: 'P2D'}),
    check.past('observed_at'),
  ],
})
