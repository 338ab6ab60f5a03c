import type {Picked} from '@hromada/twin/browser'
import {type Item, type ItemKey, lineNear, orbitTo, outlineAt} from '@hromada/twin/layers'
import {nameOf} from './card.ts'
import {element, marked} from './element.ts'
import {fillCard} from './fill-card.ts'
import type {LoadedLayer} from './load-layer.ts'
import {type Page, shownTables} from './page.ts'

/** How far from a line a finger or a pointer may be. */
const nearPixels = 9

/** The row that is opened: in the card, in the table, on the canvas, in the address. */
export type Selection = {
  /** With `comeClose` the view goes there; without `isStep` the address is written over. */
  select(item: ItemKey | null, comeClose: boolean, isStep?: boolean): void
  /** Opens the row that an address names, as `layer:key`. */
  open(pick: string | null, comeClose: boolean): Promise<void>
  /** Fills the card again, as its row may be another now; not while the keyboard is in it. */
  refill(): void
  /** What was hit: a thing; or at a place, a line that passes near it, or the area around it. */
  find(hit: Picked): ItemKey | null
  /** Opens what was clicked. */
  pick(hit: Picked): void
  /** From the table, which may be screens below, to what was opened; and a way back. */
  lead(item: Item): void
  /** Where the row that is open lies. */
  place(): {lon: number; lat: number; name: string} | null
  /** Brings the view to something. */
  approach(item: Item): void
}

export function selection(
  page: Page,
  bring: (table: string) => Promise<LoadedLayer>,
  see: (place: {lon: number; lat: number}) => void,
): Selection {
  const {root, host, setup, store, list, source, t, f, say} = page

  function select(item: ItemKey | null, comeClose: boolean, isStep = true): void {
    const isNew = item?.layer !== page.selected?.layer || item?.key !== page.selected?.key
    page.selected = item
    page.scene?.twin.select(item)
    page.drawPlan()
    list.mark(item)
    page.remember(isStep && isNew)

    const found = item ? store.visible(item.layer).items.find(({key}) => key === item.key) : undefined
    if (found && comeClose) approach(found)
    void fill(item, found?.name ?? '').then(name => name && say(`${t.selected}: ${name}`))
  }

  function fill(item: ItemKey | null, name: string): Promise<string | null> {
    const isStill = () => page.selected?.layer === item?.layer && page.selected?.key === item?.key
    return fillCard(marked(root, 'card'), item, name, source, {setup, t, f}, isStill)
  }

  function find(hit: Picked): ItemKey | null {
    if ('item' in hit) return hit.item
    const {place, pixelOf} = hit
    const outlines = shownTables(page)
      // What was added last lies on top.
      .toReversed()
      .flatMap(table => store.visible(table).outlines)
    return lineNear(outlines, place, pixelOf, nearPixels) ?? outlineAt(outlines, place.lon, place.lat) ?? null
  }

  function approach(item: Item): void {
    const outline = store.loaded(item.layer)?.outlines.find(({key}) => key === item.key)
    if (!page.scene) {
      if (page.flat) page.flat.approach(item, outline)
      else see(item)
      return
    }
    const {twin, home} = page.scene
    const from = {...twin.orbit(), heightMetres: home.heightMetres}
    twin.goTo(orbitTo(item, outline, from, host.clientWidth / Math.max(1, host.clientHeight)))
  }

  return {
    select,
    approach,
    async open(pick, comeClose) {
      const [, layer, key] = /^([^:]+):(.+)$/s.exec(pick ?? '') ?? []
      if (!layer || !key) return
      if (setup.layers.some(({table}) => table === layer)) await bring(layer)
      select({layer, key}, comeClose, false)
    },
    refill() {
      const {selected} = page
      if (!selected || marked(root, 'card').querySelector(':focus')) return
      const found = store.visible(selected.layer).items.find(({key}) => key === selected.key)
      void fill(selected, found?.name ?? '')
    },
    find,
    place() {
      const {selected} = page
      const item = selected && store.visible(selected.layer).items.find(({key}) => key === selected.key)
      return item ? {lon: item.lon, lat: item.lat, name: nameOf(item)} : null
    },
    pick: hit => select(find(hit), false),
    lead(item) {
      const card = marked(root, 'card')
      const back = element('button', {type: 'button', class: 'twin-back'}, t.backToTable)
      back.addEventListener('click', () => list.focus(item.key))
      marked(root, 'back').replaceChildren(back)
      card.focus({preventScroll: true})
      const {top, bottom} = card.getBoundingClientRect()
      if (top < 0 || bottom > innerHeight) marked(root, 'frame').scrollIntoView({block: 'start'})
    },
  }
}
