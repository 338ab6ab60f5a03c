import {check, column, defineDataset, licences} from '../src/index.ts'
import waterGauges from '../water-gauges/dataset.ts'

export default defineDataset({
  id: 'water-levels',
  title: {uk: 'Рівні води', en: 'Water levels'},
  describe: {
    uk: 'Рівень води над нулем поста кожні десять хвилин: річка, водосховище, струмки в балках, море. Висота нуля й позначки уваги та небезпеки – у реєстрі водомірних постів.',
    en: 'Level of the water above the gauge’s zero every ten minutes: river, reservoir, streams in ravines, sea. The height of the zero and the marks of attention and danger are in the register of water gauges.',
  },
  publisher: {uk: 'Гідрометслужба', en: 'Hydrometeorological service'},
  theme: 'ENVI',
  cadence: 'CONT',
  licence: licences.ccBy4,
  key: ['gauge_id', 'observed_at'],
  columns: {
    gauge_id: column.text({from: 'gauge_id', describe: {uk: 'Пост', en: 'Gauge'}}),
    observed_at: column.timestamp({
      from: 'observed_at',
      isPast: true,
      describe: {uk: 'Коли виміряно, UTC', en: 'When it was read, UTC'},
    }),
    level_cm: column.number({
      from: 'level_cm',
      nullable: true,
      unit: 'cm',
      describe: {uk: 'Рівень над нулем поста', en: 'Level above the gauge’s zero'},
    }),
  },
  checks: [
    // Beyond twelve metres an echo came back from something else.
    check.range('level_cm', {from: -300, to: 1200}),
    check.relation('gauge_id', waterGauges, 'gauge_id'),
    check.fresh('observed_at', {within: 'P1D'}),
    check.past('observed_at'),
  ],
})
