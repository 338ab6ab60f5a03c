import type {View, ViewState} from '@hromada/twin/layers'
import {formatter} from '../format.ts'
import {apiSource} from './api-source.ts'
import {listenForCopy} from './copy-link.ts'
import {marked} from './element.ts'
import {fetchInTime} from './fetch-in-time.ts'
import {openFlatMap} from './flat-map.ts'
import {type Hover, listenForHover} from './hover.ts'
import {layerList} from './layer-list.ts'
import {layerStore} from './layer-store.ts'
import {layerTextsIn} from './layer-texts.ts'
import {makeList} from './list.ts'
import {listenForMoves} from './listen-for-moves.ts'
import type {LoadedLayer} from './load-layer.ts'
import {hasWebGl, openScene, type Scene, Unavailable} from './open-scene.ts'
import {grounds, type Page, shownTables} from './page.ts'
import {pageState} from './page-state.ts'
import type {PlanningScene} from './planning/scene-of.ts'
import {startPlanning} from './planning/start-planning.ts'
import {readPalette, resolveColour} from './read-palette.ts'
import {selection} from './selection.ts'
import type {TwinSetup} from './setup.ts'
import {share} from './share.ts'
import {shareTextsIn} from './share-texts.ts'
import {shownLayers} from './shown-layers.ts'
import {lookingWords, speaker} from './speaker.ts'
import {startStory} from './story/start-story.ts'
import {type TwinTexts, textsIn, type UnavailableReason} from './texts.ts'
import {startTools} from './tools/start-tools.ts'
import {watchReleases} from './watch-releases.ts'

/**
 * Brings the twin's markup to life: first the table and the card from the API, then, where the browser can, the canvas.
 * `data-twin-state` on the root says how far it is: loading, ready, or unavailable with `data-twin-reason`.
 */
