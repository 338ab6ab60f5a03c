import type {Format} from '../../format.ts'
import type {Choices, LayerStore} from '../layer-store.ts'
import type {LayerTexts} from '../layer-texts.ts'
import {isNumber, isTime} from '../layers-of.ts'
import type {ColumnWords, LayerSetup} from '../setup.ts'
import type {TwinTexts} from '../texts.ts'

export type PanelWords = {t: TwinTexts; l: LayerTexts; f: Format}

/** Gets what the reader chose, at once or when what it needs is there; quiet where it came by itself. */
export type OnChoose = (
  choices: Partial<Choices> | (() => Promise<Partial<Choices>>),
  isQuiet?: boolean,
) => void

/** What the controls of a layer share. */
export type PanelParts = {
  layer: LayerSetup
  store: LayerStore
  words: PanelWords
  /** Columns that rows are cut by, so that there is one a place. */
  slices: ColumnWords[]
  /** Columns that a colour or a condition can be about. */
  styleColumns: ColumnWords[]
  onChoose: OnChoose
}

export const columnOf = ({columns}: LayerSetup, name: string): ColumnWords =>
  columns.find(one => one.name === name)!

/** Columns that a colour or a condition can be about: not keys, names and times. */
export function canStyle({name, type}: ColumnWords, {key, keyBeside = [], place}: LayerSetup): boolean {
  if (name === key || /(^|_)id$/.test(name) || name === place.lon || name === place.lat) return false
  if (place.from && keyBeside.includes(name)) return false
  if (/^(name|address|title)(_|$)/.test(name) || isTime(name, type)) return false
  return isNumber(type) || type === 'text' || type === 'boolean'
}
