import type {Notice} from '../model.ts'
import type {ReleaseManifest, ReleaseTable} from './release-manifest.ts'

/** A table as the next release would publish it. */
export type NextTable = Pick<ReleaseTable, 'name' | 'columns' | 'grain' | 'row_count'> & {
  /** Share of the rows of the last release that may be gone without anybody saying why. */
  largestDrop: number
  notices: Notice[]
}

/**
 * What readers of the last release would miss in the next: a table, a column, a column's type, the grain, or more rows
 * than a table may lose. Empty where all is kept, or was announced by a notice whose day has come. Releases of other
 * cities are not compared.
 * @param today ISO date on which the next one is sealed
 */
export function brokenPromises(
  last: Pick<ReleaseManifest, 'tables' | 'cities'>,
  next: {tables: NextTable[]; cities: {id: string}[]},
  today: string,
): string[] {
  const ids = (cities: {id: string}[]) => cities.map(({id}) => id).join()
  if (ids(last.cities) !== ids(next.cities)) return []
  const there = new Map(next.tables.map(table => [table.name, table]))
  return last.tables.flatMap(before => {
    const now = there.get(before.name)
    if (!now) return [`${before.name}: the table would be gone (${before.row_count} rows).`]
    return [...lostColumns(before, now, today), ...lostRows(before, now)]
  })
}

function lostColumns(before: ReleaseTable, now: NextTable, today: string): string[] {
  const isAnnounced = (column: string) =>
    now.notices.some(notice => notice.column === column && notice.on <= today)
  const types = new Map(now.columns.map(({name, type}) => [name, type]))
  const lost = before.columns.flatMap(({name, type}) => {
    const kept = types.get(name)
    if (kept === type || isAnnounced(name)) return []
    return kept === undefined
      ? [`${before.name}: the column ${name} would be gone.`]
      : [`${before.name}: the column ${name} would be ${kept} instead of ${type}.`]
  })
  const isSameGrain = before.grain.join() === now.grain.join() || now.grain.some(isAnnounced)
  return isSameGrain
    ? lost
    : [
        ...lost,
        `${before.name}: a row would be one ${now.grain.join(', ')} instead of one ${before.grain.join(', ')}.`,
      ]
}

function lostRows(before: ReleaseTable, {row_count, largestDrop}: NextTable): string[] {
  const share = before.row_count === 0 ? 0 : 1 - row_count / before.row_count
  if (share <= largestDrop) return []
  const percent = (value: number) => `${Math.round(value * 1000) / 10} %`
  return [
    `${before.name}: ${before.row_count - row_count} of ${before.row_count} rows would be gone ` +
      `(${percent(share)}; more than ${percent(largestDrop)} needs a reason).`,
  ]
}
