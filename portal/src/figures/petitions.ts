import {labelledBars} from '../charts/labelled-bars.ts'
import type {Site} from '../site.ts'
import {type Figure, figure} from './figure.ts'

export type Petition = {
  petition_id: string
  title: string
  url: string | null
  collection: string
  decision: string
  signatures: number
  threshold: number | null
  opened_at: string | null
  closes_at: string | null
  answered_at: string | null
  topic: string | null
}

export const petitionRows = (site: Site): Promise<Petition[]> =>
  site.rows<Petition>('petitions', {
    select: [
      'petition_id',
      'title',
      'url',
      'collection',
      'decision',
      'signatures',
      'threshold',
      'opened_at',
      'closes_at',
      'answered_at',
      'topic',
    ],
    where: [['city', '=', site.city.id]],
    order: ['-signatures'],
  })

export const hasReached = (petition: Petition): boolean =>
  petition.collection === 'threshold_reached' ||
  (petition.threshold !== null && petition.signatures >= petition.threshold)

/** Newest thing known about a city's petitions. */
export const petitionsSeen = (petitions: Petition[]): string | null =>
  petitions
    .flatMap(row => [row.opened_at, row.answered_at])
    .filter(date => date !== null)
    .sort()
    .at(-1) ?? null

/** The ten petitions with most signatures, against what they needed. */
export async function petitions(site: Site): Promise<Figure | null> {
  const {f, t, city} = site
  const words = t.figures.petitions
  const all = await petitionRows(site)
  if (all.length === 0) return null
  const shown = all.slice(0, 10)
  const lang = city.country === 'UA' ? 'uk' : 'en'
  return figure(site, {
    name: 'petitions',
    title: words.finding(f.number(all.filter(hasReached).length), f.count(all.length, t.count.petitions)),
    subtitle: words.sub(site.text(city.name)),
    description: words.alt(shown.map(row => `${row.title}: ${f.number(row.signatures)}`).join('; ')),
    draw: width =>
      labelledBars(
        shown.map(row => ({
          name: row.title,
          value: row.signatures,
          text: f.number(row.signatures),
          colour: hasReached(row) ? 'var(--accent)' : 'var(--c0)',
          ...(row.threshold === null ? {} : {tick: row.threshold}),
        })),
        {width, nameWidth: 430},
      ),
    table: {
      columns: [
        {key: 'petition_id', label: 'petition_id', isHidden: true},
        {
          key: 'title',
          label: words.columns.title,
          href: row => (row.url === null ? null : String(row.url)),
          lang,
        },
        {key: 'url', label: 'url', isHidden: true},
        {
          key: 'signatures',
          label: words.columns.signatures,
          isNumber: true,
          text: (v: number) => f.number(v),
        },
        {
          key: 'threshold',
          label: words.columns.threshold,
          isNumber: true,
          text: (v: number | null) => (v === null ? t.state.unknown : f.number(v)),
        },
        {
          key: 'collection',
          label: words.columns.collection,
          text: (v: string) => t.petitions.collection[v] ?? v,
        },
        {
          key: 'opened_at',
          label: words.columns.opened,
          isNumber: true,
          text: (v: string | null) => (v === null ? '–' : f.date(v)),
        },
        {
          key: 'answered_at',
          label: words.columns.answered,
          isNumber: true,
          text: (v: string | null) => (v === null ? '–' : f.date(v)),
        },
      ],
      rows: shown.map(
        ({petition_id, title, url, signatures, threshold, collection, opened_at, answered_at}) => ({
          petition_id,
          title,
          url,
          signatures,
          threshold,
          collection,
          opened_at,
          answered_at,
        }),
      ),
    },
    note: t.petitions.note,
    sql: `SELECT petition_id, title, signatures, threshold, collection, opened_at, answered_at
FROM   petitions
WHERE  city = '${city.id}'
ORDER BY signatures DESC LIMIT 10`,
    rows: {table: 'petitions', where: {city: city.id}},
    datasets: ['petitions'],
    asOf: petitionsSeen(all),
    parameters: {},
  })
}
