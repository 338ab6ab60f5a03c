import type {Palette} from '@hromada/twin/browser'
import type {LayerSetup} from './setup.ts'

/** The scene's colours from the page's style sheet, in the theme that is on now. */
export function readPalette(root: HTMLElement, layers: LayerSetup[]): Palette {
  const probe = document.createElement('i')
  root.append(probe)
  // light-dark() is resolved only where a colour is used, so each variable is used once and read back.
  const colour = (variable: string): string => {
    probe.style.color = `var(${variable})`
    return getComputedStyle(probe).color
  }
  const palette = {
    ground: colour('--twin-ground'),
    light: colour('--twin-light'),
    selected: colour('--accent'),
    line: colour('--ink-2'),
    text: colour('--ink'),
    halo: colour('--paper'),
    points: Object.fromEntries(layers.map(layer => [layer.table, colour(layer.colour)])),
  }
  probe.remove()
  return palette
}
