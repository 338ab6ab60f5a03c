import {labelledBars} from '../charts/labelled-bars.ts'
import type {Site} from '../site.ts'
import {type Figure, figure} from './figure.ts'

export type Petition = {
  petition_id: string
  title: string
  url: string | null
  collection: string
  signatures: number
  threshold: number | null
  opened_at: string | null
  answered_at: string | null
}

/** All petitions of a city in figures. */
export type PetitionSums = {
  submitted: number
  signed_enough: number
  signatures: number
  collecting: number
  answered: number
  /** Newest thing known about them. */
  seen_at: string | null
}

/** Null where the city has no petitions. */
export const petitionSums = async (site: Site): Promise<PetitionSums | null> =>
  (
    await site.rows<PetitionSums>('petitions_funnel', {
      where: [
        ['city', '=', site.city.id],
        ['dimension', '=', 'all'],
      ],
    })
  )[0] ?? null

/** The twenty petitions with most signatures. */
export const mostSigned = (site: Site): Promise<Petition[]> =>
  site.rows<Petition>('petitions', {
    select: [
      'petition_id',
      'title',
      'url',
      'collection',
      'signatures',
      'threshold',
      'opened_at',
      'answered_at',
    ],
    where: [['city', '=', site.city.id]],
    order: ['-signatures', 'petition_id'],
    limit: 20,
  })

const hasReached = (petition: Petition): boolean =>
  petition.collection === 'threshold_reached' ||
  (petition.threshold !== null && petition.signatures >= petition.threshold)

/** The ten petitions with most signatures, against what they needed. */
export async function petitions(site: Site): Promise<Figure | null> {
  const {f, t, city} = site
  const words = t.figures.petitions
  const [sums, most] = await Promise.all([petitionSums(site), mostSigned(site)])
  if (sums === null) return null
  const shown = most.slice(0, 10)
  const lang = city.country === 'UA' ? 'uk' : 'en'
  return figure(site, {
    name: 'petitions',
    title: words.finding(f.number(sums.signed_enough), f.count(sums.submitted, t.count.petitions)),
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
ORDER BY signatures DESC, petition_id LIMIT 10`,
    rows: {table: 'petitions', where: {city: city.id}},
    datasets: ['petitions'],
    asOf: sums.seen_at,
    parameters: {},
  })
}
