import type {ColumnType} from '../../contract/index.ts'
import type {OpenRelease, OpenTable} from '../../release/open-release.ts'
import {identifier, literal} from '../../sql/identifier.ts'
import type {OfficialField} from './official-fields.ts'

/**
 * A table in the form that the recommendations to resolution No. 835 ask for: UTF-8, official names letter for letter
 * (blanks inside and at the ends of a name too), what is missing is the word `null`, booleans are `True` and `False`,
 * moments are those of the city's clock without a zone (`2026-11-21T10:45`), the decimal mark is a dot. Cells that hold a
 * comma, a quote or a line end are quoted (RFC 4180).
 */
export function officialCsv(
  fields: OfficialField[],
  table: OpenTable,
  zone: string,
): {head: string; line: string} {
  const cells = fields.map(({column, table: of}) => {
    const found = of === table.name ? table.columns.find(({name}) => name === column) : undefined
    return found ? `coalesce(${cellOf(found.type, identifier(found.name), zone)}, 'null')` : literal('null')
  })
  return {
    head: `${fields.map(({name}) => quoted(name)).join(',')}\n`,
    line: `concat(${cells.join(", ',', ")}, chr(10))`,
  }
}

/** The statement for all rows of a city in the order of the table's grain, and their number. */
export async function officialRows(release: OpenRelease, table: OpenTable, line: string, city: string) {
  const where = `from ${identifier(table.name)} where city = ${literal(city)}`
  const order = table.grain.map(name => `${identifier(name)} nulls last`).join(', ')
  return {
    rowCount: await release.count({sql: `select count(*) ${where}`, parameters: []}),
    statement: {sql: `select ${line} ${where}${order && ` order by ${order}`}`, parameters: []},
  }
}

const quoted = (name: string) => (/[",\n\r]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name)

const textCell = (at: string) => {
  const special = ["','", `'"'`, 'chr(10)', 'chr(13)'].map(mark => `contains(${at}, ${mark})`)
  // A text that happens to be the word for what is missing is told from it by its quotes.
  return `case when ${at} = '' then null when ${at} = 'null' or ${special.join(' or ')} then '"' || replace(${at}, '"', '""') || '"' else ${at} end`
}

function cellOf(type: ColumnType, at: string, zone: string): string {
  switch (type) {
    case 'text':
    case 'json':
    case 'geometry':
      return textCell(at)
    case 'boolean':
      return `case when ${at} then 'True' when not ${at} then 'False' end`
    case 'timestamp':
      return `strftime(timezone(${literal(zone)}, ${at}), '%Y-%m-%dT%H:%M')`
    case 'integer':
    case 'number':
    case 'decimal':
    case 'date':
      return `${at}::varchar`
  }
}
