import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {cesiumAssets} from './assets.ts'

test('the folders hold what the engine asks for', () => {
  const folders = new Map(cesiumAssets().map(({prefix, root}) => [prefix, root]))
  expect(existsSync(join(folders.get('/cesium/Workers/')!, 'createVerticesFromHeightmap.js'))).toBe(true)
  expect(existsSync(join(folders.get('/cesium/ThirdParty/')!, 'Workers/zip-web-worker.js'))).toBe(true)
  expect(existsSync(join(folders.get('/cesium/Assets/')!, 'IAU2006_XYS/IAU2006_XYS_0.json'))).toBe(true)
  expect(existsSync(join(folders.get('/cesium/Assets/')!, 'approximateTerrainHeights.json'))).toBe(true)
})
