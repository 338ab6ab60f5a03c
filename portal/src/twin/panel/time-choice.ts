import type {Choices} from '../layer-store.ts'
import {isTime} from '../layers-of.ts'
import {labelOf} from '../write-value.ts'
import type {PanelParts} from './panel-parts.ts'
import {picker} from './picker.ts'

/** The column whose time a slider moves through; none where rows are cut by a moment anyway. */
export function timeChoice({layer, words: {t, l}, slices, onChoose}: PanelParts, {time}: Choices): Node[] {
  const timeColumns = layer.columns.filter(({name, type}) => isTime(name, type))
  const isSliced = slices.some(({name, type}) => isTime(name, type))
  if (timeColumns.length === 0 || isSliced) return []
  return [
    picker(
      'time',
      l.time,
      [{value: '', label: l.allTime}, ...timeColumns.map(one => ({value: one.name, label: labelOf(one, t)}))],
      time?.column ?? '',
      // A moment without a step is the last there is.
      chosen => onChoose({time: chosen ? {column: chosen, step: ''} : null}),
    ),
  ]
}
