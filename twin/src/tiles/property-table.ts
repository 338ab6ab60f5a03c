import {buildingColours} from './building-colours.ts'
import type {GlbParts} from './glb-parts.ts'
import type {BuildingFacts} from './tile-building.ts'

type Column = {name: string; describe: string} & (
  | {type: 'STRING'; of(facts: BuildingFacts): string | null}
  | {type: 'ENUM'; of(facts: BuildingFacts): string | null}
  | {type: 'FLOAT32' | 'UINT16'; of(facts: BuildingFacts): number | null}
  | {type: 'COLOUR'; of(facts: BuildingFacts): string}
)

/**
 * What a picked building says of itself, widest type first. A missing number is −9999 or 65535, a missing text empty,
 * a missing word of a list "unknown". ENUM is for texts that many buildings share: each is written once a file.
 */
const columns: Column[] = [
  {
    name: 'height',
    type: 'FLOAT32',
    describe: 'Height above its lowest point, metres',
    of: facts => facts.height_m,
  },
  {
    name: 'ground',
    type: 'FLOAT32',
    describe: 'Lowest point, metres, datum of the publisher',
    of: facts => facts.ground_m,
  },
  {name: 'levels', type: 'UINT16', describe: 'Storeys above ground', of: facts => facts.levels},
  {
    name: 'id',
    type: 'STRING',
    describe: 'Key in the table "buildings": building_id',
    of: facts => facts.building_id,
  },
  {name: 'address', type: 'STRING', describe: 'Address as published', of: facts => facts.address},
  {name: 'city', type: 'ENUM', describe: 'City the building belongs to', of: facts => facts.city},
  {name: 'use', type: 'ENUM', describe: 'What the building is for', of: facts => facts.use},
  {
    name: 'walls',
    type: 'COLOUR',
    describe: 'Colour of its walls, red, green, blue: a guess, no fact',
    of: facts => buildingColours(facts).walls,
  },
  {
    name: 'roofs',
    type: 'COLOUR',
    describe: 'Colour of its roofs, red, green, blue: a guess, no fact',
    of: facts => buildingColours(facts).roof,
  },
]

const noData = {FLOAT32: -9999, UINT16: 65535}
/** A number that its type cannot hold would come out as another one. */
const holds = {FLOAT32: Number.isFinite, UINT16: (value: number) => value >= 0 && value < noData.UINT16}
const unknown = 'unknown'

/** One property table of EXT_structural_metadata with a row per building, and the schema that explains it, as JSON. */
export function propertyTable(parts: GlbParts, buildings: BuildingFacts[]): {schema: object; table: object} {
  const properties: Record<string, object> = {}
  const enums: Record<string, object> = {}
  const values: Record<string, object> = {}
  for (const column of columns) {
    const {name, describe: description} = column
    if (column.type === 'STRING') {
      const {bytes, offsets} = texts(buildings.map(facts => column.of(facts) ?? ''))
      const stringOffsetType = offsets instanceof Uint16Array ? 'UINT16' : 'UINT32'
      properties[name] = {type: 'STRING', noData: '', description}
      values[name] = {values: parts.add(bytes), stringOffsets: parts.add(bytesOf(offsets)), stringOffsetType}
    } else if (column.type === 'ENUM') {
      const words = buildings.map(facts => column.of(facts) || unknown)
      const names = [...new Set([unknown, ...words])]
      const numberOf = new Map(names.map((word, index) => [word, index]))
      const numbers = words.map(word => numberOf.get(word)!)
      const isShort = names.length <= 256
      enums[name] = {
        name,
        valueType: isShort ? 'UINT8' : 'UINT16',
        values: names.map((word, value) => ({name: word, value})),
      }
      properties[name] = {type: 'ENUM', enumType: name, noData: unknown, description}
      values[name] = {
        values: parts.add(isShort ? Uint8Array.from(numbers) : bytesOf(Uint16Array.from(numbers))),
      }
    } else if (column.type === 'COLOUR') {
      properties[name] = {
        type: 'VEC3',
        componentType: 'UINT8',
        normalized: true,
        required: true,
        description,
      }
      values[name] = {
        values: parts.add(Uint8Array.from(buildings.flatMap(facts => channels(column.of(facts))))),
      }
    } else {
      const {type} = column
      const numbers = buildings.map(facts => {
        const value = column.of(facts)
        return value !== null && holds[type](value) ? value : noData[type]
      })
      properties[name] = {type: 'SCALAR', componentType: type, noData: noData[type], description}
      values[name] = {
        values: parts.add(bytesOf(type === 'FLOAT32' ? new Float32Array(numbers) : new Uint16Array(numbers))),
      }
    }
  }
  return {
    schema: {
      id: 'hromada_buildings',
      version: '1.0.0',
      classes: {building: {name: 'building', properties}},
      enums,
    },
    table: {name: 'buildings', class: 'building', count: buildings.length, properties: values},
  }
}

/** Bytes of #rrggbb. */
const channels = (hex: string) => [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16))

/** Strings as UTF-8 end to end, and where each begins; one offset more than strings. */
function texts(values: string[]): {bytes: Uint8Array; offsets: Uint16Array | Uint32Array} {
  const encoded = values.map(value => Buffer.from(value))
  const bytes = Buffer.concat(encoded)
  const offsets = new (bytes.length <= 65_535 ? Uint16Array : Uint32Array)(values.length + 1)
  encoded.forEach((one, index) => {
    offsets[index + 1] = offsets[index]! + one.length
  })
  return {bytes, offsets}
}

const bytesOf = (values: Float32Array | Uint16Array | Uint32Array) => new Uint8Array(values.buffer)
