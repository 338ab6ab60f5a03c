import {labelledBars} from '../charts/labelled-bars.ts'
import type {Site} from '../site.ts'
import {type Figure, figure} from './figure.ts'

type Funnel = Record<(typeof steps)[number], number> & {
  answer_days_median: number | null
  answer_days_p90: number | null
  answered_in_time_share: number | null
}

const steps = ['submitted', 'published', 'closed', 'reached', 'answered', 'supported'] as const

/** What becomes of petitions: how many come to each step. */
export async function petitionFunnel(site: Site): Promise<Figure | null> {
  const {f, t, city} = site
  const words = t.figures.petitionFunnel
  const [all] = await site.rows<Funnel>('petitions_funnel', {
    where: [
      ['city', '=', city.id],
      ['dimension', '=', 'all'],
    ],
  })
  if (!all || all.submitted === 0) return null
  const rows = steps.map(step => ({step, petitions: all[step], share: all[step] / all.submitted}))
  return figure(site, {
    name: 'petition-funnel',
    title: words.finding(f.number(all.submitted), f.number(all.reached), f.number(all.supported)),
    subtitle: words.sub(site.text(city.name)),
    description: words.alt(
      rows.map(({step, petitions}) => `${words.steps[step]}: ${f.number(petitions)}`).join('; '),
    ),
    draw: width =>
      labelledBars(
        rows.map(({step, petitions, share}) => ({
          name: words.steps[step],
          value: petitions,
          text: f.number(petitions),
          note: f.percent(share),
        })),
        {width},
      ),
    table: {
      columns: [
        {key: 'step', label: words.columns.step, text: (v: (typeof steps)[number]) => words.steps[v]},
        {key: 'petitions', label: words.columns.petitions, isNumber: true, text: (v: number) => f.number(v)},
        {key: 'share', label: words.columns.share, isNumber: true, text: (v: number) => f.percent(v)},
      ],
      rows,
    },
    note:
      all.answer_days_median === null || all.answer_days_p90 === null || all.answered_in_time_share === null
        ? words.note
        : `${words.note} ${words.answers(
            f.number(all.answer_days_median, 1),
            f.number(all.answer_days_p90, 1),
            f.percent(all.answered_in_time_share, 0),
          )}`,
    sql: `SELECT step, petitions, petitions / whole AS share
FROM   (SELECT submitted AS whole, * FROM petitions_funnel WHERE city = '${city.id}' AND dimension = 'all')
UNPIVOT (petitions FOR step IN (${steps.join(', ')}))`,
    rows: {table: 'petitions_funnel', where: {city: city.id, dimension: 'all'}},
    datasets: ['petitions'],
    asOf: null,
    parameters: {},
  })
}
