import type {LegendClass, StyleChoice} from '@hromada/twin/layers'
import type {Format} from '../format.ts'
import type {LayerTexts} from './layer-texts.ts'
import type {ColumnWords, LayerSetup} from './setup.ts'
import type {TwinTexts} from './texts.ts'
import {decimalsOf, writeClass} from './write-class.ts'
import {labelOf} from './write-value.ts'

/** A legend in words: what is measured in which unit, and what each colour stands for. */
export type LegendWords = {title: string; rows: {one: LegendClass; text: string}[]}

/** `unit` is that of the rows, where the table says it row by row. */
export function legendWords(
  layer: LayerSetup,
  style: StyleChoice,
  {legend, unit}: {legend: LegendClass[]; unit: string | null},
  words: {t: TwinTexts; l: LayerTexts; f: Format},
): LegendWords {
  const {t} = words
  const column = layer.columns.find(({name}) => name === style.column) as ColumnWords
  const decimals = decimalsOf(legend)
  const measure = unit ?? (column.unit === null ? null : (t.units[column.unit] ?? column.unit))
  const name = labelOf(column, t)
  return {
    // Where the label is ours it holds the unit already.
    title: measure && !(column.name in t.labels) ? `${name}, ${measure}` : name,
    rows: legend.map(one => ({one, text: writeClass(one, column, decimals, words)})),
  }
}
