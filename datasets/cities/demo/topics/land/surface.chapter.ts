import type {Chapter} from '../../chapter.ts'
import {epsg, originEast, originNorth, planMetres, verticalEpsg} from '../../tools/space/plan-frame.ts'
import {generatedNote} from '../../tools/write/outbox.ts'
import {simplifySurface} from '../../world/ground/terrain/simplify-surface.ts'
import {reservoirMetres, type Terrain, terrainCells, waterKinds} from '../../world/ground/terrain.ts'

/** Grid on which the surface is simplified; a power of two, so a little coarser than the height model's. */
const side = 1024
const toleranceMetres = 0.6
const seaMetres = 0

/**
 * The ground as few triangles, as a city's surveyors publish it beside the height model: still water as it lies, the
 * river's bed.
 */
export const surface: Chapter = {
  id: 'surface',
  title: {uk: 'Поверхня землі', en: 'Surface of the ground'},
  thread: 'first',
  truths: [],
  write({ground}, outbox) {
    const heights = surfaceHeights(ground().terrain)
    const {corners, count} = simplifySurface(heights, side, toleranceMetres)
    const vertexOf = new Map<number, number>()
    for (const corner of corners) if (!vertexOf.has(corner)) vertexOf.set(corner, vertexOf.size)
    const width = side + 1
    const millimetresPerStep = (planMetres * 1000) / side

    const file = outbox.text('terrain/surface.city.json')
    file.write(
      `{"type":"CityJSON","version":"2.0","metadata":${JSON.stringify({
        title: 'Pryklad: surface of the ground (invented)',
        identifier: 'pryklad-surface',
        description: generatedNote,
        referenceSystem: `https://www.opengis.net/def/crs/EPSG/0/${epsg}`,
        verticalReferenceSystem: `https://www.opengis.net/def/crs/EPSG/0/${verticalEpsg}`,
      })},"transform":{"scale":[0.001,0.001,0.001],"translate":[${originEast},${originNorth},0]},`,
    )
    file.write(
      '"CityObjects":{"PR-SURFACE":{"type":"TINRelief","geometry":[{"type":"CompositeSurface","lod":"1","boundaries":[',
    )
    for (let index = 0; index < corners.length; index += 3) {
      const [a, b, c] = [0, 1, 2].map(k => vertexOf.get(corners[index + k]!))
      file.write(`${index > 0 ? ',' : ''}[[${a},${b},${c}]]`)
    }
    file.write(']}]}},"vertices":[')
    let isFirst = true
    for (const corner of vertexOf.keys()) {
      const x = Math.round((corner % width) * millimetresPerStep)
      const y = Math.round(Math.floor(corner / width) * millimetresPerStep)
      file.write(`${isFirst ? '' : ','}[${x},${y},${Math.round(heights[corner]! * 1000)}]`)
      isFirst = false
    }
    file.write(']}\n')
    for (let triangle = 0; triangle < count; triangle++) file.count()
    outbox.done(file)
    return {dirt: []}
  },
}

/** Heights at the corners of the grid, from the nearest cell; of the sea and the reservoir, the water's. */
function surfaceHeights({heights, water}: Terrain): Float32Array {
  const width = side + 1
  const sea = waterKinds.indexOf('sea')
  const reservoir = waterKinds.indexOf('reservoir')
  const surface = new Float32Array(width * width)
  for (let row = 0; row < width; row++)
    for (let column = 0; column < width; column++) {
      const cell = cellAt(row) * terrainCells + cellAt(column)
      surface[row * width + column] =
        water[cell] === sea ? seaMetres : water[cell] === reservoir ? reservoirMetres : heights[cell]!
    }
  return surface
}

const cellAt = (step: number) => Math.min(terrainCells - 1, Math.floor((step * terrainCells) / side))
