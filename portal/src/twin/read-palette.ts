import type {Palette} from '@hromada/twin/browser'
import type {LayerSetup} from './setup.ts'

/** The scene's colours from the page's style sheet, in the theme that is on now. */
export function readPalette(root: HTMLElement, layers: LayerSetup[]): Palette {
  const {colour, done} = prober(root)
  const palette = {
    ground: colour('--twin-ground'),
    light: colour('--twin-light'),
    selected: colour('--accent'),
    selectedAmongColours: colour('--twin-selected'),
    line: colour('--ink-2'),
    text: colour('--ink'),
    halo: colour('--paper'),
    points: Object.fromEntries(layers.map(layer => [layer.table, colour(layer.colour)])),
  }
  done()
  return palette
}

/** Colours by key, from names of the style sheet's variables to what they are in the theme that is on now. */
export function resolveColours(
  root: HTMLElement,
  variables: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const {colour, done} = prober(root)
  const known = new Map([...new Set(variables.values())].map(variable => [variable, colour(variable)]))
  done()
  return new Map([...variables].map(([key, variable]) => [key, known.get(variable)!]))
}

/** One of the style sheet's colours, in the theme that is on now. */
export function resolveColour(root: HTMLElement, variable: string): string {
  return resolveColours(root, new Map([['', variable]])).get('')!
}

/** light-dark() is resolved only where a colour is used, so each variable is used once and read back. */
function prober(root: HTMLElement): {colour(variable: string): string; done(): void} {
  const probe = document.createElement('i')
  root.append(probe)
  return {
    colour(variable) {
      probe.style.color = `var(${variable})`
      return getComputedStyle(probe).color
    },
    done: () => probe.remove(),
  }
}
