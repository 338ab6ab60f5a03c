import {wordsOf} from '@hromada/twin/layers'
import type {Choices} from '../layer-store.ts'
import {isTime} from '../layers-of.ts'
import type {ColumnWords} from '../setup.ts'
import {labelOf, writeValue} from '../write-value.ts'
import {columnOf, type PanelParts} from './panel-parts.ts'
import {picker} from './picker.ts'

/** The one value of a column that a layer's rows are cut by: what is measured, which group. */
export function sliceChoice(
  {layer, store, words: {t, f}, onChoose}: PanelParts,
  {name, type}: ColumnWords,
  {filters}: Choices,
): Node[] {
  if (isTime(name, type)) return []
  const all = wordsOf(store.values(layer.table, name)?.values() ?? [])
  const now = filters.find(filter => filter.column === name)
  const value = now?.kind === 'values' ? now.values[0] : undefined
  if (all.length < 2) return []
  return [
    picker(
      `slice-${name}`,
      labelOf(columnOf(layer, name), t),
      all
        .map(one => ({value: one.value, label: writeValue(one.value, columnOf(layer, name), t, f)}))
        .sort((a, b) => f.compare(a.label, b.label)),
      value ?? '',
      chosen =>
        onChoose({
          filters: [
            ...filters.filter(filter => filter.column !== name),
            {column: name, kind: 'values', values: [chosen]},
          ],
        }),
    ),
  ]
}
