import {marked} from './element.ts'
import type {LayerPanel} from './layer-panel.ts'
import {layerPanel} from './layer-panel.ts'
import {legendWords} from './legend-words.ts'
import type {LoadedLayer} from './load-layer.ts'
import {draw} from './open-scene.ts'
import {grounds, type Page, shownTables} from './page.ts'
import type {OnChoose} from './panel/panel-parts.ts'
import {resolveColour} from './read-palette.ts'

/** A legend as a picture of the view takes it: colours as CSS writes them. */
export type Legend = {title: string; rows: {text: string; colour: string}[]}

/** Layers as they are loaded, shown and changed, on the canvas, on the plan, in their panels and in the table alike. */
export type ShownLayers = {
  /** Loads a layer that is asked for the first time, and shows it. */
  bring(table: string): Promise<LoadedLayer>
  /** Shows a layer everywhere as it is chosen now. */
  show(table: string): void
  /** Paints what is loaded onto the canvas. */
  paintAll(): void
  turn(layer: string, isOn: boolean): Promise<void>
  /** Shows what a layer is in a newer release. */
  renew(table: string): Promise<void>
  /** Asks once more for a layer that could not be loaded. */
  retry(table: string): void
  legends(): Legend[]
}

/** `listed` names the layer that the table under the canvas is of; `see` fills that table again. */
export function shownLayers(page: Page, listed: () => string, see: () => void): ShownLayers {
  const {root, setup, store, switches, t, l, f, say} = page
  const {layers} = setup
  const layerOf = (table: string) => layers.find(one => one.table === table)!
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

  async function bring(table: string): Promise<LoadedLayer> {
    if (!store.loaded(table)) switches.wait(table)
    const one = await store.bring(table)
    switches.count(one)
    show(table)
    return one
  }

  function show(table: string): void {
    const isOn = switches.isShown(table)
    if (isOn && store.loaded(table)?.fault === null) panels.get(table)?.draw()
    else panels.get(table)?.hide()
    paint(table)
    if (table === listed()) see()
    page.drawPlan()
  }

  function paint(table: string): void {
    const one = store.loaded(table)
    if (!page.scene || !one) return
    draw(page.scene.twin, root, one, store.visible(table))
    page.scene.twin.show(table, switches.isShown(table))
  }

  /** Takes over what was chosen of a layer, shows it and says how much of it is left. */
  async function choose(...[table, choices, isQuiet]: [string, ...Parameters<OnChoose>]): Promise<void> {
    try {
      await store.choose(table, typeof choices === 'function' ? await choices() : choices)
    } catch (error) {
      // The control goes back to what is so.
      show(table)
      return say(l.failed((error as Error).message))
    }
    // Where Tab made the change, the keyboard is still on its way to the next control.
    await new Promise(resolve => setTimeout(resolve))
    show(table)
    page.remember(!isQuiet)
    const {items, all} = store.visible(table)
    if (!isQuiet) say(l.spoken(layerOf(table).title, f.number(items.length), f.number(all)))
  }

  return {
    bring,
    show,
    paintAll() {
      for (const {table} of layers) if (store.loaded(table)) paint(table)
    },
    async turn(layer, isOn) {
      page.scene?.twin.show(layer, isOn)
      if (grounds.includes(layer)) return page.drawPlan()
      if (isOn) await bring(layer)
      else show(layer)
    },
    async renew(table) {
      switches.count(await store.renew(table))
      show(table)
    },
    retry(table) {
      store.forget(table)
      void bring(table)
    },
    legends: () =>
      shownTables(page).flatMap(table => {
        const {style} = store.choices(table)
        const visible = store.visible(table)
        if (!style || visible.legend.length === 0) return []
        const {title, rows} = legendWords(layerOf(table), style, visible, {t, l, f})
        return [
          {
            title: `${layerOf(table).title}: ${title}`,
            rows: rows.map(({one, text}) => ({text, colour: resolveColour(root, one.colour)})),
          },
        ]
      }),
  }
}
