import {type Filter, wordsOf} from '@hromada/twin/layers'
import {element} from '../element.ts'
import {isNumber} from '../layers-of.ts'
import {labelOf} from '../write-value.ts'
import {columnOf, type PanelParts} from './panel-parts.ts'
import {picker} from './picker.ts'
import {rangeInputs} from './range-inputs.ts'
import {wordBoxes} from './word-boxes.ts'

/** The conditions on a layer, and a way to add one. */
export function filterControls(parts: PanelParts, filters: Filter[]): Node[] {
  const {
    layer,
    store,
    words: {t, l},
    slices,
    styleColumns,
    onChoose,
  } = parts
  const isSlice = (filter: Filter) => slices.some(({name}) => name === filter.column)
  const own = filters.filter(filter => !isSlice(filter))
  // What was chosen since these controls were drawn stays.
  const now = () => store.choices(layer.table).filters
  const replace = ({column}: Filter, next: Filter | null) =>
    onChoose({filters: now().flatMap(filter => (filter.column === column ? (next ?? []) : filter))})
  /** A condition that all rows with a value meet. */
  async function openFilter(column: string): Promise<Filter> {
    if (isNumber(columnOf(layer, column).type)) return {column, kind: 'range', from: null, to: null}
    const words = wordsOf((await store.column(layer.table, column)).values())
    return {column, kind: 'values', values: words.map(({value}) => value)}
  }
  const left = styleColumns.filter(
    ({name}) => !filters.some(filter => filter.column === name) && !slices.some(slice => slice.name === name),
  )
  return [
    ...own.map(filter => oneFilter(parts, filter, next => replace(filter, next))),
    ...(left.length > 0
      ? [
          picker(
            'add-filter',
            l.addFilter,
            [{value: '', label: l.choose}, ...left.map(one => ({value: one.name, label: labelOf(one, t)}))],
            '',
            chosen => {
              if (!chosen) return
              onChoose(async () => {
                const next = await openFilter(chosen)
                return {filters: [...now(), next]}
              })
            },
          ),
        ]
      : []),
  ]
}

function oneFilter(
  {layer, store, words}: PanelParts,
  filter: Filter,
  onChange: (next: Filter | null) => void,
): Node {
  const {t, l} = words
  const column = columnOf(layer, filter.column)
  const name = labelOf(column, t)
  const remove = element(
    'button',
    {
      type: 'button',
      class: 'twin-link',
      'data-control': `remove-${filter.column}`,
      'aria-label': l.removeFilter(name),
    },
    l.remove,
  )
  remove.addEventListener('click', () => onChange(null))
  const values = store.values(layer.table, filter.column)
  return element(
    'fieldset',
    {class: 'twin-filter'},
    element('legend', {}, name),
    ...(filter.kind === 'range'
      ? rangeInputs(filter, values, words, onChange)
      : wordBoxes(filter, column, values, words, onChange)),
    remove,
  )
}
