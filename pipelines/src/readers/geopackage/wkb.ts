import type {GeoJsonGeometry, Position} from '../shapefile/polygons-of.ts'

const names = [
  '',
  'Point',
  'LineString',
  'Polygon',
  'MultiPoint',
  'MultiLineString',
  'MultiPolygon',
  'GeometryCollection',
]
const [mostDepth, point, line, polygon, collection] = [32, 1, 2, 3, 7]

/**
 * A geometry in well-known binary (OGC 06-103r4, ISO 13249-3, and PostGIS' flags) as GeoJSON, with heights and without
 * measures; null where it is empty. @throws RangeError where it points beyond its end, or is of another kind
 */
export function geometryOfWkb(bytes: Uint8Array): GeoJsonGeometry | null {
  const reading = new Reading(bytes)
  const geometry = reading.geometry(0)
  return isEmpty(geometry) ? null : geometry
}

class Reading {
  #view: DataView
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  geometry(depth: number): GeoJsonGeometry {
    if (depth > mostDepth) throw new RangeError('its geometries lie in each other without end')
    const isLittle = this.#view.getUint8(this.#at) === 1
    const code = this.#view.getUint32(this.#at + 1, isLittle)
    this.#at += 5
    const flags = code >>> 28
    const plain = code & 0x0fffffff
    const [kind, more] = [plain % 1000, Math.floor(plain / 1000)]
    if (more > 3 || kind < point || kind > collection)
      throw new RangeError(`there is no geometry of type ${plain} in GeoJSON`)
    // A code of its own precedes the places where PostGIS says so.
    if (flags & 2) this.#at += 4
    const hasZ = more === 1 || more === 3 || (flags & 8) !== 0
    const hasM = more === 2 || more === 3 || (flags & 4) !== 0
    const place = () => this.#position(isLittle, hasZ, hasM)
    const places = () => this.#list(isLittle, (hasZ ? 24 : 16) + (hasM ? 8 : 0), place)
    if (kind === point) return {type: 'Point', coordinates: place()}
    if (kind === line) return {type: 'LineString', coordinates: places()}
    if (kind === polygon) return {type: 'Polygon', coordinates: this.#list(isLittle, 4, places)}
    const parts = this.#list(isLittle, 5, () => this.geometry(depth + 1))
    if (kind === collection) return {type: 'GeometryCollection', geometries: parts}
    const wanted = names[kind - 3]
    if (parts.some(({type}) => type !== wanted)) throw new RangeError(`a ${names[kind]} holds something else`)
    const filled = parts.filter(part => !isEmpty(part))
    return {
      type: names[kind],
      coordinates: filled.map(part => ('coordinates' in part ? part.coordinates : [])),
    } as GeoJsonGeometry
  }

  #position(isLittle: boolean, hasZ: boolean, hasM: boolean): Position {
    const position: Position = []
    for (let axis = 0; axis < (hasZ ? 3 : 2); axis++, this.#at += 8)
      position.push(this.#view.getFloat64(this.#at, isLittle))
    if (hasM) this.#at += 8
    return position
  }

  /** @param least bytes that each of them takes */
  #list<T>(isLittle: boolean, least: number, one: () => T): T[] {
    const count = this.#view.getUint32(this.#at, isLittle)
    this.#at += 4
    if (count * least > this.#view.byteLength - this.#at)
      throw new RangeError(`it claims ${count} parts, and has ${this.#view.byteLength} bytes`)
    return Array.from({length: count}, one)
  }
}

/** An empty point is one whose coordinates are no numbers. */
function isEmpty(geometry: GeoJsonGeometry): boolean {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.every(isEmpty)
  if (geometry.type === 'Point') return !geometry.coordinates.every(Number.isFinite)
  return geometry.coordinates.length === 0
}
