import type {Picked, Twin} from '@hromada/twin/browser'
import {
  boxAround,
  type Item,
  type ItemKey,
  keyAction,
  type Move,
  type Outline,
  orbitOver,
  outlineAt,
  type View,
} from '@hromada/twin/layers'
import {formatter} from '../format.ts'
import {apiSource} from './api-source.ts'
import {failedCard, nameOf, rowCard} from './card.ts'
import {drawPlan} from './draw-plan.ts'
import {element, marked} from './element.ts'
import {makeList} from './list.ts'
import {type LoadedLayer, loadLayers} from './load-layers.ts'
import {boxOf, hasWebGl, openScene, type Scene, Unavailable} from './open-scene.ts'
import {readPalette} from './read-palette.ts'
import type {TwinSetup} from './setup.ts'
import {textsIn, type UnavailableReason} from './texts.ts'

/**
 * Brings the twin's markup to life: first the table and the card from the API, then, where the browser can, the canvas.
 * `data-twin-state` on the root says how far it is: loading, ready, or unavailable with `data-twin-reason`.
 */
async function start(root: HTMLElement): Promise<void> {
  const setup = JSON.parse(marked(root, 'setup').textContent ?? '') as TwinSetup
  const t = textsIn(setup.lang)
  const f = formatter(setup.writing, setup.zone)
  const source = apiSource(setup, address => fetch(address))
  const host = marked(root, 'scene')
  const loaded = new Map<string, LoadedLayer>()
  let scene: Scene | null = null
  let selected: ItemKey | null = null
  let saying = 0
  let view: View = {...middleOf(setup), groundMetres: 0, planes: []}

  const itemsOf = (table: string): Item[] => loaded.get(table)?.items ?? []
  const list = makeList(root, setup.layers, itemsOf, {t, f}, item => select(item, true))
  const listed = () => marked(root, 'choice') as HTMLSelectElement

  // Data first: the table is of use long before the canvas is.
  const data = loadLayers(source, setup.layers, one => {
    loaded.set(one.layer.table, one)
    marked(root, `count="${one.layer.table}"`).textContent = countOf(one)
    if (one.layer.table === listed().value) see(view)
  })
  void data.then(all => {
    const filled = all.find(({items}) => items.length > 0)
    if (filled && itemsOf(listed().value).length === 0) list.choose(filled.layer.table)
    const pick = new URLSearchParams(location.search).get('pick')
    const [, layer, key] = /^([^:]+):(.+)$/s.exec(pick ?? '') ?? []
    if (layer && key) select({layer, key}, true)
  })

  listenForLayers()
  if (!hasWebGl()) return unavailable('no-webgl')
  try {
    scene = await openScene(host, setup, data, {
      palette: readPalette(root, setup.layers),
      flightSeconds: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 0.8,
      onPick: picked,
      onMoved: moved,
      onFault: () => unavailable('fault'),
    })
  } catch (error) {
    return unavailable(error instanceof Unavailable ? error.reason : 'no-engine')
  }
  const {twin, home} = scene
  twin.goTo(home)
  listenForMoves(twin)
  await data
  if (selected) select(selected, true)
  await twin.settled(15_000)
  if (root.dataset.twinState === 'loading') {
    root.dataset.twinState = 'ready'
    marked(root, 'status').hidden = true
    moved(twin.view())
  }

  /** Opens a row: in the card, in the table, on the canvas, in the address. */
  function select(item: ItemKey | null, comeClose: boolean): void {
    selected = item
    scene?.twin.select(item)
    if (root.dataset.twinState === 'unavailable') plan()
    list.mark(item)
    const address = new URL(location.href)
    if (item) address.searchParams.set('pick', `${item.layer}:${item.key}`)
    else address.searchParams.delete('pick')
    history.replaceState(null, '', address)
    if (item && comeClose) approach(item)
    void fillCard(item)
  }

  async function fillCard(item: ItemKey | null): Promise<void> {
    const card = marked(root, 'card')
    const layer = setup.layers.find(({table}) => table === item?.layer)
    if (!item || !layer) {
      card.replaceChildren(
        element('h2', {id: 'twin-result'}, t.nothingSelected),
        element('p', {class: 'small'}, t.howToSelect),
      )
      return
    }
    const named = itemsOf(item.layer).find(({key}) => key === item.key) ?? {name: '', key: item.key}
    const row = await source.row(layer, item.key).catch((error: Error) => error)
    // Another row may have been opened meanwhile.
    if (selected?.layer !== item.layer || selected.key !== item.key) return
    card.replaceChildren(
      ...(row instanceof Error
        ? failedCard(layer, named, t.rowFailed(row.message), t)
        : row
          ? rowCard(layer, named, row, {setup, t, f})
          : failedCard(layer, named, t.rowMissing, t)),
    )
    say(`${t.selected}: ${nameOf(named)}`)
  }

  function approach({layer, key}: ItemKey): void {
    const item = itemsOf(layer).find(one => one.key === key)
    if (!item) return
    const outline = outlinesOf().find(one => one.layer === layer && one.key === key)
    const ground = scene?.home.heightMetres ?? 0
    if (!scene) view = {...view, lon: item.lon, lat: item.lat}
    else if (outline) scene.twin.goTo(orbitOver(around(outline)!, ground, aspect()))
    else {
      const {headingDegrees, pitchDegrees} = scene.twin.orbit()
      const pitch = Math.max(-60, Math.min(-30, pitchDegrees))
      scene.twin.goTo({
        lon: item.lon,
        lat: item.lat,
        heightMetres: ground,
        headingDegrees,
        pitchDegrees: pitch,
        rangeMetres: 320,
      })
    }
    if (!scene) see(view)
  }

  function picked(hit: Picked): void {
    if ('item' in hit) return select(hit.item, false)
    const area = outlineAt(visibleOutlines(), hit.place.lon, hit.place.lat)
    select(area ? {layer: area.layer, key: area.key} : null, false)
  }

  function moved(next: View): void {
    const seen = see(next)
    if (!scene) return
    const {headingDegrees, rangeMetres} = scene.twin.orbit()
    const direction = t.compass[Math.round(headingDegrees / 45) % 8]!
    const distance =
      rangeMetres < 2000
        ? f.unit(Math.round(rangeMetres / 10) * 10, t.metres)
        : f.unit(rangeMetres / 1000, t.kilometres, 1)
    say(t.looking(direction, distance, f.count(seen, t.objects)))
  }

  function see(next: View): number {
    view = next
    return list.see(next)
  }

  /** To the live region, once what happened has settled: never a word per frame. */
  function say(text: string): void {
    clearTimeout(saying)
    saying = window.setTimeout(() => {
      marked(root, 'live').textContent = text
    }, 400)
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
    void data.then(plan)
  }

  /** The flat stand-in for the canvas. */
  function plan(): void {
    const all = [...loaded.values()]
    const box = boxOf(all)
    if (box)
      drawPlan(
        host,
        all.filter(({layer}) => isShown(layer.table)),
        box,
        selected,
      )
  }

  function listenForLayers(): void {
    for (const box of root.querySelectorAll<HTMLInputElement>('[data-twin-layer]'))
      box.addEventListener('change', () => {
        scene?.twin.show(box.value, box.checked)
        if (root.dataset.twinState === 'unavailable') plan()
      })
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () =>
      scene?.twin.paint(readPalette(root, setup.layers)),
    )
  }

  function listenForMoves(twin: Twin): void {
    const goHome = () => scene && twin.goTo({...scene.home})
    host.addEventListener('pointerdown', () => host.focus({preventScroll: true}))
    host.addEventListener('keydown', event => {
      const action = keyAction(event)
      if (!action) return
      event.preventDefault()
      if (action.do === 'move') twin.move(action.move)
      else if (action.do === 'home') goHome()
      else if (action.do === 'pick') twin.pickCentre()
      else host.blur()
    })
    for (const button of root.querySelectorAll<HTMLElement>('[data-twin-move]'))
      button.addEventListener('click', () => {
        const move = JSON.parse(button.dataset.twinMove ?? '') as Move | {move: 'home'}
        if (move.move === 'home') goHome()
        else twin.move(move)
      })
  }

  function countOf({items, withoutPlace, isCut, fault}: LoadedLayer): string {
    if (fault !== null) return t.failedLayer(fault)
    if (items.length === 0 && withoutPlace === 0) return t.noRows
    const rest = withoutPlace > 0 ? `, ${t.withoutPlace(f.number(withoutPlace))}` : ''
    return isCut ? t.firstRows(f.number(items.length)) : `${f.number(items.length)}${rest}`
  }

  function outlinesOf(): Outline[] {
    return [...loaded.values()].flatMap(({outlines}) => outlines)
  }

  function visibleOutlines(): Outline[] {
    return outlinesOf().filter(({layer}) => isShown(layer))
  }

  function isShown(layer: string): boolean {
    const boxes = [...root.querySelectorAll<HTMLInputElement>('[data-twin-layer]')]
    return boxes.find(({value}) => value === layer)?.checked ?? true
  }

  function aspect(): number {
    return host.clientWidth / Math.max(1, host.clientHeight)
  }
}

const around = ({polygons}: Outline) => boxAround(polygons.flat(2).map(([lon, lat]) => ({lon, lat})))

const middleOf = ({city: {bbox}}: TwinSetup) => ({lon: (bbox[0] + bbox[2]) / 2, lat: (bbox[1] + bbox[3]) / 2})

for (const root of document.querySelectorAll<HTMLElement>('[data-twin]')) void start(root)
