import {effectIntervals} from '../charts/effect-intervals.ts'
import type {Site} from '../site.ts'
import {type Figure, figure} from './figure.ts'

type Effect = {
  title_uk: string
  title_en: string | null
  kpi_uk: string | null
  kpi_en: string | null
  start_month: string
  finding: string
  refusal: string | null
  treated_before: number | null
  treated_after: number | null
  control_before: number | null
  control_after: number | null
  effect: number | null
  effect_low: number | null
  effect_high: number | null
  p_value: number | null
  pretrend_p_value: number | null
  degrees: number | null
}

type Estimate = Effect & {effect: number; effect_low: number; effect_high: number}
const isEstimate = (row: Effect): row is Estimate => row.effect !== null && row.effect_low !== null

/** What declared interventions did to a share, in percentage points, against the districts they are compared with. */
export async function interventions(site: Site): Promise<Figure | null> {
  const {f, t, city} = site
  const words = t.figures.interventions
  const rows = await site.rows<Effect>('interventions_effects', {
    where: [
      ['city', '=', city.id],
      ['unit', '=', '1'],
    ],
    order: ['-start_month'],
  })
  if (rows.length === 0) return null
  const nameOf = (row: Effect) => site.text({uk: row.title_uk, en: row.title_en ?? row.title_uk})
  const points = (value: number) => f.signed(100 * value)
  const interval = (row: Estimate) => words.from(points(row.effect_low), points(row.effect_high))
  const estimated = rows.filter(isEstimate)
  const worked = estimated.filter(({finding}) => finding === 'improved')
  return figure(site, {
    name: 'interventions',
    title:
      estimated.length === 0
        ? words.none
        : words.finding(f.number(worked.length), f.number(estimated.length)),
    subtitle: words.sub(site.text(city.name)),
    description: words.alt(
      estimated.map(row => `${nameOf(row)}: ${points(row.effect)} (${interval(row)})`).join('; '),
    ),
    draw:
      estimated.length === 0
        ? null
        : width =>
            effectIntervals(
              estimated.map(row => ({
                name: nameOf(row),
                effect: row.effect,
                low: row.effect_low,
                high: row.effect_high,
                text: words.points(points(row.effect)),
                note: interval(row),
              })),
              {width, words: {none: words.zero}},
            ),
    table: {
      columns: [
        {key: 'title_uk', label: words.columns.title, text: (_: string, row) => nameOf(row as Effect)},
        {
          key: 'kpi_uk',
          label: words.columns.kpi,
          text: (v: string | null, row) => site.text({uk: v ?? '', en: String(row.kpi_en ?? v ?? '')}),
        },
        {key: 'start_month', label: words.columns.start, text: (v: string) => f.month(v)},
        {
          key: 'finding',
          label: words.columns.finding,
          text: (v: string, row) =>
            v === 'refused'
              ? (words.refusals[String(row.refusal)] ?? String(row.refusal))
              : (words.findings[v] ?? v),
        },
        ...(['treated_before', 'treated_after', 'control_before', 'control_after'] as const).map(key => ({
          key,
          label: words.columns[key],
          isNumber: true,
          text: (v: number | null) => (v === null ? '–' : f.percent(v)),
        })),
        {
          key: 'effect',
          label: words.columns.effect,
          isNumber: true,
          text: (v: number | null) => (v === null ? '–' : points(v)),
        },
        {
          key: 'effect_low',
          label: words.columns.interval,
          isNumber: true,
          text: (_: number | null, row) => {
            const one = row as Effect
            return isEstimate(one) ? interval(one) : '–'
          },
        },
        {key: 'effect_high', label: 'effect_high', isHidden: true},
        {
          key: 'p_value',
          label: 'p',
          isNumber: true,
          text: (v: number | null) => (v === null ? '–' : f.number(v, 3)),
        },
        {
          key: 'pretrend_p_value',
          label: words.columns.pretrend,
          isNumber: true,
          text: (v: number | null) => (v === null ? '–' : f.number(v, 2)),
        },
        {key: 'title_en', label: 'title_en', isHidden: true},
        {key: 'kpi_en', label: 'kpi_en', isHidden: true},
        {key: 'refusal', label: 'refusal', isHidden: true},
        {key: 'degrees', label: 'degrees', isHidden: true},
      ],
      rows,
    },
    note: words.note,
    sql: `SELECT title_uk, kpi_uk, start_month, finding, treated_before, treated_after, control_before, control_after,
       effect, effect_low, effect_high, p_value, pretrend_p_value, title_en, kpi_en, refusal, degrees
FROM   interventions_effects
WHERE  city = '${city.id}' AND unit = '1'
ORDER BY start_month DESC`,
    rows: {table: 'interventions_effects', where: {city: city.id}},
    datasets: ['interventions', 'appeals'],
    asOf: null,
    parameters: {},
  })
}
