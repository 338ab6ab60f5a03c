import {type HeightField, heightAt} from '../layers/height-field.ts'
import {Coverage} from './coverage.ts'
import {blurred, type Grid} from './grid.ts'
import type {MapFrame, MapScene} from './map-scene.ts'
import {areaStyles} from './map-style.ts'
import {sun} from './sun.ts'

/** Slopes are painted this many times steeper than they are, as on any shaded map. */
const exaggeration = 3.2
const stepMetres = 8

/** How bright the ground is in the sun: 1 where it is flat, more on slopes towards it, less on those turned away. */
export function lightGrid(field: HeightField, {lon, lat, metresPerLon, metresPerLat}: MapFrame): Grid {
  const west = (field.west - lon) * metresPerLon
  const south = (field.south - lat) * metresPerLat
  const columns = Math.max(2, Math.round(((field.east - lon) * metresPerLon - west) / stepMetres) + 1)
  const rows = Math.max(2, Math.round(((field.north - lat) * metresPerLat - south) / stepMetres) + 1)
  const plain: Grid = {
    west,
    south,
    stepX: stepMetres,
    stepY: stepMetres,
    columns,
    rows,
    values: new Float32Array(columns * rows),
  }
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      plain.values[row * columns + column] = heightAt(
        field,
        lon + (west + column * stepMetres) / metresPerLon,
        lat + (south + row * stepMetres) / metresPerLat,
      )
  // Triangles have edges and hills do not.
  const {values: heights} = blurred(plain, 2)
  const values = new Float32Array(columns * rows)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const [w, e] = [Math.max(0, column - 1), Math.min(columns - 1, column + 1)]
      const [s, n] = [Math.max(0, row - 1), Math.min(rows - 1, row + 1)]
      const perMetre = exaggeration / stepMetres
      const toEast = ((heights[row * columns + e]! - heights[row * columns + w]!) / (e - w)) * perMetre
      const toNorth = ((heights[n * columns + column]! - heights[s * columns + column]!) / (n - s)) * perMetre
      const length = Math.sqrt(toEast * toEast + toNorth * toNorth + 1)
      values[row * columns + column] = (sun.up - toEast * sun.east - toNorth * sun.north) / length / sun.up
    }
  return {...plain, values}
}

/** How far out at sea a place is: 0.5 at the shore, 1 half a kilometre from it. Null without a sea. */
export function seaGrid({areas, areaStyle, box}: MapScene): Grid | null {
  const seas = [...areaStyle.keys()].filter(area => areaStyles[areaStyle[area]!]?.isSea)
  if (seas.length === 0) return null
  const [west, south, east, north] = [box[0]! - 800, box[1]! - 800, box[2]! + 800, box[3]! + 800]
  const step = Math.max(16, (east - west) / 1500, (north - south) / 1500)
  const [columns, rows] = [Math.ceil((east - west) / step), Math.ceil((north - south) / step)]
  const grid: Grid = {
    west: west + step / 2,
    south: south + step / 2,
    stepX: step,
    stepY: step,
    columns,
    rows,
    values: new Float32Array(columns * rows),
  }
  const coverage = new Coverage(columns, rows)
  for (const area of seas)
    for (let ring = areas.things[area]!; ring < areas.things[area + 1]!; ring++) {
      const [start, end] = [areas.rings[ring]!, areas.rings[ring + 1]!]
      for (let i = start, j = end - 2; i < end; j = i, i += 2)
        coverage.edge(
          (areas.coordinates[j]! - west) / step,
          (areas.coordinates[j + 1]! - south) / step,
          (areas.coordinates[i]! - west) / step,
          (areas.coordinates[i + 1]! - south) / step,
        )
    }
  coverage.flush((pixel, covered) => {
    grid.values[pixel] = covered
  })
  return blurred(grid, Math.max(2, Math.round(170 / step)))
}
