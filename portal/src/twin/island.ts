import type {Picked} from '@hromada/twin/browser'
import {type Item, type ItemKey, orbitTo, outlineAt, type View, type ViewState} from '@hromada/twin/layers'
import {formatter} from '../format.ts'
import {apiSource} from './api-source.ts'
import {listenForCopy} from './copy-link.ts'
import {drawPlan} from './draw-plan.ts'
import {element, marked} from './element.ts'
import {fetchInTime} from './fetch-in-time.ts'
import {fillCard} from './fill-card.ts'
import {layerList} from './layer-list.ts'
import {type LayerPanel, layerPanel} from './layer-panel.ts'
import {type Choices, layerStore} from './layer-store.ts'
import {layerTextsIn} from './layer-texts.ts'
import {legendWords} from './legend-words.ts'
import {makeList} from './list.ts'
import {listenForMoves} from './listen-for-moves.ts'
import type {LoadedLayer} from './load-layer.ts'
import {boxOf, draw, hasWebGl, openScene, type Scene, Unavailable} from './open-scene.ts'
import type {PlanningScene} from './planning/scene-of.ts'
import {startPlanning} from './planning/start-planning.ts'
import {readPalette, resolveColour} from './read-palette.ts'
import type {TwinSetup} from './setup.ts'
import {share} from './share.ts'
import {shareTextsIn} from './share-texts.ts'
import {lookingWords, speaker} from './speaker.ts'
import {type TwinTexts, textsIn, type UnavailableReason} from './texts.ts'
import {startTools, type Tools} from './tools/start-tools.ts'
import {viewStateOf} from './view-state-of.ts'

/**
 * Brings the twin's markup to life: first the table and the card from the API, then, where the browser can, the canvas.
 * `data-twin-state` on the root says how far it is: loading, ready, or unavailable with `data-twin-reason`.
 */
