import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {hasBrowser, launchBrowser} from '../../../.config/browser.ts'
import {realData} from '../../../.config/real-data.ts'
import type {Place} from '../earth-centred.ts'
import {fieldOf, heightAt} from '../layers/height-field.ts'
import {outlineAt} from '../layers/outline-at.ts'
import {ringEdges} from '../ring-edges.ts'
import {writeTerrainTiles} from '../terrain/write-terrain-tiles.ts'
import {cityBuildings} from '../tiles/city-model.fixture.ts'
import type {TileBuilding} from '../tiles/tile-building.ts'
import {writeBuildingTiles} from '../tiles/write-building-tiles.ts'
import {serveScene} from './serve-scene.fixture.ts'

const data = realData()

/** The Hague where its model is at hand, otherwise a block of towers. */
const cityToShow = (): Promise<TileBuilding[]> =>
  data ? cityBuildings(join(data, 'city3d/denhaag.city.json'), 'the-hague', 43.43) : Promise.resolve(towers())

function towers(): TileBuilding[] {
  return Array.from({length: 49}, (_, i): TileBuilding => {
    const [lon, lat] = [30.5 + (i % 7) * 6e-4, 50.4 + Math.floor(i / 7) * 4e-4]
    const ring: Place[] = [
      [lon, lat, 20],
      [lon + 3e-4, lat, 20],
      [lon + 3e-4, lat + 2e-4, 20],
      [lon, lat + 2e-4, 20],
    ]
    const top = ring.map(([x, y]): Place => [x, y, 40])
    const walls = [...ringEdges(ring)].map(([a, b]) => ({
      type: 'WallSurface',
      rings: [[a, b, [b[0], b[1], 40], [a[0], a[1], 40]]] as [Place[]],
    }))
    return {
      city: 'demo',
      building_id: `tower-${i}`,
      height_m: 20,
      ground_m: 20,
      levels: null,
      use: null,
      address: null,
      year: null,
      roof: null,
      surfaces: [{type: 'GroundSurface', rings: [ring]}, {type: 'RoofSurface', rings: [top]}, ...walls],
    }
  })
}

/** Buildings of one roof-covered ground face, and a place under that roof: looked at from above, there is the building. */
function knownPlaces(buildings: TileBuilding[]): {id: string; lon: number; lat: number; top: number}[] {
  return buildings.flatMap(building => {
    if (!('surfaces' in building)) return []
    const grounds = building.surfaces.filter(({type}) => type === 'GroundSurface')
    const corners = grounds[0]?.rings[0] ?? []
    if (grounds.length !== 1 || corners.length !== 4 || building.height_m! < 5) return []
    const mean = (axis: 0 | 1) => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length
    const [lon, lat] = [mean(0), mean(1)]
    const outline = {layer: '', key: '', polygons: [[corners.map(([x, y]): [number, number] => [x, y])]]}
    if (!outlineAt([outline], lon, lat)) return []
    return [{id: building.building_id, lon, lat, top: corners[0]![2] + building.height_m!}]
  })
}

