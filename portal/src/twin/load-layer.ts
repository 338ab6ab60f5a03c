import {columnsOf, type Item, items, type Outline, outlines, type TwinSource} from '@hromada/twin/layers'
import type {LayerSetup} from './setup.ts'

/** What was loaded of a layer, or why it was not. */
export type LoadedLayer = {
  layer: LayerSetup
  items: Item[]
  outlines: Outline[]
  withoutPlace: number
  isCut: boolean
  fault: string | null
}

/** More would be neither seen apart nor held by a phone. */
const mostRows = 20_000

/** Loads a layer of a city; what goes wrong is said in `fault` and takes no other layer with it. */
export async function loadLayer(source: TwinSource, layer: LayerSetup): Promise<LoadedLayer> {
  try {
    const table = await source.rows(layer.table, {
      select: columnsOf(layer),
      order: layer.order,
      limit: mostRows,
    })
    return {
      layer,
      ...items(table, layer),
      outlines: layer.kind === 'outlines' ? outlines(table, layer) : [],
      isCut: table.numRows === mostRows,
      fault: null,
    }
  } catch (error) {
    return {layer, items: [], outlines: [], withoutPlace: 0, isCut: false, fault: (error as Error).message}
  }
}
