import {Cartographic, CesiumTerrainProvider, sampleTerrainMostDetailed} from '@cesium/engine'
import type {Orbit} from '../../layers/orbit.ts'
import type {Picked, TwinOptions} from '../open-twin.ts'

/** What the browser test drives: the scene alone, without the portal around it. */
export type TestPage = {
  /** Looks from there until all is drawn, and says what is under the cross-hair. */
  look(orbit: Orbit): Promise<Picked | null>
  select(key: string): Promise<void>
  /** Heights of a terrain's finest tiles at places in degrees, as the engine reads them, and whether it has normals. */
  terrainHeights(
    address: string,
    places: [lon: number, lat: number][],
  ): Promise<{heights: number[]; lit: boolean}>
  /** Opens so many scenes beside the first, one after the other, and closes each again. */
  openAndClose(count: number): Promise<void>
  /** Takes the graphics of a scene away, and says what the page is told. */
  lose(): Promise<string>
}

declare global {
  interface Window {
    twin: TestPage
  }
}

Object.assign(globalThis, {CESIUM_BASE_URL: '/cesium/'})
const {openTwin} = await import('../open-twin.ts')
const {extras} = (await (await fetch('/tiles/buildings/tileset.json')).json()) as {
  extras: {lon: number; lat: number; lowestMetres: number}
}
let picked: Picked | null = null
const options: TwinOptions = {
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
    picked = hit
  },
  onMoved: () => {},
  onFault: reason => {
    throw new Error(reason)
  },
}
const twin = openTwin(document.querySelector<HTMLElement>('#scene')!, options)
await twin.addBuildings('buildings', '/tiles/buildings/tileset.json')

window.twin = {
  async look(orbit) {
    picked = null
    twin.goTo(orbit)
    await twin.settled(20_000)
    twin.pickCentre()
    return picked
  },
  async select(key) {
    twin.select({layer: 'buildings', key})
    await twin.settled(20_000)
  },
  async terrainHeights(address, places) {
    const terrain = await CesiumTerrainProvider.fromUrl(address, {requestVertexNormals: true})
    const at = places.map(([lon, lat]) => Cartographic.fromDegrees(lon, lat))
    const sampled = await sampleTerrainMostDetailed(terrain, at, true)
    return {heights: sampled.map(({height}) => height), lit: terrain.hasVertexNormals}
  },
  async openAndClose(count) {
    for (let i = 0; i < count; i++) {
      const host = smallHost()
      const other = openTwin(host, options)
      await other.settled(1000)
      other.close()
      host.remove()
    }
  },
  async lose() {
    const host = smallHost()
    const fault = Promise.withResolvers<string>()
    const other = openTwin(host, {...options, onFault: fault.resolve})
    host.querySelector('canvas')!.getContext('webgl2')!.getExtension('WEBGL_lose_context')!.loseContext()
    const reason = await fault.promise
    other.close()
    host.remove()
    return reason
  },
}
function smallHost(): HTMLElement {
  const host = document.createElement('div')
  Object.assign(host.style, {position: 'fixed', width: '80px', height: '60px'})
  document.body.append(host)
  return host
}
document.body.dataset.ready = ''
