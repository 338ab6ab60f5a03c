import {parentPort, workerData} from 'node:worker_threads'
import {indexedPng} from './indexed-png.ts'
import {type MapParts, paintTile} from './paint-tile.ts'
import {type TileKey, tilePixels} from './tile-grid.ts'

// Gets tiles one by one, and answers each with its file.
const parts = workerData as MapParts
parentPort!.on('message', (tile: TileKey) => {
  parentPort!.postMessage(indexedPng(paintTile(parts, tile), tilePixels, tilePixels))
})
