import {element} from '../element.ts'

/** A labelled choice of one of many. */
export function picker(
  control: string,
  label: string,
  options: {value: string; label: string}[],
  value: string,
  onChange: (value: string) => void,
): HTMLElement {
  const select = element(
    'select',
    {'data-control': control},
    ...options.map(one => element('option', {value: one.value}, one.label)),
  )
  select.value = value
  select.addEventListener('change', () => onChange(select.value))
  return element('label', {class: 'twin-picker'}, element('span', {}, label), select)
}
