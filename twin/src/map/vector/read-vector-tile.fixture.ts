import {readFile} from 'node:fs/promises'
import {VectorTile} from '@mapbox/vector-tile'
import {PbfReader} from 'pbf'

/** A feature of a tile: 1 points, 2 lines, 3 rings; places in units of the tile from its north-western corner. */
export type ReadFeature = {
  type: number
  lines: [x: number, y: number][][]
  properties: Record<string, number | string | boolean>
}

/** Features of a tile's file by layer, read by a library that has nothing to do with the one that wrote it. */
export async function readVectorTile(file: string): Promise<Record<string, ReadFeature[]>> {
  const {layers} = new VectorTile(new PbfReader(await readFile(file)))
  return Object.fromEntries(
    Object.entries(layers).map(([name, layer]) => [
      name,
      Array.from({length: layer.length}, (_, index) => {
        const feature = layer.feature(index)
        const lines = feature.loadGeometry().map(line => line.map(({x, y}): [number, number] => [x, y]))
        return {type: feature.type, lines, properties: feature.properties}
      }),
    ]),
  )
}
