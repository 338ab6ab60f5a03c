import type {StyleChoice} from '@hromada/twin/layers'
import {element} from '../element.ts'
import {legendWords} from '../legend-words.ts'
import type {PanelParts} from './panel-parts.ts'

/** What the colours of a layer stand for, with counts. */
export function legendList({layer, store, words}: PanelParts, style: StyleChoice | null): Node[] {
  const visible = store.visible(layer.table)
  if (!style || visible.legend.length === 0) return []
  const {title, rows} = legendWords(layer, style, visible, words)
  return [
    element('p', {class: 'twin-legend-title'}, title),
    element(
      'ul',
      {class: 'twin-legend', 'aria-label': words.l.legendOf(layer.title, title)},
      ...rows.map(({one, text}) =>
        element(
          'li',
          {},
          element('i', {style: `background:var(${one.colour})`}),
          element('span', {}, text),
          element('span', {class: 'twin-legend-count'}, words.f.number(one.count)),
        ),
      ),
    ),
  ]
}
