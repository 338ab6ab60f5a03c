import type {Dataset, TableInfo} from './site.ts'

type Catalog = {datasets: Dataset[]; tables: TableInfo[]}

/** Pages about a subject: the datasets they need and the tables they read. */
const subjects = {
  budget: {datasets: ['budget-expenses', 'budget-incomes'], tables: ['budget_totals']},
  petitions: {datasets: ['petitions'], tables: ['petitions']},
  appeals: {datasets: ['appeals'], tables: ['appeals_monthly']},
  air: {datasets: ['air-quality'], tables: ['air_quality_city_daily']},
  alerts: {datasets: ['alerts'], tables: ['alerts_merged']},
  kpis: {
    datasets: ['appeals', 'petitions', 'budget-expenses', 'air-quality', 'alerts'],
    tables: ['kpis', 'kpi_definitions'],
  },
  twin: {datasets: ['districts', 'buildings', 'shelters', 'appeals'], tables: []},
} as const

export type Subject = keyof typeof subjects
export type Section = 'data' | Subject
export const subjectDatasets = (subject: Subject): readonly string[] => subjects[subject].datasets

/** Whether a city has the data a subject's page shows. */
export function hasSubject(catalog: Catalog, subject: Subject, city: string): boolean {
  const {datasets, tables} = subjects[subject]
  return (
    tables.every(name => catalog.tables.some(table => table.name === name && table.row_count > 0)) &&
    catalog.datasets.some(
      dataset =>
        (datasets as readonly string[]).includes(dataset.id) &&
        dataset.feeds.some(feed => feed.city === city && feed.rows_staged > 0),
    )
  )
}

/** Sections a city has data for, in the order of the navigation. The catalogue is always there. */
export const sectionsOf = (catalog: Catalog, city: string): Section[] => [
  'data',
  ...(Object.keys(subjects) as Subject[]).filter(subject => hasSubject(catalog, subject, city)),
]
