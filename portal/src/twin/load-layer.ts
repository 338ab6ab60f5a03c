import {
  type CellCorners,
  columnsOf,
  columnValues,
  type Item,
  items,
  type Outline,
  outlines,
  outlinesAt,
  type Places,
  type TwinSource,
} from '@hromada/twin/layers'
import type {ColumnWords, LayerSetup} from './setup.ts'

/** What was loaded of a layer, or why it was not. */
export type LoadedLayer = {
  layer: LayerSetup
  items: Item[]
  outlines: Outline[]
  withoutPlace: number
  isCut: boolean
  fault: string | null
}

/** More would be neither seen apart nor held by a phone; buildings come as tiles, which are to have their colours. */
const mostRows = ({kind}: LayerSetup) => (kind === 'buildings' ? 200_000 : 20_000)

/**
 * Loads a layer of a city; what goes wrong is said in `fault` and takes no other layer with it. `placesOf` brings the
 * places of a table whose rows have none of their own.
 */
export async function loadLayer(
  source: TwinSource,
  layer: LayerSetup,
  placesOf: (layer: LayerSetup) => Promise<Places>,
): Promise<LoadedLayer> {
  const limit = mostRows(layer)
  try {
    const [table, places, corners] = await Promise.all([
      source.rows(layer.table, {select: columnsOf(layer), order: layer.order, limit}),
      placesOf(layer),
      cornersFor(layer),
    ])
    const borders = () =>
      layer.place.from ? outlinesAt(table, layer, places) : outlines(table, layer, corners)
    return {
      layer,
      ...items(table, layer, places, corners),
      outlines: layer.kind === 'outlines' ? borders() : [],
      isCut: table.numRows === limit,
      fault: null,
    }
  } catch (error) {
    return {layer, items: [], outlines: [], withoutPlace: 0, isCut: false, fault: (error as Error).message}
  }
}

/** Knows where cells of the H3 grid lie; fetched for layers of them alone. */
async function cornersFor({place}: LayerSetup): Promise<CellCorners | undefined> {
  if (!place.h3) return undefined
  const {cellToBoundary, isValidCell} = await import('h3-js')
  return cell => (isValidCell(cell) ? cellToBoundary(cell) : null)
}

/** The places of another table's rows, by the value its own rows are referred to with. */
export async function loadPlaces(
  source: TwinSource,
  layer: LayerSetup,
  homes: LayerSetup[],
): Promise<Places> {
  const from = layer.place.from
  const home = homes.find(({table}) => table === from?.table)
  if (!from || !home) return new Map()
  // Without what stands beside the key: a station is one place, whatever it measures.
  const named: LayerSetup = {...home, key: from.by, keyBeside: [], facts: []}
  const limit = mostRows(home)
  const [table, corners] = await Promise.all([
    source.rows(home.table, {select: columnsOf(named), order: from.by, limit}),
    cornersFor(named),
  ])
  const borders = new Map(outlines(table, named, corners).map(outline => [outline.key, outline]))
  return new Map(
    items(table, named, new Map(), corners).items.map(({key, name, lon, lat}) => {
      const outline = borders.get(key)
      return [key, {lon, lat, name: name || key, ...(outline ? {outline} : {})}]
    }),
  )
}

/** Values of one more column, by row key. A column of another table is found by the same key. */
export async function loadColumn(
  source: TwinSource,
  layer: LayerSetup,
  column: ColumnWords,
): Promise<Map<string, unknown>> {
  const named = column.table ? {...layer, keyBeside: []} : layer
  const table = await source.rows(column.table ?? layer.table, {
    select: [...new Set([named.key, ...(named.keyBeside ?? []), column.name])],
    order: column.table ? layer.key : layer.order,
    limit: mostRows(layer),
  })
  return columnValues(table, named, column.name)
}
