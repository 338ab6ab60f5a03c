import type {Dataset, Site, TableInfo} from './site.ts'

/** Published tables of a dataset, the one that is most its own first: named like it, else the largest. */
export function tablesOf(site: Site, dataset: Dataset): TableInfo[] {
  const name = dataset.id.replaceAll('-', '_')
  const rank = (table: TableInfo) =>
    table.name === name ? 0 : table.name.startsWith(name) ? 1 : table.datasets.length === 1 ? 2 : 3
  return dataset.tables
    .flatMap(one => site.tables.get(one) ?? [])
    .sort((a, b) => rank(a) - rank(b) || b.row_count - a.row_count)
}
