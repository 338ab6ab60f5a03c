import {integer, meanOf, wholeSum} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import panel from '../../intermediate/kpis/int_interventions_panel.ts'

export default defineModel({
  name: 'interventions_monthly',
  title: {uk: 'Заходи: показник за місяцями', en: 'Interventions: the indicator by month'},
  describe: {
    uk: 'Середнє показника за районами чи містами, де захід діє (treated), і за місцями порівняння (control), місяць за місяцем до і після початку. Те, з чого пораховано interventions_effects.',
    en: 'The mean of the indicator over the districts or cities that an intervention is for (treated) and over those it is compared with (control), month by month before and after its start. What interventions_effects is worked out from.',
  },
  grain: ['city', 'intervention_id', 'role', 'month'],
  publish: true,
  // A declaration that is taken back takes its months along.
  largestDrop: 1,
  inputs: [panel],
  columns: {
    mean: {
      uk: 'Середнє показника за місцями, в одиницях показника',
      en: 'Mean of the indicator over the places, in its unit',
    },
    places: {uk: 'Скільки районів чи міст', en: 'How many districts or cities', unit: '1'},
    base: {
      uk: 'На чому стоїть: скільки звернень чи іншого у знаменнику разом',
      en: 'What it rests on: how many appeals or the like are below the line, together',
    },
  },
  query: db =>
    db
      .selectFrom('int_interventions_panel')
      .select(eb => [
        'city',
        'intervention_id',
        'role',
        'month',
        'step',
        meanOf(eb.ref('value')).as('mean'),
        integer(eb.fn.countAll()).as('places'),
        wholeSum(eb.ref('base')).as('base'),
      ])
      .groupBy(['city', 'intervention_id', 'role', 'month', 'step'])
      .orderBy('city')
      .orderBy('intervention_id')
      .orderBy('role')
      .orderBy('month'),
})
