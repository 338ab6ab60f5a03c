import {Cesium3DTileset, Scene} from '@cesium/engine'
import type {Orbit} from '../../src/layers/orbit.ts'

/** What the bench asks of the page. Times are milliseconds; those of `opened` since the page was asked for. */
export type ScenePage = {
  /** Opens the scene over the buildings and waits until all in view is drawn. */
  opened(orbit: Orbit): Promise<{firstTile: number; settled: number; tiles: number; features: number}>
  /** Looks from there, and says how long scripts worked on a frame while nothing was loaded any more: the median. */
  frames(orbit: Orbit, count: number): Promise<number>
  /** Looks from there and picks what is in the middle. */
  pick(orbit: Orbit): Promise<{milliseconds: number; key: string | null}>
}

declare global {
  interface Window {
    scenePage: ScenePage
  }
}

// The engine's own doors are watched from outside: what is measured is the product as it is.
let firstTile = 0
const tilesets: Cesium3DTileset[] = []
const fromUrl = Cesium3DTileset.fromUrl
Cesium3DTileset.fromUrl = async (...asked) => {
  const tileset = await fromUrl(...asked)
  tilesets.push(tileset)
  tileset.tileVisible.addEventListener(() => {
    firstTile ||= performance.now()
  })
  return tileset
}
const frameMilliseconds: number[] = []
const render = Scene.prototype.render
Scene.prototype.render = function (...at) {
  const start = performance.now()
  render.apply(this, at)
  frameMilliseconds.push(performance.now() - start)
}

Object.assign(globalThis, {CESIUM_BASE_URL: '/cesium/'})
const {openTwin} = await import('../../src/cesium/open-twin.ts')
const address = '/tiles/buildings/tileset.json'
const {extras} = (await (await fetch(address)).json()) as {
  extras: {lon: number; lat: number; lowestMetres: number}
}
let key: string | null = null
const twin = openTwin(document.querySelector<HTMLElement>('#scene')!, {
  origin: {...extras, heightMetres: extras.lowestMetres},
  palette: {
    ground: '#d6d5d0',
    light: '#ffffff',
    selected: '#0b4a8f',
    selectedAmongColours: '#ffb000',
    line: '#565a61',
    text: '#1a1c20',
    halo: '#fbfaf6',
    points: {},
  },
  flightSeconds: 0,
  onPick: hit => {
    key = 'item' in hit ? hit.item.key : null
  },
  onMoved: () => {},
  onFault: reason => {
    throw new Error(reason)
  },
})
const patience = 120_000
const nextFrame = () => new Promise(resolve => requestAnimationFrame(resolve))

window.scenePage = {
  async opened(orbit) {
    twin.goTo(orbit)
    await twin.addBuildings('buildings', address)
    await twin.settled(patience)
    // What of a tileset is drawn and held, as the engine counts it.
    const {statistics} = tilesets[0] as unknown as {
      statistics: {numberOfTilesWithContentReady: number; numberOfFeaturesLoaded: number}
    }
    return {
      firstTile,
      settled: performance.now(),
      tiles: statistics.numberOfTilesWithContentReady,
      features: statistics.numberOfFeaturesLoaded,
    }
  },
  async frames(orbit, count) {
    frameMilliseconds.length = 0
    for (let frame = 0; frame < count; frame++) {
      twin.goTo({...orbit, headingDegrees: orbit.headingDegrees + frame * 0.2})
      const before = frameMilliseconds.length
      while (frameMilliseconds.length === before) await nextFrame()
    }
    const sorted = frameMilliseconds.toSorted((a, b) => a - b)
    return sorted[Math.floor(sorted.length / 2)] ?? 0
  },
  async pick(orbit) {
    twin.goTo(orbit)
    await twin.settled(patience)
    key = null
    const start = performance.now()
    twin.pickCentre()
    return {milliseconds: performance.now() - start, key}
  },
}
document.body.dataset.ready = ''
