import type {Dataset} from '@hromada/datasets'
import {stagingColumns} from '../engines/duckdb/staging-sql.ts'
import {defineModel, type Model, type Place, staging, stagingGrain} from '../model.ts'

/**
 * The published table of a dataset that no model reads: its public columns, as they were typed. So a dataset is one
 * folder, and once a model reads it that model takes this table's place. Null where nothing public tells rows apart.
 */
function plainTable(dataset: Dataset): Model | null {
  const isPublic = (name: string) => /^public/.test(dataset.columns[name]?.privacy ?? 'public')
  const columns = stagingColumns(dataset).filter(isPublic)
  if (dataset.key.length === 0 || !dataset.key.every(isPublic)) return null
  const source = staging(dataset) as Model<string, Record<string, unknown>>
  const grain = stagingGrain(dataset)
  return defineModel({
    name: dataset.id.replaceAll('-', '_'),
    title: dataset.title,
    describe: dataset.describe,
    grain,
    publish: true,
    ...placeOf(dataset, columns),
    inputs: [source],
    query: db =>
      grain.reduce(
        (query, name) => query.orderBy(name),
        db.selectFrom(source.name).select(['city', ...columns]),
      ),
  })
}

/** Tables of the datasets that no model reads, and whose name no model bears. */
export function plainTables(models: Model[], datasets: Dataset[]): Model[] {
  const read = new Set<string>()
  const taken = new Set<string>()
  const visit = (model: Model) => {
    taken.add(model.name)
    if (model.dataset) read.add(model.dataset.id)
    model.inputs.forEach(visit)
  }
  models.forEach(visit)
  const unread = new Map(datasets.filter(({id}) => !read.has(id)).map(one => [one.id, one]))
  return [...unread.values()].flatMap(dataset => {
    const table = plainTable(dataset)
    return table && !taken.has(table.name) ? [table] : []
  })
}

/** Where a row is, if columns of the usual names and types say so. */
function placeOf({columns}: Dataset, names: string[]): {place?: Place} {
  const has = (name: string, type: string) => names.includes(name) && columns[name]?.type === type
  if (has('lon', 'number') && has('lat', 'number')) return {place: {kind: 'point', lon: 'lon', lat: 'lat'}}
  const geometry = names.find(name => columns[name]?.type === 'geometry')
  if (geometry) return {place: {kind: 'geometry', column: geometry}}
  return has('h3', 'text') ? {place: {kind: 'h3', column: 'h3'}} : {}
}
