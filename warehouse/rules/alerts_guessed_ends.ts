import alerts from '@hromada/datasets/alerts/dataset.ts'
import {defineRule} from '../src/checks/define-rule.ts'
import {hoursBetween} from '../src/functions.ts'
import {staging} from '../src/model.ts'

export default defineRule({
  name: 'alerts_guessed_ends',
  inputs: [staging(alerts)],
  column: 'finished_at',
  // Of hundreds of alerts one may last so long by chance.
  allow: {share: 0.005},
  holds: {
    uk: 'Тривога не триває рівно півгодини, до секунди',
    en: 'No alert lasts exactly half an hour, to the second',
  },
  broken: {
    uk: 'Тривога триває рівно півгодини, до секунди: відбій, мабуть, не записано, а припущено',
    en: 'The alert lasts exactly half an hour, to the second: its end was probably assumed, not recorded',
  },
  faults: db =>
    db
      .selectFrom('stg_alerts')
      .select(['city', 'oblast', 'started_at'])
      .where(eb => eb(hoursBetween(eb.ref('started_at'), eb.ref('finished_at')), '=', 0.5)),
})