describe.skipIf(!hasBrowser())('the scene in a browser', () => {
  let folder: string
  let server: Awaited<ReturnType<typeof serveScene>> | undefined
  let browser: Browser
  let page: Page
  let buildings: TileBuilding[]
  const faults: string[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hromada-scene-'))
    buildings = await cityToShow()
    await writeBuildingTiles(each(buildings), join(folder, 'tiles/buildings'))
    await writeTerrainTiles('demo', hills, join(folder, 'terrain/demo'))
    server = await serveScene(folder, join(import.meta.dirname, 'test-page'))
    const {address} = server
    browser = await launchBrowser()
    page = await browser.newPage({viewport: {width: 480, height: 320}})
    page.on('pageerror', error => faults.push(String(error)))
    page.on('request', request => {
      if (!request.url().startsWith(`${address}/`) && !/^(blob|data):/.test(request.url()))
        faults.push(request.url())
    })
    await page.goto(address)
    await page.locator('body[data-ready]').waitFor({timeout: 60_000})
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await rm(folder, {recursive: true})
  })

  test('what is under the cross-hair is the building that stands there', async () => {
    const known = knownPlaces(buildings)
    expect(known.length).toBeGreaterThan(20)
    const step = Math.floor(known.length / 8)
    for (let i = 0; i < 8; i++) {
      const {id, lon, lat, top} = known[i * step]!
      const orbit = {lon, lat, heightMetres: top, headingDegrees: 0, pitchDegrees: -90, rangeMetres: 150}
      expect(await page.evaluate(from => window.twin.look(from), orbit)).toEqual({
        item: {layer: 'buildings', key: id},
      })
    }
    expect(faults).toEqual([])
  })

  test('walls in the sun are warm, walls in the shade dark, nothing is black; the selected building has its own colour', async () => {
    const [{id, lon, lat, top}] = knownPlaces(buildings) as [
      {id: string; lon: number; lat: number; top: number},
    ]
    const orbit = {lon, lat, heightMetres: top, headingDegrees: 340, pitchDegrees: -35, rangeMetres: 160}
    await page.evaluate(from => window.twin.look(from), orbit)
    const before = await tones(page)
    expect(before.warm).toBeGreaterThan(0.004)
    expect(before.dark).toBeGreaterThan(0.01)
    expect(before.black).toBe(0)
    expect(before.blue).toBe(0)
    await page.evaluate(key => window.twin.select(key), id)
    expect((await tones(page)).blue).toBeGreaterThan(0.001)
    expect(faults).toEqual([])
  })

  test('scenes that are closed leave nothing behind, and one whose graphics are taken away says so', async () => {
    // The browser itself may hold on to the last one.
    await page.evaluate(() => window.twin.openAndClose(2))
    const held = await drawingContexts(page)
    await page.evaluate(() => window.twin.openAndClose(4))
    expect(await drawingContexts(page)).toBeLessThanOrEqual(held + 1)
    // Whichever comes first: the browser's word, or a frame that cannot be drawn.
    expect(await page.evaluate(() => window.twin.lose())).toMatch(/were taken away|^RuntimeError/)
    expect(faults).toEqual([])
  })

  test('the engine reads from terrain tiles the heights they were made of', async () => {
    const places = Array.from({length: 60}, (_, i): [number, number] => [
      30.501 + (((i * 37) % 60) / 60) * 0.028,
      50.401 + (((i * 17) % 60) / 60) * 0.018,
    ])
    const {heights, lit} = await page.evaluate(at => window.twin.terrainHeights('/terrain/demo/', at), places)
    expect(lit).toBe(true)
    expect(heights).toHaveLength(60)
    heights.forEach((height, i) => {
      const [lon, lat] = places[i]!
      // A decimetre is what the finest tiles may be off, and a little where four points are no plane.
      expect(Math.abs(height - heightAt(hills, lon, lat))).toBeLessThan(0.2)
    })
    expect(faults).toEqual([])
  })

  test('from the sky to the ground a ray meets the ground where no house is', async () => {
    const [{lon, lat}] = knownPlaces(buildings) as [{id: string; lon: number; lat: number; top: number}]
    const orbit = {
      lon: lon + 0.05,
      lat,
      heightMetres: 40,
      headingDegrees: 0,
      pitchDegrees: -90,
      rangeMetres: 200,
    }
    const hit = await page.evaluate(from => window.twin.look(from), orbit)
    expect(hit).toMatchObject({place: {lon: expect.closeTo(lon + 0.05, 5), lat: expect.closeTo(lat, 5)}})
  })
})

/** Hills between the heights 20 and 140, their points about eight metres apart. */
const hills = fieldOf({
  west: 30.5,
  south: 50.4,
  east: 30.53,
  north: 50.42,
  columns: 270,
  rows: 280,
  heights: Float32Array.from({length: 270 * 280}, (_, i) => {
    const [column, row] = [i % 270, Math.floor(i / 270)]
    return 80 + 60 * Math.sin(column / 25) * Math.cos(row / 30)
  }),
})

/** Shares of the picture that are warmer than the ground, darker than it, black, and of the selection's blue. */
async function tones(page: Page): Promise<Record<'warm' | 'dark' | 'black' | 'blue', number>> {
  const png = (await page.screenshot()).toString('base64')
  return page.evaluate(async data => {
    const image = new Image()
    image.src = `data:image/png;base64,${data}`
    await image.decode()
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!
    context.drawImage(image, 0, 0)
    const {data: pixels} = context.getImageData(0, 0, image.width, image.height)
    const found = {warm: 0, dark: 0, black: 0, blue: 0}
    for (let i = 0; i < pixels.length; i += 4) {
      const [red, green, blue] = [pixels[i]!, pixels[i + 1]!, pixels[i + 2]!]
      if (blue > red + 50) found.blue++
      else if (red + green + blue < 90) found.black++
      else if (red > blue + 15) found.warm++
      else if (red < 200) found.dark++
    }
    const count = pixels.length / 4
    return {
      warm: found.warm / count,
      dark: found.dark / count,
      black: found.black / count,
      blue: found.blue / count,
    }
  }, png)
}

async function* each<T>(items: T[]): AsyncGenerator<T> {
  yield* items
}

/** How many contexts of WebGL are held by anything, after all that is not has been collected. */
async function drawingContexts(page: Page): Promise<number> {
  const engine = await page.context().newCDPSession(page)
  const {result} = await engine.send('Runtime.evaluate', {expression: 'WebGL2RenderingContext.prototype'})
  const {objects} = await engine.send('Runtime.queryObjects', {prototypeObjectId: result.objectId!})
  const {result: count} = await engine.send('Runtime.callFunctionOn', {
    objectId: objects.objectId!,
    functionDeclaration: 'function () { return this.length }',
  })
  await engine.detach()
  return Number(count.value)
}
