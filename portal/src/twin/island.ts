import type {Picked} from '@hromada/twin/browser'
import {type Item, type ItemKey, orbitTo, outlineAt, type View} from '@hromada/twin/layers'
import {formatter} from '../format.ts'
import {apiSource} from './api-source.ts'
import {drawPlan} from './draw-plan.ts'
import {element, marked} from './element.ts'
import {fillCard} from './fill-card.ts'
import {layerSwitches} from './layer-switches.ts'
import {makeList} from './list.ts'
import {listenForMoves} from './listen-for-moves.ts'
import {type LoadedLayer, loadLayer} from './load-layer.ts'
import {boxOf, draw, hasWebGl, openScene, type Scene, Unavailable} from './open-scene.ts'
import {type PlanningScene, startPlanning} from './planning/start-planning.ts'
import {readPalette} from './read-palette.ts'
import type {TwinSetup} from './setup.ts'
import {lookingWords, speaker} from './speaker.ts'
import {textsIn, type UnavailableReason} from './texts.ts'

/**
 * Brings the twin's markup to life: first the table and the card from the API, then, where the browser can, the canvas.
 * `data-twin-state` on the root says how far it is: loading, ready, or unavailable with `data-twin-reason`.
 */
async function start(root: HTMLElement): Promise<void> {
  const setup = JSON.parse(marked(root, 'setup').textContent ?? '') as TwinSetup
  const [t, f] = [textsIn(setup.lang), formatter(setup.writing, setup.zone)]
  const source = apiSource(setup, address => fetch(address))
  const [host, choice] = [marked(root, 'scene'), marked(root, 'choice') as HTMLSelectElement]
  const say = speaker(marked(root, 'live'))
  const loaded = new Map<string, LoadedLayer>()
  const loading = new Map<string, Promise<LoadedLayer>>()
  const itemsOf = (table: string): Item[] => loaded.get(table)?.items ?? []
  let scene: Scene | null = null
  let selected: ItemKey | null = null
  let view: View = {...middleOf(setup), groundMetres: 0, planes: []}

  const list = makeList(root, setup.layers, itemsOf, {t, f}, item => {
    select(item, true)
    lead(item)
  })
  const switches = layerSwitches(root, {t, f}, (layer, isOn) => {
    scene?.twin.show(layer, isOn)
    if (isOn) void bring(layer).then(drawPlanInstead)
    else drawPlanInstead()
  })
  choice.addEventListener('change', () => void bring(choice.value))

  let planned: PlanningScene = null
  const showPlanned = () => {
    const buildings = setup.layers.find(({kind}) => kind === 'buildings')
    scene?.twin.propose(buildings?.table ?? '', planned)
  }
  if (setup.planning)
    startPlanning(root, {
      setup,
      f,
      middle: () => view,
      selected: () => selected,
      say,
      look: place => approach({layer: '', key: '', name: '', facts: [], ...place}),
      show(next) {
        planned = next
        showPlanned()
      },
    })

  // Data first: the table is of use long before the canvas is.
  const data = Promise.all(setup.layers.filter(({isFirst}) => isFirst).map(({table}) => bring(table)))
  void data.then(async all => {
    const filled = all.find(({items}) => items.length > 0)
    if (filled && itemsOf(choice.value).length === 0) list.choose(filled.layer.table)
    const [, layer, key] =
      /^([^:]+):(.+)$/s.exec(new URLSearchParams(location.search).get('pick') ?? '') ?? []
    if (!layer || !key) return
    if (setup.layers.some(({table}) => table === layer)) await bring(layer)
    select({layer, key}, true)
  })

  if (!hasWebGl()) return unavailable('no-webgl')
  try {
    scene = await openScene(host, setup, data, {
      palette: readPalette(root, setup.layers),
      flightSeconds: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 0.8,
      onPick: pick,
      onMoved: moved,
      onFault: () => unavailable('fault'),
    })
  } catch (error) {
    return unavailable(error instanceof Unavailable ? error.reason : 'no-engine')
  }
  const {twin, home} = scene
  // What was asked for while the engine was coming.
  for (const one of loaded.values()) if (!one.layer.isFirst) draw(twin, one)
  const palette = () => readPalette(root, setup.layers)
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => scene?.twin.paint(palette()))
  listenForMoves(root, host, twin, () => twin.goTo(home))
  for (const layer of [...setup.layers.map(({table}) => table), 'terrain', 'map'])
    twin.show(layer, switches.isShown(layer))
  twin.goTo(home)
  showPlanned()
  if (selected) select(selected, true)
  await twin.settled(15_000)
  if (root.dataset.twinState !== 'loading') return
  root.dataset.twinState = 'ready'
  marked(root, 'status').hidden = true
  moved(twin.view())

  /** Loads a layer that is asked for the first time: into the table and, once there is one, onto the canvas. */
  function bring(table: string): Promise<LoadedLayer> {
    const asked = loading.get(table)
    if (asked) return asked
    const layer = setup.layers.find(one => one.table === table)!
    const coming = loadLayer(source, layer).then(one => {
      loaded.set(table, one)
      switches.count(one)
      if (table === choice.value) see(view)
      // The scene takes the first layers when it opens.
      if (scene && !layer.isFirst) {
        draw(scene.twin, one)
        scene.twin.show(table, switches.isShown(table))
      }
      return one
    })
    loading.set(table, coming)
    return coming
  }

  /** Opens a row: in the card, in the table, on the canvas, in the address. */
  function select(item: ItemKey | null, comeClose: boolean): void {
    selected = item
    scene?.twin.select(item)
    drawPlanInstead()
    list.mark(item)
    const address = new URL(location.href)
    if (item) address.searchParams.set('pick', `${item.layer}:${item.key}`)
    else address.searchParams.delete('pick')
    history.replaceState(null, '', address)

    const found = item ? itemsOf(item.layer).find(({key}) => key === item.key) : undefined
    if (found && comeClose) approach(found)
    const isStill = () => selected?.layer === item?.layer && selected?.key === item?.key
    const filled = fillCard(marked(root, 'card'), item, found?.name ?? '', source, {setup, t, f}, isStill)
    void filled.then(name => name && say(`${t.selected}: ${name}`))
  }

  /** From the table, which may be screens below, to what was opened; and a way back. */
  function lead(item: Item): void {
    const card = marked(root, 'card')
    const back = element('button', {type: 'button', class: 'twin-back'}, t.backToTable)
    back.addEventListener('click', () => list.focus(item.key))
    marked(root, 'back').replaceChildren(back)
    card.focus({preventScroll: true})
    const {top, bottom} = card.getBoundingClientRect()
    if (top < 0 || bottom > innerHeight) marked(root, 'frame').scrollIntoView({block: 'start'})
  }

  function approach(item: Item): void {
    if (!scene) return void see({...view, lon: item.lon, lat: item.lat})
    const outline = loaded.get(item.layer)?.outlines.find(({key}) => key === item.key)
    const from = {...scene.twin.orbit(), heightMetres: scene.home.heightMetres}
    scene.twin.goTo(orbitTo(item, outline, from, host.clientWidth / Math.max(1, host.clientHeight)))
  }

  /** What was clicked: a thing, or a place, which is in an area that is shown or nowhere. */
  function pick(hit: Picked): void {
    if ('item' in hit) select(hit.item, false)
    else
      select(
        outlineAt(
          shown().flatMap(({outlines}) => outlines),
          hit.place.lon,
          hit.place.lat,
        ) ?? null,
        false,
      )
  }

  function moved(next: View): void {
    const seen = see(next)
    if (scene) say(lookingWords(scene.twin.orbit(), seen, t, f))
  }

  function see(next: View): number {
    view = next
    return list.see(next)
  }

  function unavailable(reason: UnavailableReason): void {
    scene?.twin.close()
    scene = null
    root.dataset.twinState = 'unavailable'
    root.dataset.twinReason = reason
    const status = marked(root, 'status')
    status.hidden = false
    status.textContent = t.unavailable[reason]
    marked(root, 'tools').hidden = true
    for (const attribute of ['tabindex', 'role', 'aria-label', 'aria-describedby'])
      host.removeAttribute(attribute)
    host.replaceChildren()
    void data.then(drawPlanInstead)
  }

  function drawPlanInstead(): void {
    const box = boxOf([...loaded.values()])
    if (box && root.dataset.twinState === 'unavailable') drawPlan(host, shown(), box, selected)
  }

  function shown(): LoadedLayer[] {
    return [...loaded.values()].filter(({layer}) => switches.isShown(layer.table))
  }
}

const middleOf = ({city: {bbox}}: TwinSetup) => ({lon: (bbox[0] + bbox[2]) / 2, lat: (bbox[1] + bbox[3]) / 2})

for (const root of document.querySelectorAll<HTMLElement>('[data-twin]')) void start(root)
