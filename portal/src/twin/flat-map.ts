import type {Picked} from '@hromada/twin/browser'
import {
  type AskedOrbit,
  boxAround,
  boxPlanes,
  type FlatView,
  flatBox,
  flatOver,
  type Item,
  type MapDescription,
  type Move,
  moveFlat,
  type Outline,
  tilesSeen,
  type View,
  zoomFlat,
} from '@hromada/twin/layers'
import {drawPlan} from './draw-plan.ts'
import {element, marked} from './element.ts'
import type {fetchInTime} from './fetch-in-time.ts'
import {listenForMoves} from './listen-for-moves.ts'
import {type MapNames, mapNames} from './map-names.ts'
import {boxOf} from './open-scene.ts'
import type {Page} from './page.ts'

/** The map that stands in where there is no canvas. */
export type FlatMap = {
  draw(): void
  /** Brings the map to something. */
  approach(item: Item, outline: Outline | undefined): void
}

/** What the map needs of the page around it. */
type Needs = {
  fetch: ReturnType<typeof fetchInTime>
  /** The camera that an address, a slide or the reader asks for; null for the whole city. */
  asked(): AskedOrbit | null
  look(view: AskedOrbit | null): void
  pick(hit: Picked): void
  /** Tells the table what is in view. Returns how many things of its layer are. */
  see(view: View): number
}

/** How far from a dot a finger or a pointer may be, and from a house, which is wider than its middle. */
const [nearDotPixels, nearHousePixels, houseMetres] = [12, 40, 30]
/** The pointer that moves no farther clicks. */
const clickPixels = 4

/**
 * Opens a flat map in place of the canvas: the base map's pictures with what is shown on them, moved by the same keys and
 * buttons, by dragging and by the wheel.
 */
