import {alertsSeen} from './figures/alert-months.ts'
import {isStale} from './is-stale.ts'
import {lastDay} from './period.ts'
import type {Site} from './site.ts'

export type NewsItem = {title: string; text: string; date: string; href: string}
type Month = {
  year: number
  month: number
  flow: 'income' | 'expense'
  plan_amended_uah: number
  executed_cumulative_uah: number
  executed_month_uah: number
}

/** What the release says that the one before it could not: the newest month of the budget, silent channels, new files. */
export async function homeNews(site: Site): Promise<NewsItem[]> {
  const items = [...(await budgetNews(site)), ...(await alertNews(site))]
  const told = new Set(['budget-expenses', 'budget-incomes', 'budget-financing', 'budget-credits', 'alerts'])
  return [...items, ...landedNews(site, told)].slice(0, 5)
}

async function budgetNews(site: Site): Promise<NewsItem[]> {
  const {f, t, city, href} = site
  const rows = await site.rows<Month>('budget_monthly', {
    where: [['city', '=', city.id]],
    order: ['year', 'month'],
  })
  const expense = rows.filter(row => row.flow === 'expense')
  const income = rows.filter(row => row.flow === 'income')
  const spent = expense.at(-1)
  const got = income.at(-1)
  if (!spent || !got) return []
  const before = expense.at(-2)
  const change = before && before.year === spent.year ? spent.plan_amended_uah - before.plan_amended_uah : 0
  const plan =
    Math.abs(change) < 5e4
      ? t.news.planSame
      : (change > 0 ? t.news.planUp : t.news.planDown)(f.money(Math.abs(change)))
  const lastYear = income.find(row => row.year === got.year - 1 && row.month === got.month)
  const growth = lastYear ? got.executed_cumulative_uah / lastYear.executed_cumulative_uah - 1 : null
  return [
    {
      title: t.news.expense(f.month(lastDay(spent.year, spent.month))),
      text: t.news.expenseText(f.money(spent.executed_month_uah), plan),
      date: t.news.until(f.date(lastDay(spent.year, spent.month))),
      href: href('/budget', {year: spent.year}),
    },
    {
      title: t.news.income(f.month(lastDay(got.year, got.month))),
      text:
        growth === null
          ? t.news.incomeOnly(f.money(got.executed_month_uah))
          : (growth >= 0 ? t.news.incomeMore : t.news.incomeLess)(f.percent(Math.abs(growth), 0)),
      date: t.news.until(f.date(lastDay(got.year, got.month))),
      href: href('/budget', {year: got.year}, 'incomes'),
    },
  ]
}

async function alertNews(site: Site): Promise<NewsItem[]> {
  const {f, t, href} = site
  const seen = await alertsSeen(site)
  if (seen === null || !isStale(seen, 'UPDATE_CONT')) return []
  const feed = site.feed('alerts', site.city.id)
  return [
    {
      title: t.news.alerts,
      text: t.news.alertsText(f.moment(seen)),
      date: feed ? t.news.retrieved(f.date(feed.retrieved_at)) : '',
      href: href('/alerts'),
    },
  ]
}

function landedNews(site: Site, told: Set<string>): NewsItem[] {
  const {f, t, city, href, text} = site
  return site.datasets
    .flatMap(dataset =>
      dataset.feeds
        .filter(feed => feed.city === city.id && !told.has(dataset.id))
        .map(feed => ({dataset, feed})),
    )
    .sort((a, b) => b.feed.retrieved_at.localeCompare(a.feed.retrieved_at))
    .map(({dataset, feed}) => ({
      title: text(dataset.title),
      text: t.news.landedText(f.count(feed.rows_staged, t.count.rows), text(feed.publisher)),
      date: t.news.retrieved(f.date(feed.retrieved_at)),
      href: href(`/data/${dataset.id}`),
    }))
}
