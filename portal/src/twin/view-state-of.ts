import {emptyState, type ViewState} from '@hromada/twin/layers'
import type {LayerStore} from './layer-store.ts'
import type {LayerSetup} from './setup.ts'

type Seen = {
  layers: LayerSetup[]
  store: LayerStore
  shown: string[]
  /** What is shown when the page opens. */
  opening: string[]
  isSlice: (table: string, column: string) => boolean
}

/** What is chosen of the layers that are shown, so far as it differs from what the page opens with. */
export function viewStateOf({layers, store, shown, opening, isSlice}: Seen): ViewState {
  const state = emptyState()
  if (shown.toSorted().join() !== opening.toSorted().join()) state.layers = shown
  for (const {table, style} of layers) {
    if (!shown.includes(table) || !store.loaded(table)) continue
    const choices = store.choices(table)
    if (choices.style && JSON.stringify(choices.style) !== JSON.stringify(style))
      state.styles.set(table, choices.style)
    if (choices.filters.length > 0) state.filters.set(table, choices.filters)
    const {time} = choices
    // A table that is cut by time opens with its last step, which another release may have later.
    const isLast =
      time && isSlice(table, time.column) && store.visible(table).time?.steps.at(-1) === time.step
    if (time && !isLast) state.times.set(table, time)
  }
  return state
}
