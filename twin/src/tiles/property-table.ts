import type {EXTStructuralMetadata, PropertyTable, Schema} from '@gltf-transform/extensions'
import {buildingColours} from './building-colours.ts'
import type {BuildingFacts} from './tile-building.ts'

type Column = {name: string; describe: string} & (
  | {type: 'STRING'; of(facts: BuildingFacts): string | null}
  | {type: 'FLOAT32' | 'UINT16'; of(facts: BuildingFacts): number | null}
  | {type: 'COLOUR'; of(facts: BuildingFacts): string}
)

/** What a picked building says of itself, widest type first. A missing number is −9999 or 65535, a missing text empty. */
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
  {name: 'city', type: 'STRING', describe: 'City the building belongs to', of: facts => facts.city},
  {name: 'use', type: 'STRING', describe: 'What the building is for', of: facts => facts.use},
  {name: 'address', type: 'STRING', describe: 'Address as published', of: facts => facts.address},
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

/** One property table with a row per building, and the schema that explains it. */
export function propertyTable(
  metadata: EXTStructuralMetadata,
  buildings: BuildingFacts[],
): [Schema, PropertyTable] {
  const type = metadata.createClass().setName('building')
  const table = metadata
    .createPropertyTable()
    .setName('buildings')
    .setClass('building')
    .setCount(buildings.length)

  for (const column of columns) {
    const property = metadata.createClassProperty().setName(column.name).setDescription(column.describe)
    const values = metadata.createPropertyTableProperty()
    if (column.type === 'STRING') {
      property.setType('STRING').setNoData('')
      const {bytes, offsets} = texts(buildings.map(facts => column.of(facts) ?? ''))
      values.setValues(bytes).setStringOffsets(offsets).setStringOffsetType('UINT32')
    } else if (column.type === 'COLOUR') {
      property.setType('VEC3').setComponentType('UINT8').setNormalized(true).setRequired(true)
      values.setValues(Uint8Array.from(buildings.flatMap(facts => channels(column.of(facts)))))
    } else {
      property.setType('SCALAR').setComponentType(column.type).setNoData(noData[column.type])
      const numbers = buildings.map(facts => column.of(facts) ?? noData[column.type as keyof typeof noData])
      values.setValues(
        bytesOf(column.type === 'FLOAT32' ? new Float32Array(numbers) : new Uint16Array(numbers)),
      )
    }
    type.setProperty(column.name, property)
    table.setProperty(column.name, values)
  }
  const schema = metadata
    .createSchema()
    .setId('hromada_buildings')
    .setVersion('1.0.0')
    .setClass('building', type)
  return [schema, table]
}

/** Bytes of #rrggbb. */
const channels = (hex: string) => [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16))

/** Strings as UTF-8 end to end, and where each begins; one offset more than strings. */
function texts(values: string[]): {bytes: Uint8Array; offsets: Uint8Array} {
  const encoded = values.map(value => new TextEncoder().encode(value))
  const offsets = new Uint32Array(values.length + 1)
  encoded.forEach((one, index) => {
    offsets[index + 1] = offsets[index]! + one.length
  })
  // A buffer view may not be empty, so a column without a single text holds one zero byte.
  const bytes = new Uint8Array(Math.max(1, offsets[values.length]!))
  for (const [index, one] of encoded.entries()) bytes.set(one, offsets[index]!)
  return {bytes, offsets: bytesOf(offsets)}
}

const bytesOf = (values: Float32Array | Uint16Array | Uint32Array) => new Uint8Array(values.buffer)
