import type {Item} from '@hromada/twin/layers'
import type {Format} from '../format.ts'
import {rowAddress} from './api-source.ts'
import {element} from './element.ts'
import type {LayerSetup, TwinSetup} from './setup.ts'
import type {TwinTexts} from './texts.ts'
import {labelOf, writeValue} from './write-value.ts'

/** A row's name for people; a key stands in for it, its middle left out where it is long. */
export function nameOf({name, key}: Pick<Item, 'name' | 'key'>): string {
  if (name !== '') return name
  return key.length > 26 ? `${key.slice(0, 14)}…${key.slice(-8)}` : key
}

/** The card of a row: its name, its columns with units, whom to thank, and the row as a file. */
export function rowCard(
  layer: LayerSetup,
  item: Pick<Item, 'name' | 'key'>,
  row: Record<string, unknown>,
  {setup, t, f}: {setup: TwinSetup; t: TwinTexts; f: Format},
): Node[] {
  const isEstimate = row.height_source === 'levels'
  // Keys and coordinates are of use, but to few: they come last.
  const isLast = (name: string) => [layer.key, layer.place.lon, layer.place.lat].includes(name)
  const facts = layer.columns
    .filter(
      ({name, table}) =>
        !table && name !== 'height_source' && name !== layer.name[0] && !/^name_(uk|en)$/.test(name),
    )
    .sort((a, b) => Number(isLast(a.name)) - Number(isLast(b.name)))
    .flatMap(column => [
      element('dt', {}, labelOf(column, t)),
      element(
        'dd',
        {},
        column.name === layer.key && !layer.keyBeside?.length
          ? element('code', {}, item.key)
          : writeValue(row[column.name], column, t, f),
        isEstimate && column.name === 'height_m' && row.height_m !== null && ' ',
        isEstimate &&
          column.name === 'height_m' &&
          row.height_m !== null &&
          element('span', {class: 'tag'}, t.estimate),
      ),
    ])
  const file = (format: string) =>
    element(
      'a',
      {href: rowAddress(layer, item.key, setup.city.id, format)},
      format === 'geojson' ? 'GeoJSON' : format.toUpperCase(),
    )
  const here = `${setup.address}?${new URLSearchParams({city: setup.city.id, pick: `${layer.table}:${item.key}`})}`
  return [
    ...heading(layer, item, t),
    element('dl', {class: 'facts'}, ...facts),
    element('p', {class: 'cap'}, `${t.source}: ${layer.attribution.join('; ')}`),
    element(
      'ul',
      {class: 'plain links'},
      element('li', {}, `${t.downloadRow}: `, file('csv'), ' ', file('json'), ' ', file('geojson')),
      element('li', {}, element('a', {href: here}, t.linkHere)),
    ),
  ]
}

/** The same card when its row could not be had, and why. */
export const failedCard = (
  layer: LayerSetup,
  item: Pick<Item, 'name' | 'key'>,
  why: string,
  t: TwinTexts,
): Node[] => [...heading(layer, item, t), element('p', {class: 'small'}, why)]

const heading = (layer: LayerSetup, item: Pick<Item, 'name' | 'key'>, t: TwinTexts): Node[] => [
  element('p', {class: 'cap'}, `${t.selected}: ${layer.title}`),
  element('h2', {class: 'twin-name', id: 'twin-result'}, nameOf(item)),
]
