import type {AskedOrbit, Orbit, ViewState} from '@hromada/twin/layers'
import type {Choices} from './layer-store.ts'
import {grounds, type Page} from './page.ts'
import type {Selection} from './selection.ts'
import type {Share} from './share.ts'
import type {ShownLayers} from './shown-layers.ts'
import {viewStateOf} from './view-state-of.ts'

/** The page as a state that an address or a slide can hold. */
export type PageState = {
  /** What is seen now, the camera too. */
  now(): ViewState
  /** Makes the page so. What the state does not name is as the page opens. */
  restore(state: ViewState): Promise<void>
  /** Takes over colours, conditions and moments alone. */
  adopt(state: ViewState): Promise<void>
  /** Takes over sun, box, ground and whoever stands on it alone. */
  setTools(state: ViewState): void
  remember(isStep: boolean): void
  /** The camera of the state that was restored last; where there is no canvas, it is the only one. */
  asked(): AskedOrbit | null
  /** Where there is no canvas: looks somewhere; null for the whole city. */
  look(view: AskedOrbit | null): void
}

/** `opening` names the layers that are shown when the page opens. */
export function pageState(
  page: Page,
  share: Share,
  opening: string[],
  {layers: shown, selection}: {layers: ShownLayers; selection: Selection},
): PageState {
  const {root, setup, store, switches} = page
  const {layers} = setup
  let asked = share.read()
  let resting: ReturnType<typeof setTimeout> | undefined

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
      shown.show(table)
    }
  }

  function isSlice(table: string, column: string): boolean {
    return store.slices(layers.find(one => one.table === table)!).some(({name}) => name === column)
  }

  function setTools(state: ViewState): void {
    const {sunAt, section, groundShare} = state
    page.tooled = {sunAt, section, groundShare}
    page.tools?.set(state)
  }

  /** What is seen, but for the camera. */
  function chosen(): ViewState {
    const state = viewStateOf({layers, store, shown: switches.shown(), opening, isSlice})
    const {scene, tooled, selected} = page
    // Where there is no canvas what it would show is kept for those who have one.
    const {sunAt, section, groundShare} = scene ? tooled : asked
    const stand = scene ? scene.twin.standing() : asked.stand
    return {
      ...state,
      sunAt,
      section,
      groundShare,
      stand,
      pick: selected && `${selected.layer}:${selected.key}`,
    }
  }

  return {
    adopt,
    setTools,
    asked: () => asked.view,
    look(view) {
      asked = {...asked, view, stand: null}
      page.drawPlan()
      // A wheel turns many times a second, and browsers take a hundred addresses in half a minute.
      clearTimeout(resting)
      resting = setTimeout(() => page.remember(view === null), 250)
    },
    now() {
      const state = chosen()
      if (!state.stand) state.view = page.scene?.twin.orbit() ?? asked.view
      return state
    },
    async restore(state) {
      asked = state
      const wanted = state.layers ?? opening
      const before = switches.shown()
      switches.set(wanted)
      for (const layer of new Set([...before, ...wanted]))
        if (before.includes(layer) !== wanted.includes(layer)) {
          page.scene?.twin.show(layer, wanted.includes(layer))
          if (!grounds.includes(layer))
            await (wanted.includes(layer) ? shown.bring(layer) : shown.show(layer))
        }
      await adopt(state)
      setTools(state)
      if (state.view && !state.stand) page.scene?.twin.goTo(state.view)
      if (state.pick) await selection.open(state.pick, !state.view && !state.stand)
      else selection.select(null, false, false)
      page.drawPlan()
    },
    remember(isStep) {
      // Until the canvas is there the address says more than what is seen.
      if (root.dataset.twinState === 'loading') return
      const state = chosen()
      if (!page.scene) state.view = asked.view
      else if (!state.stand && hasMoved(page.scene.twin.orbit(), page.scene.home))
        state.view = page.scene.twin.orbit()
      share.write(state, isStep)
    },
  }
}

function hasMoved(now: Orbit, then: Orbit): boolean {
  const tolerances = {lon: 1e-4, lat: 1e-4, headingDegrees: 0.5, pitchDegrees: 0.5, rangeMetres: 5} as const
  const apart = (a: number, b: number) => Math.abs(((a - b + 540) % 360) - 180)
  return Object.entries(tolerances).some(([key, tolerance]) => {
    const [a, b] = [now[key as keyof typeof tolerances], then[key as keyof typeof tolerances]]
    return (key === 'headingDegrees' ? apart(a, b) : Math.abs(a - b)) > tolerance
  })
}
