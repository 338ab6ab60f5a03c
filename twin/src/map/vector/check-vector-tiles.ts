import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {VectorTile, type VectorTileFeature, type VectorTileLayer} from '@mapbox/vector-tile'
import {PbfReader} from 'pbf'
import {tileFiles} from '../reuse-map-tiles.ts'
import {tileBuffer, tileExtent, twiceArea} from './cut-tile.ts'
import type {VectorMapDescription} from './vector-map-description.ts'

/**
 * Everything that is wrong with a vector map, one line a fault; empty where nothing is. Checked are its description, the
 * tiles that it promises against the files that are there, and of every tile that it can be read, layers, fields and
 * their zooms against the description, places against the tile with its buffer, and how rings are wound.
 */
export async function vectorTileFaults(folder: string): Promise<string[]> {
  const description = await readDescription(folder).catch((error: Error) => error)
  if (description instanceof Error) return [`tiles.json cannot be read: ${description.message}`]
  const promised = tileFiles(description, 'mvt')
  const faults = [...describedFaults(description), ...(await fileFaults(folder, promised))]
  for (const name of promised) {
    const bytes = await readFile(join(folder, name)).catch(() => null)
    if (bytes === null) continue
    try {
      faults.push(...tileFaults(bytes, Number(name.split('/')[0]), description).map(one => `${name}: ${one}`))
    } catch (error) {
      faults.push(`${name}: it cannot be read: ${(error as Error).message}`)
    }
  }
  return faults
}

async function readDescription(folder: string): Promise<VectorMapDescription> {
  const description = JSON.parse(await readFile(join(folder, 'tiles.json'), 'utf8')) as VectorMapDescription
  const needed = ['tilejson', 'tiles', 'minzoom', 'maxzoom', 'bounds', 'center', 'vector_layers', 'available']
  for (const name of needed) if (!Object.hasOwn(description, name)) throw new Error(`it has no ${name}`)
  return description
}

function describedFaults(description: VectorMapDescription): string[] {
  const {tilejson, tiles, minzoom, maxzoom, bounds, center, vector_layers, available} = description
  const faults: string[] = []
  if (tilejson !== '3.0.0') faults.push(`tiles.json is of TileJSON ${tilejson}, not 3.0.0`)
  if (tiles.length !== 1 || tiles[0] !== '{z}/{x}/{y}.mvt')
    faults.push(`tiles.json has other tiles: ${tiles}`)
  const [west, south, east, north] = bounds
  if (!(west < east && south < north)) faults.push(`tiles.json has the bounds ${bounds}`)
  const isWithin = center[0] >= west && center[0] <= east && center[1] >= south && center[1] <= north
  if (!isWithin || center[2] < minzoom || center[2] > maxzoom)
    faults.push(`tiles.json has its center ${center} outside of bounds and zooms`)
  const zooms = Object.keys(available).map(Number)
  if (Math.min(...zooms) !== minzoom || Math.max(...zooms) !== maxzoom)
    faults.push(`tiles.json has zooms ${minzoom} to ${maxzoom}, and tiles of ${zooms}`)
  for (const {id, minzoom: from, maxzoom: to} of vector_layers)
    if (!(from >= minzoom && from <= to && to <= maxzoom))
      faults.push(`tiles.json has the layer ${id} at zooms ${from} to ${to}`)
  return faults
}

async function fileFaults(folder: string, promised: string[]): Promise<string[]> {
  const names = (await readdir(folder, {recursive: true})).map(name => name.replaceAll('\\', '/'))
  const there = new Set(names.filter(name => name.endsWith('.mvt')))
  const said = new Set(promised)
  return [
    ...promised.filter(name => !there.has(name)).map(name => `${name} is promised, and is not there`),
    ...[...there]
      .filter(name => !said.has(name))
      .map(name => `${name} is there, and tiles.json does not say so`),
  ]
}

function tileFaults(bytes: Uint8Array, zoom: number, {vector_layers}: VectorMapDescription): string[] {
  const faults = new Set<string>()
  const {layers} = new VectorTile(new PbfReader(bytes))
  if (Object.keys(layers).length === 0) faults.add('it is empty')
  for (const [name, layer] of Object.entries(layers)) {
    const described = vector_layers.find(({id}) => id === name)
    if (!described) faults.add(`tiles.json has no layer ${name}`)
    else if (zoom < described.minzoom || zoom > described.maxzoom)
      faults.add(
        `tiles.json has the layer ${name} at zooms ${described.minzoom} to ${described.maxzoom} only`,
      )
    for (const fault of layerFaults(layer, described?.fields ?? {})) faults.add(`${name}: ${fault}`)
  }
  return [...faults]
}

/** What a field's description says before its colon, and what a value of it then is. */
const types: Record<string, string> = {String: 'string', Number: 'number', Boolean: 'boolean'}

function* layerFaults(layer: VectorTileLayer, fields: Record<string, string>): Generator<string> {
  if (layer.version !== 2) yield `it is of version ${layer.version}`
  if (layer.extent !== tileExtent) yield `its extent is ${layer.extent}`
  if (layer.length === 0) yield 'it has no feature'
  for (let index = 0; index < layer.length; index++) {
    const feature = layer.feature(index)
    for (const [field, value] of Object.entries(feature.properties)) {
      const type = types[fields[field]?.split(':')[0] ?? '']
      if (type === undefined) yield `tiles.json has no field ${field}`
      else if (typeof value !== type) yield `the field ${field} is no ${type}`
    }
    yield* geometryFaults(feature)
  }
}

function* geometryFaults(feature: VectorTileFeature): Generator<string> {
  const lines = feature.loadGeometry().map(line => line.map(({x, y}) => [x, y] as const))
  const isOutside = (at: number) => at < -tileBuffer || at > tileExtent + tileBuffer
  if (lines.length === 0) yield 'a feature has no place'
  if (lines.some(line => line.some(([x, y]) => isOutside(x) || isOutside(y))))
    yield 'a feature reaches beyond the buffer'
  if (feature.type === 2 && lines.some(line => line.length < 2)) yield 'a line has one place only'
  if (feature.type !== 3) return
  const areas = lines.map(twiceArea)
  if (areas.some(area => area === 0)) yield 'a ring encloses nothing'
  if (areas[0]! < 0) yield 'a polygon begins with a hole'
}
