import type {ReleaseModel} from '../release/release-manifest.ts'

/**
 * The part of a lineage that leads to some columns (`appeals.status`): tables, and of each the columns whose values
 * end up there; with `rows` those too that decide which rows there are.
 * @param models every table after those it reads
 */
export function leadingTo(models: ReleaseModel[], columns: Iterable<string>, rows: boolean): ReleaseModel[] {
  const wanted = new Set(columns)
  const tables = new Set([...wanted].map(tableOf))
  const left: ReleaseModel[] = []
  // One pass from the last to the first finds all.
  for (const model of models.toReversed()) {
    if (!tables.has(model.name)) continue
    const kept = model.columns.filter(({name}) => wanted.has(`${model.name}.${name}`))
    const rowsFrom = rows ? model.rows_from : []
    for (const origin of [...kept.flatMap(({from}) => from), ...rowsFrom]) {
      wanted.add(origin)
      tables.add(tableOf(origin))
    }
    if (rows) for (const input of model.inputs) tables.add(input)
    left.push({...model, columns: kept, rows_from: rowsFrom})
  }
  return left.reverse()
}

/** `stg_appeals` of `stg_appeals.status`. A landed file is no table and stays whole. */
const tableOf = (column: string): string =>
  column.includes('#') ? column : column.slice(0, column.indexOf('.'))
