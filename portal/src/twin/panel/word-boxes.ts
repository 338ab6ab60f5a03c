import {type Filter, wordsOf} from '@hromada/twin/layers'
import {element} from '../element.ts'
import type {ColumnWords} from '../setup.ts'
import {writeValue} from '../write-value.ts'
import type {PanelWords} from './panel-parts.ts'

const wordsInList = 12

/** A box for each of the most frequent words of a condition. */
export function wordBoxes(
  filter: Filter & {kind: 'values'},
  column: ColumnWords,
  values: ReadonlyMap<string, unknown> | undefined,
  {t, l, f}: PanelWords,
  onChange: (next: Filter) => void,
): Node[] {
  const all = wordsOf(values?.values() ?? [])
  const rest = all.length - wordsInList
  return [
    ...all.slice(0, wordsInList).map(({value, count}, index) => {
      const box = element('input', {type: 'checkbox', 'data-control': `word-${filter.column}-${index}`})
      box.checked = filter.values.includes(value)
      box.addEventListener('change', () =>
        onChange({
          ...filter,
          values: box.checked
            ? [...filter.values, value]
            : // The rare words, which have no boxes, go with the first one that is taken away.
              filter.values.filter(
                one => one !== value && all.slice(0, wordsInList).some(listed => listed.value === one),
              ),
        }),
      )
      return element(
        'label',
        {},
        box,
        element('span', {}, writeValue(value, column, t, f), ' ', element('small', {}, f.number(count))),
      )
    }),
    ...(rest > 0 ? [element('p', {class: 'cap'}, l.moreWords(f.number(rest)))] : []),
  ]
}
