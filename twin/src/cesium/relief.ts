import {CustomHeightmapTerrainProvider, GeographicTilingScheme, TerrainProvider} from '@cesium/engine'
import {type HeightField, heightAt} from '../layers/height-field.ts'

/** Points along a side: with half as many, the ground would be four times as many tiles, each a command to draw. */
const samples = 65

/** Ground of one height above the ellipsoid, so that buildings stand on it and not 40 m above. */
export const flatGround = (heightMetres: number): CustomHeightmapTerrainProvider => {
  const heights = new Float32Array(samples * samples).fill(heightMetres)
  return provider(() => heights)
}

/** Ground as it is: the engine asks for finer heights the nearer it comes. */
export const relief = (field: HeightField): CustomHeightmapTerrainProvider =>
  provider((x, y, level) => {
    const heights = new Float32Array(samples * samples)
    const size = 180 / 2 ** level
    const [west, north] = [-180 + x * size, 90 - y * size]
    const step = size / (samples - 1)
    for (let row = 0; row < samples; row++)
      for (let column = 0; column < samples; column++)
        heights[row * samples + column] = heightAt(field, west + column * step, north - row * step)
    return heights
  })

const provider = (callback: (x: number, y: number, level: number) => Float32Array) =>
  new CustomHeightmapTerrainProvider({
    width: samples,
    height: samples,
    tilingScheme: new GeographicTilingScheme(),
    callback,
  })

/**
 * The engine keeps how the points of a grid are joined for all scenes, and with it a buffer of each scene that ever was:
 * takes that of a scene's context away, which would else be held for good, canvas and all.
 */
export function forgetGrid(contextId: string): void {
  const {indices} = joined.getRegularGridAndSkirtIndicesAndEdgeIndices(samples, samples)
  delete indices.indexBuffers?.[contextId]
}

// Both are the engine's own and not in its types.
const joined = TerrainProvider as unknown as {
  getRegularGridAndSkirtIndicesAndEdgeIndices(
    width: number,
    height: number,
  ): {indices: {indexBuffers?: Record<string, unknown>}}
}
