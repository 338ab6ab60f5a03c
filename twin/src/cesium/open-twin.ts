import {
  Cartesian2,
  Cartesian3,
  Cesium3DTileFeature,
  Color,
  SceneTransforms,
  ScreenSpaceEventHandler,
  ScreenSpaceEventType,
} from '@cesium/engine'
import {heightAt, heightField} from '../layers/height-field.ts'
import type {View} from '../layers/in-view.ts'
import type {Room} from '../layers/labels.ts'
import type {Item, ItemKey} from '../layers/layer.ts'
import type {Aim, PixelOf} from '../layers/line-near.ts'
import type {MeasurePoint} from '../layers/measure.ts'
import {nearestItem} from '../layers/nearest-item.ts'
import {type AskedOrbit, type Move, moveOrbit, type Orbit} from '../layers/orbit.ts'
import type {Outline} from '../layers/outlines.ts'
import {terrainMesh} from '../layers/terrain-mesh.ts'
import {moveStand, type Stand} from '../layers/walk.ts'
import {sun} from '../map/sun.ts'
import type {Tileset} from '../tiles/tileset.ts'
import {addBaseMap, type BaseMap} from './base-map.ts'
import {goTo, middleOf, orbitOf, placeAt, pointAt, standAt, standOf, viewOf} from './camera.ts'
import {addMeasure} from './measure-layer.ts'
import {airMetres, closeWidget, openWidget, paintWidget} from './open-widget.ts'
import {addOutlines, type OutlinesLayer} from './outlines-layer.ts'
import type {Palette} from './palette.ts'
import {type Picture, takePicture} from './picture.ts'
import {addPoints, type Gathered, type PointsLayer} from './points-layer.ts'
import {type Pose, poseOf, takePose} from './pose.ts'
import {addProposal, type ShownProposal} from './proposal-layer.ts'
import {relief} from './relief.ts'
import {renderLoop} from './render-loop.ts'
import {cut, type Section} from './section.ts'
import {sketch} from './sketch.ts'
import {followHorizon} from './sky.ts'
import {reachOfShadows, shine, type Towards} from './sunlight.ts'
import {addTileset, type Dress, type TilesetLayer} from './tileset-layer.ts'

/** What was hit: a row, or a place on the ground, and where on the picture places are. */
export type Picked = {item: ItemKey} | {place: Aim; pixelOf: PixelOf}

/** What is under a pixel: as hit, or a dot that stands for so many rows. */
export type Under = Picked | {count: number}

export type TwinOptions = {
  /** Where the scene lies, and the height of its flat ground above the ellipsoid. */
  origin: {lon: number; lat: number; heightMetres: number}
  palette: Palette
  /** Length of a flight; 0 where motion is not welcome. */
  flightSeconds: number
  onPick(picked: Picked): void
  /** After the camera came to rest. */
  onMoved(view: View): void
  /** What the page lays over the picture, in pixels of it: names keep out of there. */
  covered?(): Room[]
  /** The engine stopped: what it said. The scene is of no more use. */
  onFault(reason: string): void
}

type Colours = ReadonlyMap<string, string> | null

/** The scene, in the page's words. */
export type Twin = {
  addBuildings(table: string, address: string): Promise<void>
  /** The ground as it is; what is added later lies on it. */
  addTerrain(address: string): Promise<void>
  addMap(address: string): Promise<void>
  /** Points and outlines take the place of those of the same table; `colours` are by key, as CSS writes them. */
  addPoints(table: string, items: Item[], colours?: Colours): void
  addOutlines(table: string, outlines: Outline[], items: Item[], colours?: Colours): void
  dressBuildings(table: string, dress: Dress): void
  show(layer: string, on: boolean): void
  select(item: ItemKey | null): void
  paint(palette: Palette): void
  /** A proposal, and the buildings of a table that make way for it; null takes it away. */
  propose(table: string, proposal: (ShownProposal & {hides: string[]}) | null): void
  move(move: Move): void
  /** Without a height it looks at the ground. */
  goTo(orbit: AskedOrbit): void
  pickCentre(): void
  /** What is there on the picture, or under the cross-hair, without holding anything up; null in the sky. */
  under(pixel: {x: number; y: number} | 'centre'): Promise<Under | null>
  /** With a function, clicks and the cross-hair give it points instead of picking; null picks again. */
  measure(onPoint: ((point: MeasurePoint) => void) | null): void
  drawMeasure(points: MeasurePoint[], isRing: boolean): void
  /** Leaves of the buildings only what is in a box; null shows them all. */
  section(section: Section | null): void
  /** How much of the ground is seen through, from 0 to 1; with any, the camera may go below it. */
  seeThroughGround(share: number): void
  /** Light from the sun with shadows; null for the light of every day without. */
  sunlight(towards: Towards | null): void
  /** Stands on the ground there, or in the middle of the view; null leaves it again. */
  walk(stand: Stand | 'here' | null): void
  /** Where one stands and looks; null in the air. */
  standing(): Stand | null
  picture(): Picture
  view(): View
  orbit(): Orbit
  /** The camera itself, to the last digit: what another scene takes over. */
  pose(): Pose
  take(pose: Pose): void
  /** Metres above the ellipsoid. */
  groundAt(lon: number, lat: number): number
  /** Resolves when everything in view is drawn, or after the time given. */
  settled(milliseconds: number): Promise<void>
  close(): void
}

