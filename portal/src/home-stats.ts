import {type BudgetTotal, budgetYears} from './budget.ts'
import {sparkBars} from './charts/spark-bars.ts'
import {sparkLine} from './charts/spark-line.ts'
import {airDays, airProperties, airYears, stationsText} from './figures/air.ts'
import {alertMonthRows, alertsSeen} from './figures/alert-months.ts'
import {appealMonths, mainMonths} from './figures/appeal-flow.ts'
import {mostSigned, petitionSums} from './figures/petitions.ts'
import {appealsSeen} from './figures/queue.ts'
import {isStale} from './is-stale.ts'
import {capital, periodText} from './period.ts'
import type {Site} from './site.ts'
import {wordFor} from './word-for.ts'

/** A headline number: what the Stat component shows. */
export type HomeStat = {
  label: string
  value: string
  unit?: string
  detail?: string
  href?: string
  spark?: SVGSVGElement
  caption?: string
  isStale?: boolean
}

/** The first four headline numbers that the city at home has data for. */
export async function homeStats(site: Site): Promise<HomeStat[]> {
  const found = await Promise.all(
    [expense, income, appeals, petitions, alerts, air, shelters, buildings, districts].map(stat =>
      stat(site),
    ),
  )
  return found.filter(stat => stat !== null).slice(0, 4)
}

const sourceDate = (site: Site, dataset: string) => {
  const retrieved = site.feed(dataset, site.city.id)?.retrieved_at
  return retrieved ? site.t.stat.retrieved(site.f.date(retrieved)) : undefined
}

/** Amounts of the last months on end. */
const monthly = async (site: Site, flow: BudgetTotal['flow']) =>
  (
    await site.rows<{executed_month_uah: number}>('budget_monthly', {
      select: ['executed_month_uah', 'year', 'month'],
      where: [
        ['city', '=', site.city.id],
        ['flow', '=', flow],
      ],
      order: ['year', 'month'],
    })
  )
    .slice(-24)
    .map(row => row.executed_month_uah)

async function expense(site: Site): Promise<HomeStat | null> {
  const {f, t} = site
  const last = (await budgetYears(site)).at(-1)
  if (!last) return null
  const {executed_uah, plan_amended_uah, months} = last.expense
  const share = f.percent(executed_uah / plan_amended_uah)
  return {
    label: t.stat.expense,
    value: f.millions(executed_uah),
    unit: f.writing.million,
    detail: months < 12 ? t.stat.pace(share, f.percent(months / 12, 0)) : t.stat.ofPlan(share),
    href: site.href('/budget', {year: last.year}),
    spark: sparkBars(await monthly(site, 'expense')),
    caption: t.stat.barIsMonth(capital(periodText(f, last.year, months))),
  }
}

async function income(site: Site): Promise<HomeStat | null> {
  const {f, t} = site
  const last = (await budgetYears(site)).at(-1)
  if (!last) return null
  const {executed_uah, plan_amended_uah, months} = last.income
  const gap = executed_uah - last.expense.executed_uah
  return {
    label: t.stat.income,
    value: f.millions(executed_uah),
    unit: f.writing.million,
    detail: `${t.stat.ofPlan(f.percent(executed_uah / plan_amended_uah))}; ${(gap >= 0 ? t.stat.more : t.stat.less)(f.money(Math.abs(gap)))}`,
    href: site.href('/budget', {year: last.year}, 'incomes'),
    spark: sparkBars(await monthly(site, 'income')),
    caption: t.stat.barIsMonth(capital(periodText(f, last.year, months))),
  }
}

async function appeals(site: Site): Promise<HomeStat | null> {
  const {f, t} = site
  const all = await appealMonths(site)
  const months = mainMonths(all)
  const last = months.at(-1)
  if (!last) return null
  const seen = await appealsSeen(site)
  const stale = seen !== null && isStale(seen, site.dataset('appeals')?.cadence)
  return {
    label: t.stat.appeals,
    value: f.number(last.open_at_end),
    detail: t.stat.appealsDetail(
      f.count(
        all.reduce((sum, month) => sum + month.received, 0),
        t.count.appeals,
      ),
      `${f.month(months[0]!.month)} – ${f.month(last.month)}`,
    ),
    href: site.href('/appeals'),
    spark: sparkLine(
      months.map(month => month.open_at_end),
      {isStale: stale},
    ),
    caption: t.stat.appealsCaption(f.month(last.month)),
    isStale: stale,
  }
}

