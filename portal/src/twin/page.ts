import type {ItemKey, SectionChoice, TwinSource, View} from '@hromada/twin/layers'
import type {Format} from '../format.ts'
import type {FlatMap} from './flat-map.ts'
import type {LayerList} from './layer-list.ts'
import type {LayerStore} from './layer-store.ts'
import type {LayerTexts} from './layer-texts.ts'
import type {List} from './list.ts'
import type {Scene} from './open-scene.ts'
import type {TwinSetup} from './setup.ts'
import type {TwinTexts} from './texts.ts'
import type {Tools} from './tools/start-tools.ts'

/** What the tools are set to. */
export type ToolState = {sunAt: number | null; section: SectionChoice | null; groundShare: number}

/** What the parts of the twin's page share. */
export type Page = {
  readonly root: HTMLElement
  /** The element of the canvas. */
  readonly host: HTMLElement
  readonly setup: TwinSetup
  readonly t: TwinTexts
  readonly l: LayerTexts
  readonly f: Format
  readonly source: TwinSource
  readonly store: LayerStore
  readonly switches: LayerList
  readonly list: List
  say(text: string): void
  /** Null until the canvas is there, and where there is none. */
  scene: Scene | null
  /** The map that stands in where there will be no canvas. */
  flat: FlatMap | null
  tools: Tools | null
  tooled: ToolState
  selected: ItemKey | null
  view: View
  /** Keeps what is seen in the address: as a step to come back to, or over the last one. */
  remember(isStep: boolean): void
  /** Draws what is shown on the flat map, where there is one. */
  drawPlan(): void
}

/** Relief and base map are shown and hidden like layers, but have no table. */
export const grounds = ['terrain', 'map']

export const shownTables = ({setup, switches}: Page): string[] =>
  setup.layers.map(({table}) => table).filter(table => switches.isShown(table))
