import {originEast, originNorth} from '../../tools/space/plan-frame.ts'
import type {TextFile} from '../../tools/write/text-file.ts'
import type {FaceKind, Solid} from '../../world/ground/buildings/roofs/solid.ts'
import {solidsOf} from '../../world/ground/buildings/roofs/solids-of.ts'
import type {Building} from '../../world/ground/ground.ts'

/** As CityJSON names them; `description` and `verticalReferenceSystem` are members of our own. */
export type Metadata = {
  identifier: string
  title: string
  description: string
  referenceDate: string
  referenceSystem: string
  verticalReferenceSystem: string
}
export type Attributes = Record<string, string | number>

/** Millimetres, from the plan's south-west corner and the datum. */
const transform = {scale: [0.001, 0.001, 0.001], translate: [originEast, originNorth, 0]}
const surfaceIndex: Record<FaceKind, number> = {ground: 0, wall: 1, roof: 2}
const surfaces = '[{"type":"GroundSurface"},{"type":"WallSurface"},{"type":"RoofSurface"}]'

/**
 * A CityJSON 2.0 file, object by object: each building a Solid at level of detail 2, or where it is made of several
 * bodies, a Building with a BuildingPart for each. Only the vertices are held until the end.
 */
export function writeCityJson(
  file: TextFile,
  buildings: readonly Building[],
  attributesOf: (building: Building, index: number) => Attributes,
  metadata: Metadata,
): void {
  const vertices: number[] = []
  const extent = extentOf(buildings)
  file.write(
    `{"type":"CityJSON","version":"2.0","transform":${JSON.stringify(transform)},` +
      `"metadata":${JSON.stringify({...metadata, geographicalExtent: extent})},\n"CityObjects":{\n`,
  )
  buildings.forEach((building, index) => {
    const {id} = building
    const solids = solidsOf(building)
    const attributes = JSON.stringify(attributesOf(building, index))
    let text = index === 0 ? '' : ',\n'
    if (solids.length === 1)
      text += `"${id}":{"type":"Building","attributes":${attributes},"geometry":[${geometry(solids[0]!, vertices)}]}`
    else {
      const parts = solids.map((_, part) => `${id}-${part + 1}`)
      text += `"${id}":{"type":"Building","attributes":${attributes},"children":${JSON.stringify(parts)}}`
      solids.forEach((solid, part) => {
        text += `,\n"${parts[part]!}":{"type":"BuildingPart","parents":["${id}"],"geometry":[${geometry(solid, vertices)}]}`
      })
    }
    file.write(text)
    file.count()
  })
  file.write('\n},\n"vertices":[\n')
  for (let at = 0; at < vertices.length; at += 3)
    file.write(`${at === 0 ? '' : ','}[${vertices[at]!},${vertices[at + 1]!},${vertices[at + 2]!}]`)
  file.write('\n]}\n')
}

/** A solid's geometry, and its corners behind those that are there already. */
function geometry({corners, faces}: Solid, vertices: number[]): string {
  const first = vertices.length / 3
  for (const [x, y, z] of corners)
    vertices.push(Math.round(x * 1000), Math.round(y * 1000), Math.round(z * 1000))
  let boundaries = ''
  let values = ''
  for (const {kind, rings} of faces) {
    let face = ''
    for (const ring of rings) {
      let list = ''
      for (const corner of ring) list += list === '' ? first + corner : `,${first + corner}`
      face += face === '' ? `[${list}]` : `,[${list}]`
    }
    boundaries += boundaries === '' ? `[${face}]` : `,[${face}]`
    values += values === '' ? surfaceIndex[kind] : `,${surfaceIndex[kind]}`
  }
  return (
    `{"type":"Solid","lod":"2","boundaries":[[${boundaries}]],` +
    `"semantics":{"surfaces":${surfaces},"values":[[${values}]]}}`
  )
}

/** West, south, lowest, east, north, highest in the reference system. */
function extentOf(buildings: readonly Building[]): number[] {
  const low = [Infinity, Infinity, Infinity]
  const high = [-Infinity, -Infinity, -Infinity]
  const widen = (axis: number, value: number) => {
    low[axis] = Math.min(low[axis]!, value)
    high[axis] = Math.max(high[axis]!, value)
  }
  for (const {outline, groundMetres, heightMetres} of buildings) {
    for (const [x, y] of outline) {
      widen(0, x + originEast)
      widen(1, y + originNorth)
    }
    widen(2, groundMetres)
    widen(2, groundMetres + heightMetres)
  }
  return [...low, ...high].map(value => Math.round(value * 1000) / 1000)
}
