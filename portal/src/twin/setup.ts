import type {Box, Layer, Story, StyleChoice} from '@hromada/twin/layers'
import type {Writing} from '../format.ts'
import type {PlanningSetup} from './planning/planning-setup.ts'

/** A column of a card or a list, in the reader's words. */
export type ColumnWords = {
  name: string
  type: string
  unit: string | null
  label: string
  /** The table it is from, where that is not the layer's own: one with a row for each building. */
  table?: string
}

/** A layer with its words. Colour is the name of a style sheet's variable. */
export type LayerSetup = Layer & {
  title: string
  /** The heading it stands under. */
  topic: string
  /** What it is found by, in small letters. */
  search: string
  colour: string
  /** Shown when the page opens; the others are loaded when they are first asked for. */
  isFirst: boolean
  /** What its colours say until the reader chooses; null for one colour. */
  style: StyleChoice | null
  columns: ColumnWords[]
  attribution: string[]
}

/** Everything the twin's script needs to know before it asks for data; plain JSON inside the page. */
export type TwinSetup = {
  lang: string
  writing: Writing
  /** IANA zone in which times are shown. */
  zone: string
  city: {id: string; name: string; bbox: Box; isDemo: boolean}
  layers: LayerSetup[]
  tilesets: {buildings: string | null; terrain: string | null}
  /** Address of the base map's description. */
  map: string | null
  /** What planning reads; null where there is nothing to plan among. */
  planning?: PlanningSetup | null
  /** The city's own stories, in the reader's language. */
  stories?: {id: string; story: Story}[]
  /** Address of this page without its query. */
  address: string
  /** What values that are codes are called, by column: indicators, what is measured. */
  words?: Record<string, Record<string, string>>
  /** The release everything is from, and when it was made. */
  release: {id: string; createdAt: string}
}