async function petitions(site: Site): Promise<HomeStat | null> {
  const {f, t} = site
  const [sums, most] = await Promise.all([petitionSums(site), mostSigned(site)])
  if (sums === null) return null
  const seen = sums.seen_at
  const stale = seen !== null && isStale(seen, site.dataset('petitions')?.cadence)
  return {
    label: t.stat.petitions,
    value: f.number(sums.submitted),
    detail: t.stat.petitionsDetail(
      f.number(sums.signed_enough),
      f.count(sums.signatures, t.count.signatures),
    ),
    href: site.href('/petitions'),
    spark: sparkBars(
      most
        .slice(0, 10)
        .map(row => row.signatures)
        .reverse(),
      {isStale: stale},
    ),
    caption: t.stat.petitionsCaption(seen === null ? t.state.unknown : f.date(seen)),
    isStale: stale,
  }
}

async function alerts(site: Site): Promise<HomeStat | null> {
  const {f, t} = site
  const [months, seen] = [await alertMonthRows(site), await alertsSeen(site)]
  // The month in which the record ends is not whole; the one before it is.
  const whole = months.at(-2) ?? months.at(-1)
  if (!whole || seen === null) return null
  return {
    label: t.stat.alerts,
    value: f.number(whole.hours, 1),
    unit: wordFor(t.unit, 'hours'),
    detail: t.stat.alertsDetail(f.count(whole.alerts, t.count.alerts), f.month(whole.month)),
    href: site.href('/alerts'),
    spark: sparkBars(
      months.slice(0, months.length > 1 ? -1 : undefined).map(month => month.hours),
      {isStale: true},
    ),
    caption: t.stat.alertsCaption(f.moment(seen)),
    // A record that ended says nothing about now.
    isStale: isStale(seen, 'UPDATE_CONT'),
  }
}

async function air(site: Site): Promise<HomeStat | null> {
  const {f, t} = site
  for (const property of airProperties) {
    const days = await airDays(site, property)
    const year = airYears(days).findLast(one => one.days >= 274)
    if (!year) continue
    const newest = days.at(-1)!
    const months = new Map<string, number[]>()
    for (const {date, median} of days)
      months.set(date.slice(0, 7), [...(months.get(date.slice(0, 7)) ?? []), median])
    const stale = isStale(newest.date, site.dataset('air-quality')?.cadence)
    return {
      label: t.stat.air(wordFor(t.air.properties, property)),
      value: f.number(year.mean, 0),
      unit: wordFor(t.unit, 'ug/m3'),
      detail: t.stat.airDetail(String(year.year), stationsText(site, days)),
      href: site.href('/air', {property}),
      spark: sparkLine(
        [...months.values()].map(means => means.reduce((sum, v) => sum + v, 0) / means.length),
        {isStale: stale},
      ),
      caption: t.stat.airCaption(f.date(newest.date)),
      isStale: stale,
    }
  }
  return null
}

async function shelters(site: Site): Promise<HomeStat | null> {
  const {f, t, city} = site
  const rows = await site.rows<{accessible: string; lon: number | null}>('shelters', {
    select: ['accessible', 'lon'],
    where: [['city', '=', city.id]],
  })
  if (rows.length === 0) return null
  const caption = sourceDate(site, 'shelters')
  return {
    label: t.stat.shelters,
    value: f.number(rows.length),
    detail: `${t.stat.sheltersDetail(f.number(countOf(rows, 'yes')), f.number(countOf(rows, 'partly')))}${rows.every(row => row.lon === null) ? `; ${t.stat.sheltersUnplaced}` : ''}`,
    href: site.href('/data/shelters'),
    ...(caption ? {caption} : {}),
  }
}

async function buildings(site: Site): Promise<HomeStat | null> {
  const {f, t, city} = site
  const rows = await site.rows<{height_m: number | null}>('buildings', {
    select: ['height_m'],
    where: [['city', '=', city.id]],
  })
  const heights = rows.map(row => row.height_m).filter(height => height !== null)
  if (rows.length === 0) return null
  const caption = sourceDate(site, 'buildings')
  return {
    label: t.stat.buildings,
    value: f.number(heights.length),
    ...(heights.length > 0
      ? {
          detail: t.stat.buildingsDetail(
            f.unit(
              heights.reduce((a, b) => Math.max(a, b), 0),
              wordFor(t.unit, 'metres'),
            ),
          ),
        }
      : {}),
    href: site.href('/twin'),
    ...(caption ? {caption} : {}),
  }
}

async function districts(site: Site): Promise<HomeStat | null> {
  const {f, t, city} = site
  const rows = await site.rows<{area_km2: number | null}>('districts', {
    select: ['area_km2'],
    where: [['city', '=', city.id]],
  })
  if (rows.length === 0) return null
  const caption = sourceDate(site, 'districts')
  const area = rows.reduce((sum, row) => sum + (row.area_km2 ?? 0), 0)
  return {
    label: t.stat.districts,
    value: f.number(rows.length),
    ...(area > 0 ? {detail: f.unit(area, wordFor(t.unit, 'km2'))} : {}),
    href: site.href('/twin'),
    ...(caption ? {caption} : {}),
  }
}

const countOf = (rows: {accessible: string}[], word: string): number =>
  rows.filter(({accessible}) => accessible === word).length
