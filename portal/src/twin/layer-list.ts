import type {Format} from '../format.ts'
import {element, marked} from './element.ts'
import type {LayerTexts} from './layer-texts.ts'
import type {LoadedLayer} from './load-layer.ts'
import type {LayerSetup} from './setup.ts'
import type {TwinTexts} from './texts.ts'

/** The check boxes beside the canvas: what is on the map, and the catalogue of what could be. */
export type LayerList = {
  isShown(layer: string): boolean
  /** Names of all that is shown, relief and map too. */
  shown(): string[]
  /** Switches boxes to just these, without a word to `onSwitch`. */
  set(shown: string[]): void
  /** Says beside a layer that it is on its way. */
  wait(table: string): void
  /** Writes beside a layer how much of it there is, or why there is nothing. */
  count(loaded: LoadedLayer): void
}

type Words = {t: TwinTexts; l: LayerTexts; f: Format}

/** `onRetry` is called for a layer that could not be loaded and is wanted again. */
export function layerList(
  root: Element,
  layers: LayerSetup[],
  {t, l, f}: Words,
  onSwitch: (layer: string, isOn: boolean) => void,
  onRetry: (layer: string) => void,
): LayerList {
  const boxes = [...root.querySelectorAll<HTMLInputElement>('[data-twin-layer]')]
  for (const box of boxes)
    box.addEventListener('change', () => {
      place(box, true)
      onSwitch(box.value, box.checked)
    })
  listenForSearch()

  /** What is shown stands above the catalogue, where its legend is seen; the keyboard stays on it. */
  function place(box: HTMLInputElement, isByHand: boolean): void {
    const row = box.closest('li')
    const list = marked(root, 'shown')
    if (!row || !box.checked || row.parentElement === list) return
    const before = list.querySelector('[data-twin-ground]')
    list.insertBefore(row, before)
    countTopics()
    countFound()
    if (isByHand) box.focus({preventScroll: true})
  }

  function countTopics(): void {
    for (const topic of root.querySelectorAll<HTMLElement>('[data-twin-topic]')) {
      const left = topic.querySelectorAll('li:not([hidden])').length
      topic.hidden = left === 0
      marked(topic, 'topic-count').textContent = f.number(left)
    }
  }

  function listenForSearch(): void {
    // A city with few layers has them all on the map, and no catalogue.
    const search = root.querySelector<HTMLInputElement>('[data-twin-search]')
    if (!search) return
    search.addEventListener('input', () => {
      const words = search.value.trim().toLocaleLowerCase().split(/\s+/)
      for (const topic of root.querySelectorAll<HTMLDetailsElement>('[data-twin-topic]')) {
        for (const row of topic.querySelectorAll('li')) {
          const table = row.querySelector('input')?.value
          const layer = layers.find(one => one.table === table)
          const text = `${layer?.search ?? ''} ${layer?.topic.toLocaleLowerCase() ?? ''}`
          row.hidden = !words.every(word => text.includes(word))
        }
        topic.open = search.value.trim() !== '' && topic.querySelector('li:not([hidden])') !== null
      }
      countTopics()
      countFound()
    })
  }

  /** How many of the catalogue are left by the search; nothing once the last of them is on the map. */
  function countFound(): void {
    const search = root.querySelector<HTMLInputElement>('[data-twin-search]')
    if (!search) return
    const found = root.querySelectorAll('[data-twin-topic] li:not([hidden])').length
    const isNews = search.value.trim() !== '' && (found > 0 || document.activeElement === search)
    marked(root, 'found').textContent = isNews ? (found === 0 ? l.noneFound : l.found(f.number(found))) : ''
  }

  const countOf = (table: string) => marked(root, `count="${table}"`)

  return {
    isShown: layer => boxes.find(({value}) => value === layer)?.checked ?? false,
    shown: () => boxes.filter(({checked}) => checked).map(({value}) => value),
    set(shown) {
      for (const box of boxes) {
        box.checked = shown.includes(box.value)
        place(box, false)
      }
    },
    wait(table) {
      countOf(table).textContent = l.loading
      countOf(table).closest('li')?.setAttribute('aria-busy', 'true')
    },
    count(loaded) {
      const cell = countOf(loaded.layer.table)
      cell.closest('li')?.removeAttribute('aria-busy')
      cell.textContent = words(loaded)
      if (loaded.fault === null) return
      const again = element('button', {type: 'button', class: 'twin-link'}, l.retry)
      again.addEventListener('click', event => {
        event.preventDefault()
        onRetry(loaded.layer.table)
      })
      cell.append(' ', again)
    },
  }

  function words({layer, items, withoutPlace, isCut, fault}: LoadedLayer): string {
    if (fault !== null) return t.failedLayer(fault)
    if (items.length === 0 && withoutPlace === 0) return t.noRows
    if (isCut) return (layer.order.startsWith('-') ? t.newestRows : t.firstRows)(f.number(items.length))
    const rest = withoutPlace > 0 ? `, ${t.withoutPlace(f.number(withoutPlace))}` : ''
    return `${f.number(items.length)}${rest}`
  }
}
