import {
  keyColumns,
  keyParts,
  type Layer,
  type Lineage,
  readTable,
  type TwinSource,
} from '@hromada/twin/layers'
import type {TwinSetup} from './setup.ts'

/** The part of fetch that is needed. */
export type Fetch = (address: string) => Promise<Response>

/** The twin's source over this server's API: Arrow for tables, files for tiles. */
export function apiSource({layers, tilesets, city}: TwinSetup, fetch: Fetch): TwinSource {
  const arrow = async (address: string) => {
    const response = await fetch(address)
    if (!response.ok) throw new Error(await explain(response))
    return readTable(new Uint8Array(await response.arrayBuffer()))
  }
  return {
    layers,
    tileset: kind => tilesets[kind],
    rows: (table, {select, order, limit}) =>
      arrow(
        rowsAddress(table, 'arrow', {
          select: select.join(','),
          where: equals('city', city.id),
          order,
          limit: String(limit),
        }),
      ),
    async row(layer, key) {
      const table = await arrow(rowAddress(layer, key, city.id, 'arrow'))
      const [row] = table.toArray()
      return row
        ? Object.fromEntries(Object.entries(row.toJSON()).map(([name, value]) => [name, plain(value)]))
        : null
    },
    async lineage(table) {
      const response = await fetch(`/api/v1/lineage?${new URLSearchParams({of: table})}`)
      if (!response.ok) throw new Error(await explain(response))
      return (await response.json()) as Lineage
    },
  }
}

/** Address of one row in a format: what a card links to. */
export function rowAddress(layer: Layer, key: string, city: string, format: string): string {
  const parts = keyParts(layer, key)
  const conditions = keyColumns(layer).map((column, index) => equals(column, parts[index] ?? ''))
  return rowsAddress(layer.table, format, {where: [equals('city', city), ...conditions].join(' and ')})
}

function rowsAddress(table: string, format: string, parameters: Record<string, string>): string {
  return `/api/v1/tables/${encodeURIComponent(table)}.${format}?${new URLSearchParams(parameters)}`
}

/** Texts are quoted, so that nothing in them reads as syntax. */
const equals = (column: string, value: string) => `${column}='${value.replaceAll("'", "''")}'`

/** 64-bit integers come as bigint; none that is shown is near 2⁵³. */
const plain = (value: unknown) => (typeof value === 'bigint' ? Number(value) : value)

/** The server's own words, where it has some. */
async function explain(response: Response): Promise<string> {
  const problem = (await response.json().catch(() => ({}))) as {code?: string; detail?: string}
  return problem.detail ? `${problem.code}: ${problem.detail}` : `${response.status} ${response.statusText}`
}
