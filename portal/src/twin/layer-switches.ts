import type {Format} from '../format.ts'
import {marked} from './element.ts'
import type {LoadedLayer} from './load-layer.ts'
import type {TwinTexts} from './texts.ts'

/** The check boxes beside the canvas. */
export type LayerSwitches = {
  isShown(layer: string): boolean
  /** Writes beside a layer how much of it there is, or why there is nothing. */
  count(loaded: LoadedLayer): void
}

export function layerSwitches(
  root: Element,
  {t, f}: {t: TwinTexts; f: Format},
  onSwitch: (layer: string, isOn: boolean) => void,
): LayerSwitches {
  const boxes = [...root.querySelectorAll<HTMLInputElement>('[data-twin-layer]')]
  for (const box of boxes) box.addEventListener('change', () => onSwitch(box.value, box.checked))
  return {
    isShown: layer => boxes.find(({value}) => value === layer)?.checked ?? true,
    count(loaded) {
      marked(root, `count="${loaded.layer.table}"`).textContent = words(loaded)
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