export function openFlatMap(page: Page, {fetch, asked, look, pick, see}: Needs): FlatMap {
  const {root, host, setup, store, switches, t, f, say} = page
  const cross = element('span', {class: 'twin-cross', 'aria-hidden': 'true'})
  let ground: {base: URL; description: MapDescription} | null = null
  let names: MapNames = () => []
  let box = setup.city.bbox
  let spoken = ''

  if (setup.map) void bringGround(new URL(setup.map, location.href))
  host.setAttribute('aria-label', t.mapLabel(setup.city.name))
  host.removeAttribute('aria-describedby')
  listenForPointer()
  listenForMoves(root, host, {
    move,
    goHome: () => look(null),
    pickCentre: () => pickAt(host.clientWidth / 2, host.clientHeight / 2),
  })
  new ResizeObserver(() => draw()).observe(host)

  async function bringGround(base: URL): Promise<void> {
    const answer = await fetch(base.href).catch(() => null)
    // Without it the plan is on paper.
    if (!answer?.ok) return
    ground = {base, description: (await answer.json()) as MapDescription}
    names = mapNames(base, fetch, draw)
    draw()
  }

  const aspect = () => host.clientWidth / Math.max(1, host.clientHeight)

  function view(): FlatView {
    const wanted = asked()
    return wanted ?? flatOver(boxOf(loaded()) ?? setup.city.bbox, aspect())
  }

  const loaded = () => setup.layers.flatMap(({table}) => store.loaded(table) ?? [])
  const shown = () =>
    loaded()
      .filter(({layer}) => switches.isShown(layer.table))
      .map(({layer, items: all}) => {
        const visible = store.visible(layer.table)
        return {layer, ...visible, isWhole: visible.items.length === all.length}
      })

  function draw(): void {
    // On paper the map is hidden; it is drawn again when it is seen again.
    if (host.clientWidth === 0 || host.clientHeight === 0) return
    const {lon, lat, rangeMetres} = view()
    box = flatBox({lon, lat, rangeMetres}, aspect())
    const pixels = host.clientWidth
    const pictures =
      ground && switches.isShown('map')
        ? {
            base: ground.base,
            tiles: tilesSeen(ground.description, box, pixels * devicePixelRatio),
            names: groundNames(pixels),
          }
        : null
    const {activeElement} = document
    host.replaceChildren(drawPlan(shown(), box, page.selected, pictures, pixels), cross)
    if (activeElement === host) host.focus({preventScroll: true})
    const count = see({lon, lat, groundMetres: 0, planes: boxPlanes(box)})
    const across = rangeMetres * Math.max(1, aspect())
    const words = t.mapLooking(
      across < 2000 ? f.unit(Math.round(across / 10) * 10, t.metres) : f.unit(across / 1000, t.kilometres, 1),
      f.count(count, t.objects),
    )
    if (words !== spoken && spoken) say(words)
    spoken = words
  }

  /** What the ground is called in the reader's language, but for the city itself and what a layer names. */
  function groundNames(pixels: number) {
    const said = new Set([
      setup.city.name,
      ...shown().flatMap(({layer, items}) =>
        layer.kind === 'outlines' && items.length <= mostSaid ? items.map(({name}) => name) : [],
      ),
    ])
    return names(box, pixels)
      .map(({name, nameEn, ...one}) => ({...one, name: (setup.lang !== 'uk' && nameEn) || name}))
      .filter(({kind, name}) => kind !== 'place' || !said.has(name))
  }

  /** Looks from above: who opens the address with 3D graphics sees the same ground. */
  function lookAt(next: FlatView): void {
    look({...next, heightMetres: null, headingDegrees: 0, pitchDegrees: -90})
    // Why there is a map has been read by then, and on a phone it covers a third of it.
    marked(root, 'status').hidden = true
  }

  /** A flat map is moved and zoomed; it has no tilt. */
  function move(by: Move): boolean {
    if (by.move !== 'pan' && by.move !== 'zoom') return false
    lookAt(moveFlat(view(), by))
    return true
  }

  function placeAt(x: number, y: number): {lon: number; lat: number} {
    const [west, south, east, north] = box
    return {
      lon: west + (x / host.clientWidth) * (east - west),
      lat: north - (y / host.clientHeight) * (north - south),
    }
  }

  function pixelOf(lon: number, lat: number): {x: number; y: number} {
    const [west, south, east, north] = box
    return {
      x: ((lon - west) / (east - west)) * host.clientWidth,
      y: ((north - lat) / (north - south)) * host.clientHeight,
    }
  }

  function pickAt(x: number, y: number): void {
    const metresPerPixel = view().rangeMetres / Math.min(host.clientWidth, host.clientHeight)
    const layers = shown()
    const nearest = (kind: 'points' | 'buildings', pixels: number) => {
      let best: {item: Item; away: number} | null = null
      for (const {layer, items} of layers)
        for (const item of layer.kind === kind ? items : []) {
          const at = pixelOf(item.lon, item.lat)
          const away = Math.hypot(at.x - x, at.y - y)
          if (away <= pixels && away < (best?.away ?? Number.POSITIVE_INFINITY)) best = {item, away}
        }
      return best?.item
    }
    const item =
      nearest('points', nearDotPixels) ??
      nearest('buildings', Math.min(nearHousePixels, houseMetres / metresPerPixel))
    pick(
      item ? {item: {layer: item.layer, key: item.key}} : {place: {...placeAt(x, y), pixel: {x, y}}, pixelOf},
    )
  }

  function listenForPointer(): void {
    let from: {x: number; y: number} | null = null
    const within = ({clientX, clientY}: MouseEvent) => {
      const {left, top} = host.getBoundingClientRect()
      return {x: clientX - left, y: clientY - top}
    }
    host.addEventListener('pointerdown', event => {
      if (event.button !== 0 || !event.isPrimary) return
      from = within(event)
      host.setPointerCapture(event.pointerId)
    })
    host.addEventListener('pointermove', event => {
      const drawing = host.querySelector<SVGElement>('.twin-plan')
      if (!from || !drawing) return
      const {x, y} = within(event)
      drawing.style.translate = `${x - from.x}px ${y - from.y}px`
    })
    host.addEventListener('pointercancel', () => {
      from = null
      draw()
    })
    host.addEventListener('pointerup', event => {
      if (!from) return
      const {x, y} = within(event)
      const [right, down] = [x - from.x, y - from.y]
      from = null
      if (Math.hypot(right, down) <= clickPixels) return pickAt(x, y)
      lookAt({...view(), ...placeAt(host.clientWidth / 2 - right, host.clientHeight / 2 - down)})
    })
    host.addEventListener(
      'wheel',
      event => {
        event.preventDefault()
        const {x, y} = within(event)
        const steps = Math.max(-1, Math.min(1, -event.deltaY / 100))
        lookAt(zoomFlat(view(), steps, placeAt(x, y)))
      },
      {passive: false},
    )
  }

  return {
    draw,
    approach({lon, lat}, outline) {
      const around = outline && boxAround(outline.polygons.flat(2).map(([x, y]) => ({lon: x, lat: y})))
      lookAt(
        around
          ? flatOver(around, aspect())
          : {lon, lat, rangeMetres: Math.min(nearMetres, view().rangeMetres)},
      )
    },
  }
}

/** Layers of more areas have no names on the map. */
const mostSaid = 40

/** A building or a point is seen with its surroundings. */
const nearMetres = 400
