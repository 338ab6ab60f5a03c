import type {Cell, Table} from './figures/figure.ts'
import type {Site, TableInfo} from './site.ts'

/** First rows of a table for the city of the page, written by type; long values are cut. */
export async function preview(
  site: Site,
  table: TableInfo,
): Promise<{table: Table; isOfCity: boolean} | null> {
  const {f, t, city, rows} = site
  const ofCity = await rows<Record<string, unknown>>(table.name, {where: [['city', '=', city.id]], limit: 8})
  const found = ofCity.length > 0 ? ofCity : await rows<Record<string, unknown>>(table.name, {limit: 8})
  if (found.length === 0) return null
  const write = ({type, unit}: TableInfo['columns'][number], value: unknown): string => {
    if (value === null || value === undefined) return '–'
    if (type === 'decimal') return f.number(Number(value), 2)
    if (type === 'integer') return String(value)
    // A thousandth of a degree is a hundred metres.
    if (type === 'number' && unit === 'deg') return f.number(Number(value), 5)
    if (type === 'number') return f.number(Number(value), Number.isInteger(Number(value)) ? 0 : 3)
    if (type === 'timestamp')
      return String(value)
        .replace('T', ' ')
        .replace(/\.\d+Z?$|Z$/, '')
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    return text.length > 60 ? `${text.slice(0, 58).trimEnd()}…` : text
  }
  return {
    isOfCity: ofCity.length > 0,
    table: {
      columns: table.columns.map(column => ({
        key: column.name,
        label: column.name,
        isNumber: ['integer', 'number', 'decimal'].includes(column.type),
        text: (value: Cell) => write(column, value),
      })),
      rows: found as Record<string, Cell>[],
      caption: t.dataset.previewCaption(
        f.number(found.length),
        f.count(table.row_count, t.count.rows),
        ofCity.length > 0 ? site.text(city.name) : site.cities.map(one => site.text(one.name)).join(', '),
      ),
    },
  }
}
