import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {WebIO} from '@gltf-transform/core'
import {
  EXTMeshFeatures,
  EXTStructuralMetadata,
  type Features,
  KHRMeshQuantization,
  type StructuralMetadata,
} from '@gltf-transform/extensions'
import type {Local} from './local-frame.ts'
import type {Tile, Tileset} from './tileset.ts'

export type ReadTriangle = {corners: [Local, Local, Local]; normal: Local; material: string}
export type ReadFeature = {row: Record<string, string | number>; triangles: ReadTriangle[]}
export type ReadTile = {uri: string; glb: Uint8Array; tile: Tile; features: ReadFeature[]}

/** A written tileset read back by an independent reader, positions turned back to east, north, up. For tests. */
export async function readTiles(folder: string): Promise<{tileset: Tileset; tiles: ReadTile[]}> {
  const tileset = JSON.parse(await readFile(join(folder, 'tileset.json'), 'utf8')) as Tileset
  const tiles: ReadTile[] = []
  for (const tile of contents(tileset.root)) {
    const uri = tile.content!.uri
    const glb = new Uint8Array(await readFile(join(folder, uri)))
    tiles.push({uri, glb, tile, features: await featuresOf(glb)})
  }
  return {tileset, tiles}
}

const contents = (tile: Tile): Tile[] => [
  ...(tile.content ? [tile] : []),
  ...(tile.children ?? []).flatMap(contents),
]

async function featuresOf(glb: Uint8Array): Promise<ReadFeature[]> {
  const io = new WebIO().registerExtensions([EXTMeshFeatures, EXTStructuralMetadata, KHRMeshQuantization])
  const root = (await io.readBinary(glb)).getRoot()
  const rows = tableRows(root.getExtension<StructuralMetadata>('EXT_structural_metadata'))
  const features: ReadFeature[] = rows.map(row => ({row, triangles: []}))
  for (const primitive of root.listMeshes().flatMap(mesh => mesh.listPrimitives())) {
    const [positions, normals] = [primitive.getAttribute('POSITION')!, primitive.getAttribute('NORMAL')!]
    const set = primitive.getExtension<Features>('EXT_mesh_features')?.listFeatureIDs()[0]
    const ids = set && primitive.getAttribute(`_FEATURE_ID_${set.getAttribute()}`)
    const indices = primitive.getIndices()!.getArray()!
    const local = ([x, y, z]: number[]): Local => [x!, -z!, y!]
    for (let t = 0; t < indices.length; t += 3) {
      const corners = [0, 1, 2].map(k => local(positions.getElement(indices[t + k]!, []))) as [
        Local,
        Local,
        Local,
      ]
      const feature = ids ? ids.getScalar(indices[t]!) : 0
      features[feature] ??= {row: {}, triangles: []}
      features[feature].triangles.push({
        corners,
        normal: local(normals.getElement(indices[t]!, [])),
        material: primitive.getMaterial()!.getName(),
      })
    }
  }
  return features
}

function tableRows(metadata: StructuralMetadata | null): Record<string, string | number>[] {
  const table = metadata?.listPropertyTables()[0]
  const schema = metadata?.getSchema()?.getClass(table?.getClass() ?? '')
  if (!table || !schema) return []
  const rows = Array.from({length: table.getCount()}, (): Record<string, string | number> => ({}))
  for (const name of table.listPropertyKeys()) {
    const bytes = table.getProperty(name)!.getValues().slice()
    const type = schema.getProperty(name)!.getComponentType()
    if (type === 'UINT8') {
      rows.forEach((row, index) => {
        row[name] = `#${Buffer.from(bytes.subarray(index * 3, index * 3 + 3)).toString('hex')}`
      })
      continue
    }
    const numbers =
      type === 'FLOAT32'
        ? new Float32Array(bytes.buffer)
        : type === 'UINT16'
          ? new Uint16Array(bytes.buffer)
          : null
    const offsets = numbers
      ? null
      : new Uint32Array(table.getProperty(name)!.getStringOffsets()!.slice().buffer)
    rows.forEach((row, index) => {
      row[name] = numbers
        ? numbers[index]!
        : new TextDecoder().decode(bytes.subarray(offsets![index]!, offsets![index + 1]!))
    })
  }
  return rows
}

/** Volume between triangles and a level `base`, by the divergence theorem: a missing bottom at that level adds nothing. */
export const volume = (triangles: ReadTriangle[], base: number): number =>
  triangles.reduce((sum, {corners}) => {
    const [a, b, c] = corners.map(([x, y, z]): Local => [x, y, z - base]) as [Local, Local, Local]
    const cross = [b[1] * c[2] - b[2] * c[1], b[2] * c[0] - b[0] * c[2], b[0] * c[1] - b[1] * c[0]] as const
    return sum + (a[0] * cross[0] + a[1] * cross[1] + a[2] * cross[2]) / 6
  }, 0)
