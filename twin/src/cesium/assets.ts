import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

/** A folder of files to serve as they are below a path. */
export type StaticFolder = {prefix: string; root: string}

/**
 * What the 3D engine fetches at run time, straight from its package: workers, decoders, and the tables of the Earth's
 * rotation. Serve each folder under its prefix; the page sets `CESIUM_BASE_URL` to `/cesium/`. For Node only.
 */
export function cesiumAssets(): StaticFolder[] {
  const engine = dirname(fileURLToPath(import.meta.resolve('@cesium/engine')))
  return [
    {prefix: '/cesium/Workers/', root: join(engine, 'Build/Workers')},
    {prefix: '/cesium/ThirdParty/', root: join(engine, 'Build/ThirdParty')},
    {prefix: '/cesium/Assets/', root: join(engine, 'Source/Assets')},
  ]
}
