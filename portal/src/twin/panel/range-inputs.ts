import {type Filter, isPresent} from '@hromada/twin/layers'
import {element} from '../element.ts'
import type {PanelWords} from './panel-parts.ts'

/** The two ends of a condition on a number; what is there at most stands in the empty fields. */
export function rangeInputs(
  filter: Filter & {kind: 'range'},
  values: ReadonlyMap<string, unknown> | undefined,
  {l}: PanelWords,
  onChange: (next: Filter) => void,
): Node[] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values?.values() ?? [])
    if (typeof value === 'number' && isPresent(value)) {
      least = Math.min(least, value)
      most = Math.max(most, value)
    }
  const input = (end: 'from' | 'to', label: string, limit: number) => {
    const field = element('input', {
      type: 'number',
      step: 'any',
      'data-control': `${end}-${filter.column}`,
      placeholder: Number.isFinite(limit) ? String(Number(limit.toFixed(2))) : '',
    })
    field.value = filter[end] === null ? '' : String(filter[end])
    field.addEventListener('change', () =>
      onChange({...filter, [end]: field.value === '' ? null : field.valueAsNumber}),
    )
    return element('label', {}, element('span', {}, label), field)
  }
  return [element('div', {class: 'twin-pair'}, input('from', l.least, least), input('to', l.most, most))]
}