async function start(root: HTMLElement): Promise<void> {
  const setup = JSON.parse(marked(root, 'setup').textContent ?? '') as TwinSetup
  const {layers, lang} = setup
  const words = {
    t: withWords(textsIn(lang), setup),
    f: formatter(setup.writing, setup.zone),
    l: layerTextsIn(lang),
  }
  const {t, f, l} = words
  const fetch = fetchInTime(l)
  const source = apiSource(setup, fetch)
  const [host, choice] = [marked(root, 'scene'), marked(root, 'choice') as HTMLSelectElement]
  const say = speaker(marked(root, 'live'))
  const store = layerStore(source, layers, setup.zone)
  const list = makeList(root, layers, store, {t, f}, item => {
    chosen.select(item, true)
    chosen.lead(item)
  })
  const switches = layerList(
    root,
    layers,
    words,
    (layer, isOn) => void shown.turn(layer, isOn).then(() => state.remember(true)),
    table => shown.retry(table),
  )
  const page: Page = {
    ...{root, host, setup, source, store, switches, list, say, ...words},
    scene: null,
    tools: null,
    tooled: {sunAt: null, section: null, groundShare: 0},
    selected: null,
    view: {...middleOf(setup), groundMetres: 0, planes: []},
    remember: isStep => state.remember(isStep),
    flat: null,
    drawPlan: () => page.flat?.draw(),
  }
  const shown = shownLayers(
    page,
    () => choice.value,
    () => see(page.view),
  )
  const chosen = selection(page, shown.bring, place => see({...page.view, ...place}))
  choice.addEventListener('change', () => void shown.bring(choice.value))

  // What the address asks for, before anything is fetched for it.
  const shareTexts = shareTextsIn(lang)
  const address = share(setup, shareTexts, asked => void state.restore(asked))
  const state = pageState(page, address, switches.shown(), {layers: shown, selection: chosen})
  const asked = address.read()
  if (asked.layers) switches.set(asked.layers)
  complain(address.complaint())
  listenForCopy(root, shareTexts, say)

  const gone = new AbortController()
  let planned: PlanningScene = null
  let isPlanShown = true
  let hover: Hover | null = null
  const showPlanned = () => {
    const buildings = layers.find(({kind}) => kind === 'buildings')
    page.scene?.twin.propose(buildings?.table ?? '', isPlanShown ? planned : null)
  }
  if (setup.planning)
    startPlanning(root, {
      setup,
      f,
      middle: () => page.view,
      selected: () => page.selected,
      view: () => (page.scene ? address.query(state.now()) : null),
      async places(table) {
        await store.bring(table)
        return store.visible(table).items.map(({name, lon, lat}) => ({name, lon, lat}))
      },
      say,
      openScene: (element, {moved: onMoved, fault}) =>
        openScene(element, setup, enough(), {
          palette: readPalette(root, layers),
          flightSeconds: 0,
          onPick: () => {},
          onMoved,
          onFault: fault,
        }),
      look: place => chosen.approach({layer: '', key: '', name: '', facts: [], ...place}),
      show(next) {
        planned = next
        showPlanned()
      },
    })
  const story = startStory(page, {
    now: () => address.query(state.now()),
    async show(query) {
      const {state: wanted, complaint} = address.parse(query)
      complain(complaint)
      await state.restore(wanted)
      if (wanted.view || wanted.stand || !page.scene) return
      page.scene.twin.goTo(page.scene.home)
    },
    showPlan(isShown) {
      isPlanShown = isShown
      showPlanned()
    },
  })

  // Data first: the table is of use long before the canvas is.
  const first = [
    ...new Set([...layers.filter(({isFirst}) => isFirst).map(({table}) => table), ...shownTables(page)]),
  ]
  const data = Promise.all(first.map(table => shown.bring(table)))
  const opened = data.then(async all => {
    await state.adopt(asked)
    const filled = all.find(({items}) => items.length > 0)
    if (filled && store.visible(choice.value).items.length === 0) list.choose(filled.layer.table)
    await chosen.open(asked.pick, !asked.view)
  })

  if (!hasWebGl()) unavailable('no-webgl')
  else {
    page.scene = await openScene(host, setup, enough(), {
      palette: readPalette(root, layers),
      flightSeconds: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 0.8,
      onPick: chosen.pick,
      covered: () => roomsOver(host, root.querySelectorAll('.twin-tools, .twin-credits')),
      onMoved: moved,
      onFault: () => unavailable('fault'),
    }).catch(error => {
      unavailable(error instanceof Unavailable ? error.reason : 'no-engine')
      return null
    })
    if (page.scene) await show(page.scene)
  }
  await opened
  watchReleases(page, fetch, async table => {
    await shown.renew(table)
    if (page.selected?.layer === table) chosen.refill()
  })
  await story.openAddress(!isPlain(asked))

  /** Fills the canvas with what the address asks for. */
  async function show({twin, home}: Scene): Promise<void> {
    shown.paintAll()
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
      page.scene?.twin.paint(readPalette(root, layers))
      shown.paintAll()
    })
    const {signal} = gone
    listenForMoves(
      root,
      host,
      {
        move(move) {
          twin.move(move)
          return true
        },
        goHome: () => twin.goTo(home),
        pickCentre: () => twin.pickCentre(),
      },
      signal,
    )
    hover = listenForHover(page, twin, chosen, signal)
    page.tools = startTools(root, {
      ...{setup, twin, home, t, f, say, legends: shown.legends},
      colour: variable => resolveColour(root, variable),
      selected: chosen.place,
      onStand: () => state.remember(true),
      onChange(change) {
        const isStep = change.sunAt !== undefined && (change.sunAt === null) !== (page.tooled.sunAt === null)
        page.tooled = {...page.tooled, ...change}
        state.remember(isStep)
      },
    })
    for (const layer of [...layers.map(({table}) => table), ...grounds])
      twin.show(layer, switches.isShown(layer))
    twin.goTo(asked.view ?? home)
    state.setTools(asked)
    showPlanned()
    if (page.selected && !asked.view) chosen.select(page.selected, true)
    await twin.settled(15_000)
    if (root.dataset.twinState !== 'loading') return
    root.dataset.twinState = 'ready'
    marked(root, 'status').hidden = true
    moved(twin.view())
  }

  /** What is loaded when all is or after four seconds: a slow layer must not keep the city from being seen. */
  async function enough(): Promise<LoadedLayer[]> {
    const pause = new Promise<null>(resolve => setTimeout(() => resolve(null), 4000))
    const all = await Promise.race([data, pause])
    const some = all ?? layers.flatMap(({table}) => store.loaded(table) ?? [])
    return some.some(({items}) => items.length > 0) ? some : data
  }

  function complain(complaint: string | null): void {
    marked(root, 'complaint').hidden = complaint === null
    marked(root, 'complaint').textContent = complaint ?? ''
  }

  function moved(next: View): void {
    const seen = see(next)
    if (!page.scene) return
    if (root.dataset.twinState === 'ready') state.remember(false)
    const words = lookingWords(page.scene.twin.orbit(), seen, t, f)
    if (hover) hover.rest(words)
    else say(words)
  }

  function see(next: View): number {
    page.view = next
    return list.see(next)
  }

  function unavailable(reason: UnavailableReason): void {
    // What listened for the canvas would ask a scene that is gone.
    gone.abort()
    page.scene?.twin.close()
    page.scene = null
    page.tools = null
    root.dataset.twinState = 'unavailable'
    root.dataset.twinReason = reason
    const status = marked(root, 'status')
    status.hidden = false
    status.textContent = t.unavailable[reason]
    marked(root, 'hover').hidden = true
    host.replaceChildren()
    // A canvas that failed may have been drawn twice; the map that stands in for it is opened once.
    void data.then(() => {
      page.flat ??= openFlatMap(page, {
        fetch,
        asked: state.asked,
        look: state.look,
        pick: chosen.pick,
        see,
      })
      page.flat.draw()
    })
  }
}

/** Where elements lie over the canvas, in pixels from its upper left corner. */
function roomsOver(host: HTMLElement, elements: Iterable<Element>) {
  const {left, top} = host.getBoundingClientRect()
  return [...elements].map(element => {
    const {x, y, width, height} = element.getBoundingClientRect()
    return {x: x - left + width / 2, y: y - top + height / 2, width, height}
  })
}

/** Whether an address asks for nothing of its own. */
const isPlain = ({view, stand, layers, styles, filters, times}: ViewState) =>
  !view && !stand && !layers && styles.size + filters.size + times.size === 0

/** The twin's own words, and those that came with the data. */
const withWords = (texts: TwinTexts, {words}: TwinSetup): TwinTexts => ({
  ...texts,
  words: {...texts.words, ...words},
})

const middleOf = ({city: {bbox}}: TwinSetup) => ({lon: (bbox[0] + bbox[2]) / 2, lat: (bbox[1] + bbox[3]) / 2})

for (const root of document.querySelectorAll<HTMLElement>('[data-twin]')) void start(root)