async function start(root: HTMLElement): Promise<void> {
  const setup = JSON.parse(marked(root, 'setup').textContent ?? '') as TwinSetup
  const {layers} = setup
  const [t, f, l] = [
    withWords(textsIn(setup.lang), setup),
    formatter(setup.writing, setup.zone),
    layerTextsIn(setup.lang),
  ]
  const source = apiSource(setup, fetchInTime(l.tookTooLong))
  const [host, choice] = [marked(root, 'scene'), marked(root, 'choice') as HTMLSelectElement]
  const say = speaker(marked(root, 'live'))
  const store = layerStore(source, layers, setup.zone)
  const itemsOf = (table: string): Item[] => store.visible(table).items
  const grounds = ['terrain', 'map']
  let scene: Scene | null = null
  let selected: ItemKey | null = null
  let tools: Tools | null = null
  let sunAt: number | null = null
  let view: View = {...middleOf(setup), groundMetres: 0, planes: []}

  const list = makeList(root, layers, store, {t, f}, item => {
    select(item, true)
    lead(item)
  })
  const switches = layerList(root, layers, {t, l, f}, (layer, isOn) => void turn(layer, isOn, true), retry)
  const panels = new Map<string, LayerPanel>(
    layers.map(layer => [
      layer.table,
      layerPanel(
        marked(root, `panel="${layer.table}"`),
        layer,
        store,
        {t, l, f},
        (choices, isQuiet) => void choose(layer.table, choices, isQuiet),
      ),
    ]),
  )
  choice.addEventListener('change', () => void bring(choice.value))

  // What the address asks for, before anything is fetched for it.
  const address = share(setup, shareTextsIn(setup.lang), state => void restore(state))
  const opening = switches.shown()
  const asked = address.read()
  if (asked.layers) switches.set(asked.layers)
  const complaint = address.complaint()
  marked(root, 'complaint').hidden = complaint === null
  marked(root, 'complaint').textContent = complaint ?? ''
  listenForCopy(root, shareTextsIn(setup.lang), say)

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
      async places(table) {
        await store.bring(table)
        return itemsOf(table).map(({name, lon, lat}) => ({name, lon, lat}))
      },
      say,
      openScene: (element, {moved: onMoved, fault}) =>
        openScene(element, setup, enough(), {
          palette: readPalette(root, layers),
          flightSeconds: 0,
          hasSkyLight: false,
          onPick: () => {},
          onMoved,
          onFault: fault,
        }),
      look: place => approach({layer: '', key: '', name: '', facts: [], ...place}),
      show(next) {
        planned = next
        showPlanned()
      },
    })

  // Data first: the table is of use long before the canvas is.
  const shownTables = () => layers.filter(({table}) => switches.isShown(table)).map(({table}) => table)
  const first = [
    ...new Set([...layers.filter(({isFirst}) => isFirst).map(({table}) => table), ...shownTables()]),
  ]
  const data = Promise.all(first.map(table => bring(table)))
  void data.then(async all => {
    await adopt(asked)
    const filled = all.find(({items}) => items.length > 0)
    if (filled && itemsOf(choice.value).length === 0) list.choose(filled.layer.table)
    await open(asked.pick)
  })

  if (!hasWebGl()) return unavailable('no-webgl')
  try {
    scene = await openScene(host, setup, enough(), {
      palette: readPalette(root, layers),
      flightSeconds: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 0.8,
      onPick: pick,
      onMoved: moved,
      onFault: () => unavailable('fault'),
    })
  } catch (error) {
    return unavailable(error instanceof Unavailable ? error.reason : 'no-engine')
  }
  const {twin, home} = scene
  for (const {table} of layers) if (store.loaded(table)) paint(table)
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    scene?.twin.paint(readPalette(root, layers))
    for (const {table} of layers) if (store.loaded(table)) paint(table)
  })
  listenForMoves(root, host, twin, () => twin.goTo(home))
  tools = startTools(root, {
    ...{setup, twin, home, t, f, say, legends},
    colour: variable => resolveColour(root, variable),
    onSun(instant) {
      const isStep = (instant === null) !== (sunAt === null)
      sunAt = instant
      showMap()
      remember(isStep)
    },
  })
  if (asked.sunAt !== null) tools.setSun(asked.sunAt)
  for (const layer of [...layers.map(({table}) => table), ...grounds])
    twin.show(layer, switches.isShown(layer))
  showMap()
  twin.goTo(asked.view ?? home)
  showPlanned()
  if (selected && !asked.view) select(selected, true)
  await twin.settled(15_000)
  if (root.dataset.twinState !== 'loading') return
  root.dataset.twinState = 'ready'
  marked(root, 'status').hidden = true
  moved(twin.view())

  /** What is loaded when all is or after four seconds: a slow layer must not keep the city from being seen. */
  async function enough(): Promise<LoadedLayer[]> {
    const pause = new Promise<null>(resolve => setTimeout(() => resolve(null), 4000))
    const all = await Promise.race([data, pause])
    const some = all ?? layers.flatMap(({table}) => store.loaded(table) ?? [])
    return some.some(({items}) => items.length > 0) ? some : data
  }

  /** Loads a layer that is asked for the first time: into the table and, once there is one, onto the canvas. */
  async function bring(table: string): Promise<LoadedLayer> {
    if (!store.loaded(table)) switches.wait(table)
    const one = await store.bring(table)
    switches.count(one)
    show(table)
    return one
  }

  /** Shows a layer everywhere as it is chosen now: on the canvas, on the plan, in its panel and in the table. */
  function show(table: string): void {
    const isOn = switches.isShown(table)
    if (isOn && store.loaded(table)?.fault === null) panels.get(table)?.draw()
    else panels.get(table)?.hide()
    paint(table)
    if (table === choice.value) see(view)
    drawPlanInstead()
  }

  function paint(table: string): void {
    const one = store.loaded(table)
    if (!scene || !one) return
    draw(scene.twin, root, one, store.visible(table))
    scene.twin.show(table, switches.isShown(table))
  }

  async function turn(layer: string, isOn: boolean, isStep: boolean): Promise<void> {
    scene?.twin.show(layer, isOn)
    showMap()
    if (grounds.includes(layer)) return remember(isStep)
    if (isOn) await bring(layer)
    else show(layer)
    remember(isStep)
  }

  /** Shadows are painted on the map: while the sun casts its own, there is none. */
  function showMap(): void {
    scene?.twin.show('map', switches.isShown('map') && sunAt === null)
  }

  /** Legends of what is shown, for a picture. */
  function legends() {
    return shownTables().flatMap(table => {
      const layer = layers.find(one => one.table === table)!
      const {style} = store.choices(table)
      const visible = store.visible(table)
      if (!style || visible.legend.length === 0) return []
      const {title, rows} = legendWords(layer, style, visible, {t, l, f})
      return [
        {
          title: `${layer.title}: ${title}`,
          rows: rows.map(({one, text}) => ({text, colour: resolveColour(root, one.colour)})),
        },
      ]
    })
  }

  function retry(table: string): void {
    store.forget(table)
    void bring(table)
  }

  /** Takes over what was chosen of a layer, shows it and says how much of it is left. */
  async function choose(table: string, choices: Partial<Choices>, isQuiet = false): Promise<void> {
    const layer = layers.find(one => one.table === table)!
    try {
      await store.choose(table, choices)
    } catch (error) {
      return say(l.failed((error as Error).message))
    }
    // Where Tab made the change, the keyboard is still on its way to the next control.
    await new Promise(resolve => setTimeout(resolve))
    show(table)
    remember(!isQuiet)
    const {items, all} = store.visible(table)
    if (!isQuiet) say(l.spoken(layer.title, f.number(items.length), f.number(all)))
  }

  /** Takes over the colours, conditions and moments of a state; what it does not name is as the page opens. */
  async function adopt(state: ViewState): Promise<void> {
    for (const {table, style} of layers) {
      if (!store.loaded(table)) continue
      const sliced = store.choices(table)
      const choices: Choices = {
        style: state.styles.get(table) ?? style,
        filters: state.filters.get(table) ?? sliced.filters.filter(({column}) => isSlice(table, column)),
        time:
          state.times.get(table) ?? (sliced.time && isSlice(table, sliced.time.column) ? sliced.time : null),
      }
      if (JSON.stringify(choices) === JSON.stringify(sliced)) continue
      await store.choose(table, choices).catch(() => {})
      show(table)
    }
  }

  function isSlice(table: string, column: string): boolean {
    return store.slices(layers.find(one => one.table === table)!).some(({name}) => name === column)
  }

  /** Back or forth: everything as it was then. */
  async function restore(state: ViewState): Promise<void> {
    const wanted = state.layers ?? opening
    const before = switches.shown()
    switches.set(wanted)
    for (const layer of new Set([...before, ...wanted]))
      if (before.includes(layer) !== wanted.includes(layer)) {
        scene?.twin.show(layer, wanted.includes(layer))
        if (!grounds.includes(layer)) await (wanted.includes(layer) ? bring(layer) : show(layer))
      }
    await adopt(state)
    if (state.sunAt !== sunAt) tools?.setSun(state.sunAt)
    if (state.view) scene?.twin.goTo(state.view)
    if (state.pick) await open(state.pick, !state.view)
    else select(null, false, false)
  }

  function remember(isStep: boolean): void {
    // Until the canvas is there the address says more than what is seen.
    if (root.dataset.twinState === 'loading') return
    const state = viewStateOf({layers, store, shown: switches.shown(), opening, isSlice})
    if (!scene) state.view = asked.view
    else if (hasMoved()) state.view = scene.twin.orbit()
    state.sunAt = sunAt
    state.pick = selected && `${selected.layer}:${selected.key}`
    address.write(state, isStep)
  }

  function hasMoved(): boolean {
    if (!scene) return false
    const [now, then] = [scene.twin.orbit(), scene.home]
    const keys = ['lon', 'lat', 'headingDegrees', 'pitchDegrees', 'rangeMetres'] as const
    const tolerances = [1e-4, 1e-4, 0.5, 0.5, 5]
    const apart = (a: number, b: number) => Math.abs(((a - b + 540) % 360) - 180)
    return keys.some((key, index) => {
      const difference =
        key === 'headingDegrees' ? apart(now[key], then[key]) : Math.abs(now[key] - then[key])
      return difference > tolerances[index]!
    })
  }

  /** Opens the row that an address names, as `layer:key`. */
  async function open(pick: string | null, comeClose = !asked.view): Promise<void> {
    const [, layer, key] = /^([^:]+):(.+)$/s.exec(pick ?? '') ?? []
    if (!layer || !key) return
    if (layers.some(({table}) => table === layer)) await bring(layer)
    select({layer, key}, comeClose, false)
  }

  /** Opens a row: in the card, in the table, on the canvas, in the address. */
  function select(item: ItemKey | null, comeClose: boolean, isStep = true): void {
    const isNew = item?.layer !== selected?.layer || item?.key !== selected?.key
    selected = item
    scene?.twin.select(item)
    drawPlanInstead()
    list.mark(item)
    remember(isStep && isNew)

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
    const outline = store.loaded(item.layer)?.outlines.find(({key}) => key === item.key)
    const from = {...scene.twin.orbit(), heightMetres: scene.home.heightMetres}
    scene.twin.goTo(orbitTo(item, outline, from, host.clientWidth / Math.max(1, host.clientHeight)))
  }

  /** What was clicked: a thing, or a place, which is in an area that is shown or nowhere. */
  function pick(hit: Picked): void {
    if ('item' in hit) select(hit.item, false)
    else
      select(
        outlineAt(
          // What was added last lies on top.
          shownTables()
            .toReversed()
            .flatMap(table => store.visible(table).outlines),
          hit.place.lon,
          hit.place.lat,
        ) ?? null,
        false,
      )
  }

  function moved(next: View): void {
    const seen = see(next)
    if (!scene) return
    if (root.dataset.twinState === 'ready') remember(false)
    say(lookingWords(scene.twin.orbit(), seen, t, f))
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
    if (root.dataset.twinState !== 'unavailable') return
    const all = layers.flatMap(({table}) => store.loaded(table) ?? [])
    const box = boxOf(all)
    const shown = all
      .filter(({layer}) => switches.isShown(layer.table))
      .map(({layer}) => ({layer, ...store.visible(layer.table)}))
    if (box) drawPlan(host, shown, box, selected)
  }
}

/** The twin's own words, and those that came with the data. */
const withWords = (texts: TwinTexts, {words}: TwinSetup): TwinTexts => ({
  ...texts,
  words: {...texts.words, ...words},
})

const middleOf = ({city: {bbox}}: TwinSetup) => ({lon: (bbox[0] + bbox[2]) / 2, lat: (bbox[1] + bbox[3]) / 2})

for (const root of document.querySelectorAll<HTMLElement>('[data-twin]')) void start(root)
