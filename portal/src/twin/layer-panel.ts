import {element} from './element.ts'
import type {Choices, LayerStore} from './layer-store.ts'
import {isTime} from './layers-of.ts'
import {colourControls} from './panel/colour-controls.ts'
import {filterControls} from './panel/filter-controls.ts'
import {legendList} from './panel/legend-list.ts'
import {canStyle, type OnChoose, type PanelParts, type PanelWords} from './panel/panel-parts.ts'
import {sliceChoice} from './panel/slice-choice.ts'
import {timeChoice} from './panel/time-choice.ts'
import type {LayerSetup} from './setup.ts'
import {timeSlider} from './time-slider.ts'

/** What is under a layer that is shown: its legend, its moment in time, and the ways to change both. */
export type LayerPanel = {draw(): void; hide(): void}

/**
 * Fills the element under a layer's box. `onChoose` gets what the reader chose; the page calls `draw` when it is done.
 * The keyboard stays on the control it was on.
 */
export function layerPanel(
  host: HTMLElement,
  layer: LayerSetup,
  store: LayerStore,
  words: PanelWords,
  onChoose: OnChoose,
): LayerPanel {
  const {l, f} = words
  const slices = store.slices(layer)
  const styleColumns = layer.columns.filter(column => canStyle(column, layer))
  const hasTimes = layer.columns.some(({name, type}) => isTime(name, type))
  const parts: PanelParts = {layer, store, words, slices, styleColumns, onChoose}
  const slider = timeSlider(layer.title, words, (step, isQuiet) => {
    const {time} = store.choices(layer.table)
    if (time) onChoose({time: {...time, step}}, isQuiet)
  })
  const [above, below] = [element('div'), element('div')]
  let isOpen = false

  function draw(): void {
    const focused = host.contains(document.activeElement)
      ? document.activeElement?.getAttribute('data-control')
      : null
    const choices = store.choices(layer.table)
    const visible = store.visible(layer.table)
    const isCut = visible.items.length < visible.all
    slider.draw(choices.time?.step ?? null, visible.time?.steps ?? [])
    slider.element.hidden = !choices.time || !visible.time
    // The slider stays where it is: it may be held at this moment.
    if (!host.contains(slider.element)) host.replaceChildren(above, slider.element, below)
    above.replaceChildren(...slices.flatMap(slice => sliceChoice(parts, slice, choices)))
    below.replaceChildren(
      ...legendList(parts, choices.style),
      ...shownOf(isCut || choices.filters.length > 0),
      ...settings(choices),
    )
    if (focused) host.querySelector<HTMLElement>(`[data-control="${CSS.escape(focused)}"]`)?.focus()
  }

  function shownOf(isToSay: boolean): Node[] {
    const {items, all} = store.visible(layer.table)
    const text = items.length === 0 ? l.nothingLeft : l.shownOf(f.number(items.length), f.number(all))
    return isToSay ? [element('p', {class: 'cap twin-shown-of'}, text)] : []
  }

  function settings(choices: Choices): Node[] {
    if (styleColumns.length === 0 && !hasTimes) return []
    const details = element(
      'details',
      {class: 'twin-settings'},
      element(
        'summary',
        {'data-control': 'settings'},
        l.settings,
        element('span', {class: 'vh'}, `: ${layer.title}`),
      ),
    )
    details.open = isOpen
    details.addEventListener('toggle', () => {
      const opened = details.open && !isOpen
      isOpen = details.open
      if (opened) draw()
    })
    // What nobody looks at is not made.
    if (isOpen)
      details.append(
        ...colourControls(parts, choices.style),
        ...filterControls(parts, choices.filters),
        ...timeChoice(parts, choices),
      )
    return [details]
  }

  return {
    draw,
    hide() {
      slider.stop()
      host.replaceChildren()
    },
  }
}
