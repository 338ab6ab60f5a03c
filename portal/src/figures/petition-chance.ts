import {calibrationDots} from '../charts/calibration-dots.ts'
import type {Site} from '../site.ts'
import {type Figure, figure} from './figure.ts'

type Calibration = {
  stage: string
  projected_bin: string
  petitions_before: number
  chance_before: number | null
  petitions_after: number
  share_after: number | null
  share_after_low: number | null
  share_after_high: number | null
  brier: number | null
  brier_of_mean: number | null
  skill: number | null
}

/** Fewer petitions say nothing of a share. */
const enough = 5

/** How far the chances that petitions are given can be believed: said from the first half of them, judged by the second. */
export async function petitionChance(site: Site): Promise<Figure | null> {
  const {f, t, city} = site
  const words = t.figures.petitionChance
  const rows = await site.rows<Calibration>('petitions_calibration', {where: [['city', '=', city.id]]})
  const whole = rows.find(({stage}) => stage === '')
  const bins = rows.filter(({stage}) => stage !== '')
  const judged = bins.flatMap(row => {
    const {chance_before: said, share_after: came, share_after_low: low, share_after_high: high} = row
    return said === null || came === null || low === null || high === null || row.petitions_after < enough
      ? []
      : [{said, came, low, high, n: row.petitions_after, row}]
  })
  if (!whole || judged.length < 2) return null
  const within = judged.filter(({said, low, high}) => said >= low && said <= high).length
  const percent = (share: number) => f.percent(share, 0)
  return figure(site, {
    name: 'petition-chance',
    title: words.finding(f.number(within), f.number(judged.length)),
    subtitle: words.sub(
      f.number(whole.petitions_before),
      f.number(whole.petitions_after),
      site.text(city.name),
    ),
    description: words.alt(judged.map(({said, came}) => `${percent(said)}: ${percent(came)}`).join('; ')),
    draw: width =>
      calibrationDots(
        judged.map(({row, ...dot}) => ({
          ...dot,
          title: `${row.stage}, ${row.projected_bin}: ${percent(dot.said)} → ${percent(dot.came)}, n = ${f.number(dot.n)}`,
        })),
        {width, percent, words},
      ),
    table: {
      columns: [
        {key: 'stage', label: words.columns.stage},
        {key: 'projected_bin', label: words.columns.projected},
        {
          key: 'chance_before',
          label: words.columns.said,
          isNumber: true,
          text: (v: number | null) => (v === null ? '–' : f.percent(v)),
        },
        {
          key: 'share_after',
          label: words.columns.came,
          isNumber: true,
          text: (v: number | null) => (v === null ? '–' : f.percent(v)),
        },
        {
          key: 'share_after_low',
          label: words.columns.interval,
          isNumber: true,
          text: (v: number | null, row) =>
            v === null ? '–' : `${f.percent(v)} – ${f.percent(Number(row.share_after_high))}`,
        },
        {key: 'share_after_high', label: 'share_after_high', isHidden: true},
        {
          key: 'petitions_after',
          label: words.columns.petitions,
          isNumber: true,
          text: (v: number) => f.number(v),
        },
      ],
      rows: bins.map(
        ({
          stage,
          projected_bin,
          chance_before,
          share_after,
          share_after_low,
          share_after_high,
          petitions_after,
        }) => ({
          stage,
          projected_bin,
          chance_before,
          share_after,
          share_after_low,
          share_after_high,
          petitions_after,
        }),
      ),
    },
    note: words.note(
      whole.brier === null ? '–' : f.number(whole.brier, 3),
      whole.brier_of_mean === null ? '–' : f.number(whole.brier_of_mean, 3),
      whole.skill === null ? '–' : percent(whole.skill),
    ),
    sql: `SELECT stage, projected_bin, chance_before, share_after, share_after_low, share_after_high, petitions_after
FROM   petitions_calibration
WHERE  city = '${city.id}' AND stage <> ''`,
    rows: {table: 'petitions_calibration', where: {city: city.id}},
    datasets: ['petitions'],
    asOf: null,
    parameters: {},
  })
}