/** So long nothing has moved before the page is told that the view is at rest. */
const restMilliseconds = 150

/** Names under which relief and base map are shown and hidden; they have no table. */
const [terrainLayer, mapLayer] = ['terrain', 'map']

/** Opens the scene in an element. Throws where the engine cannot start. */
export function openTwin(host: HTMLElement, options: TwinOptions): Twin {
  const widget = openWidget(host, options.origin)
  const {scene} = widget
  const loop = renderLoop(widget)
  const flatMetres = options.origin.heightMetres
  let palette = options.palette
  let selected: ItemKey | null = null

  const tilesets = new Map<string, TilesetLayer>()
  const points = new Map<string, PointsLayer>()
  const outlines = new Map<string, OutlinesLayer>()
  const styled = new Set<string>()
  const hidden = new Set<string>()
  let map: BaseMap | null = null
  let onPoint: ((point: MeasurePoint) => void) | null = null
  let isStanding = false
  let isSunny = false
  const measured = addMeasure(scene)
  let ground = (_lon: number, _lat: number): number => flatMetres
  const proposed = addProposal(scene, (lon, lat) => ground(lon, lat))
  const grounds = {flat: scene.terrainProvider, relief: scene.terrainProvider}

  scene.renderError.addEventListener((_: unknown, error: unknown) => options.onFault(String(error)))
  // The engine would go on as if it drew: a driver has started anew, or the browser gave the graphics to another page.
  const onLost = () => options.onFault('The graphics of the canvas were taken away.')
  scene.canvas.addEventListener('webglcontextlost', onLost)
  // The engine says so from within a frame, and where frames are slow after each: what follows waits until it is true.
  let resting: ReturnType<typeof setTimeout> | undefined
  scene.camera.moveStart.addEventListener(() => clearTimeout(resting))
  scene.camera.moveEnd.addEventListener(() => {
    clearTimeout(resting)
    resting = setTimeout(() => {
      arrange()
      options.onMoved(viewOf(scene, flatMetres))
    }, restMilliseconds)
  })
  scene.camera.changed.addEventListener(arrange)
  followHorizon(scene, host)
  // The ground comes level by level, each with a frame, and no frame is drawn unasked: shadows would lie on coarse ground.
  scene.postRender.addEventListener(() => {
    if (!scene.globe.tilesLoaded) scene.requestRender()
  })
  const mouse = new ScreenSpaceEventHandler(scene.canvas)
  mouse.setInputAction(
    ({position}: {position: Cartesian2}) => pick(position),
    ScreenSpaceEventType.LEFT_CLICK,
  )
  repaint()

  function setStyled(table: string, colours: Colours): void {
    if (colours) styled.add(table)
    else styled.delete(table)
  }

  /** On one's feet walls hide what is behind them; in the air the engine keeps the camera that far from the ground. */
  function setStanding(on: boolean): void {
    scene.screenSpaceCameraController.minimumZoomDistance = on ? 1 : airMetres
    if (on === isStanding) return
    isStanding = on
    for (const layer of [...points.values(), ...outlines.values()]) layer.walled(on)
  }

  const stand = (where: Stand) => standAt(scene, where, ground(where.lon, where.lat))

  function pick(pixel: Cartesian2): void {
    if (onPoint) {
      const point = pointAt(scene, pixel, flatMetres)
      if (point) onPoint(point)
      return
    }
    const picked = under(pixel)
    if (!picked) return
    if (!('gathered' in picked)) options.onPick(picked)
    // Whoever stands there stays: of many the nearest is meant.
    else if (isStanding) {
      const {layer, key} = nearestItem(picked.gathered, standOf(scene))
      options.onPick({item: {layer, key}})
    } else goTo(scene, closer(picked), options.flightSeconds)
  }

  /** A look at many rows under one dot, from so near that they come apart. */
  function closer({gathered}: Gathered): Orbit {
    const orbit = orbitOf(scene, flatMetres)
    const mean = (of: (item: Item) => number) =>
      gathered.reduce((sum, item) => sum + of(item), 0) / gathered.length
    const [lon, lat] = [mean(item => item.lon), mean(item => item.lat)]
    return {
      ...orbit,
      lon,
      lat,
      heightMetres: ground(lon, lat),
      rangeMetres: Math.max(120, orbit.rangeMetres * 0.4),
    }
  }

  const under = (pixel: Cartesian2) => hitAt(pixel, scene.pick(pixel))

  function hitAt(pixel: Cartesian2, hit: unknown): Picked | Gathered | null {
    if (hit instanceof Cesium3DTileFeature) {
      const layer = [...tilesets].find(([, {tileset}]) => tileset === hit.tileset)?.[0]
      const key: unknown = hit.getProperty('id')
      if (layer && typeof key === 'string') return {item: {layer, key}}
    }
    const id = (hit as {id?: ItemKey | Gathered} | undefined)?.id
    if (id) return 'gathered' in id ? id : {item: id}
    const place = placeAt(scene, pixel, flatMetres)
    return place && {place: {...place, pixel: {x: pixel.x, y: pixel.y}}, pixelOf}
  }

  /** Where a place on the ground is on the picture. */
  function pixelOf(lon: number, lat: number): {x: number; y: number} | null {
    const position = Cartesian3.fromDegrees(lon, lat, ground(lon, lat))
    const at = SceneTransforms.worldToWindowCoordinates(scene, position)
    return at ? {x: at.x, y: at.y} : null
  }

  /** Names make room for one another as the picture changes. */
  function arrange(): void {
    scene.requestRender()
    if (isSunny) reachOfShadows(scene, flatMetres)
    // Names keep within the picture, too.
    const {clientWidth: width, clientHeight: height} = scene.canvas
    const taken = [
      {x: -500, y: height / 2, width: 1000, height},
      {x: width + 500, y: height / 2, width: 1000, height},
      ...[...points.values()].flatMap(dots => dots.arrange()),
    ]
    const covered = options.covered?.() ?? []
    for (const lines of outlines.values()) lines.arrange(taken, covered)
  }

  function repaint(): void {
    paintWidget(widget, palette)
    const {red, green, blue} = Color.fromCssColorString(palette.light)
    map?.dim((red + green + blue) / 3)
    const chosen = (layer: string) => (selected?.layer === layer ? selected.key : null)
    const chosenColour = (layer: string) =>
      styled.has(layer) ? palette.selectedAmongColours : palette.selected
    for (const [layer, tileset] of tilesets) {
      const id = chosen(layer)
      tileset.paint(palette.light, id === null ? undefined : {id, colour: chosenColour(layer)})
    }
    for (const [layer, dots] of points) {
      const key = chosen(layer)
      // A dot for many that differ is of no class.
      const colour = (styled.has(layer) ? null : palette.points[layer]) ?? palette.line
      dots.paint(colour, palette.halo, key === null ? undefined : {key, colour: chosenColour(layer)})
    }
    for (const [layer, lines] of outlines) {
      const key = chosen(layer)
      lines.paint(palette, key === null ? undefined : {key, colour: chosenColour(layer)})
    }
  }

  return {
    async addBuildings(table, address) {
      tilesets.set(table, await addTileset(scene, address))
      repaint()
    },
    async addTerrain(address) {
      const tileset = (await fetched(address).then(answer => answer.json())) as Tileset
      const file = new URL(tileset.root.content!.uri, new URL(address, location.href)).href
      const field = heightField(
        terrainMesh(tileset, await fetched(file).then(answer => answer.arrayBuffer())),
      )
      if (!field) return
      ground = (lon, lat) => heightAt(field, lon, lat)
      grounds.relief = relief(field)
      scene.terrainProvider = grounds.relief
      scene.requestRender()
    },
    async addMap(address) {
      map = await addBaseMap(scene, address)
      map.withoutShadows(isSunny)
      repaint()
    },
    addPoints(table, items, colours = null) {
      points.get(table)?.remove()
      setStyled(table, colours)
      const added = addPoints(scene, items, ground, colours, options.origin)
      points.set(table, added)
      added.show(!hidden.has(table))
      added.walled(isStanding)
      repaint()
      arrange()
    },
    addOutlines(table, borders, items, colours = null) {
      outlines.get(table)?.remove()
      setStyled(table, colours)
      const added = addOutlines(scene, borders, items, ground, colours)
      outlines.set(table, added)
      added.show(!hidden.has(table))
      added.walled(isStanding)
      repaint()
      arrange()
    },
    dressBuildings(table, dress) {
      setStyled(table, dress.colours)
      tilesets.get(table)?.dress(dress)
      repaint()
    },
    show(layer, on) {
      if (on) hidden.delete(layer)
      else hidden.add(layer)
      if (layer === terrainLayer) scene.terrainProvider = on ? grounds.relief : grounds.flat
      if (layer === mapLayer) map?.show(on)
      for (const kind of [tilesets, points, outlines]) kind.get(layer)?.show(on)
    },
    select(item) {
      selected = item
      repaint()
    },
    paint(colours) {
      palette = colours
      repaint()
    },
    propose(table, proposal) {
      proposed.show(proposal, palette.selected)
      tilesets.get(table)?.hide(proposal?.hides ?? [])
    },
    move(move) {
      if (isStanding && move.move !== 'top') stand(moveStand(standOf(scene), move))
      else {
        const orbit = orbitOf(scene, flatMetres)
        setStanding(false)
        goTo(scene, moveOrbit(orbit, move), 0)
      }
    },
    goTo(orbit) {
      setStanding(false)
      const heightMetres = orbit.heightMetres ?? ground(orbit.lon, orbit.lat)
      goTo(scene, {...orbit, heightMetres}, options.flightSeconds)
    },
    measure(next) {
      onPoint = next
      scene.useDepthPicking = next !== null
      scene.requestRender()
    },
    drawMeasure: (points, isRing) => measured.draw(points, isRing, palette.selected),
    section(section) {
      for (const {tileset} of tilesets.values()) cut(tileset, section, palette.selected)
      scene.requestRender()
    },
    seeThroughGround(share) {
      scene.globe.translucency.enabled = share > 0
      scene.globe.translucency.frontFaceAlpha = 1 - share
      scene.screenSpaceCameraController.enableCollisionDetection = share === 0
      scene.requestRender()
    },
    sunlight(towards) {
      isSunny = towards !== null
      map?.withoutShadows(isSunny)
      shine(widget, options.origin, towards ?? sun, isSunny)
    },
    walk(where) {
      if (!where) {
        const orbit = {...orbitOf(scene, flatMetres), pitchDegrees: -30, rangeMetres: 400}
        const wasStanding = isStanding
        setStanding(false)
        if (wasStanding) goTo(scene, orbit, 0)
        return
      }
      setStanding(true)
      const {lon, lat, headingDegrees} = orbitOf(scene, flatMetres)
      stand(where === 'here' ? {lon, lat, headingDegrees, pitchDegrees: 0} : where)
    },
    standing: () => (isStanding ? standOf(scene) : null),
    picture: () => takePicture(widget, flatMetres),
    pickCentre: () => pick(middleOf(scene)),
    async under(where) {
      const pixel = where === 'centre' ? middleOf(scene) : new Cartesian2(where.x, where.y)
      const picking = scene.pickAsync(pixel)
      // The engine asks for the answer once a frame, ten times at most: there is no frame until it is there.
      loop.catchUp()
      const hit = await picking.then(
        found => ({found}),
        () => null,
      )
      const found = hit && hitAt(pixel, hit.found)
      return found && 'gathered' in found ? {count: found.gathered.length} : found
    },
    view: () => viewOf(scene, flatMetres),
    orbit: () => orbitOf(scene, flatMetres),
    pose: () => poseOf(scene),
    take: pose => takePose(scene, pose),
    groundAt: (lon, lat) => ground(lon, lat),
    async settled(milliseconds) {
      const until = performance.now() + milliseconds
      const nextFrame = () => new Promise(resolve => requestAnimationFrame(resolve))
      const hold = (on: boolean) => {
        for (const tileset of tilesets.values()) tileset.hold(on)
      }
      const isLoading = () =>
        !scene.globe.tilesLoaded || [...tilesets.values()].some(tileset => !tileset.isLoaded())
      // The ground comes level by level, each some frames after the one above: until it is there, frames are made quick.
      hold(true)
      const sharpen = sketch(widget)
      do {
        scene.requestRender()
        await nextFrame()
      } while (isLoading() && performance.now() < until)
      hold(false)
      sharpen()
      await nextFrame()
      arrange()
      await nextFrame()
      while (loop.isDrawing() && performance.now() < until) await nextFrame()
    },
    close() {
      clearTimeout(resting)
      mouse.destroy()
      scene.canvas.removeEventListener('webglcontextlost', onLost)
      closeWidget(widget)
    },
  }
}

async function fetched(address: string): Promise<Response> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status} ${response.statusText}`)
  return response
}
