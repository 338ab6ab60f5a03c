import {mostClasses, type StyleChoice} from '@hromada/twin/layers'
import {element} from '../element.ts'
import {isNumber} from '../layers-of.ts'
import {labelOf} from '../write-value.ts'
import {columnOf, type PanelParts} from './panel-parts.ts'
import {picker} from './picker.ts'

/** What colour shows, and how numbers are cut into classes. */
export function colourControls(
  {layer, words: {t, l}, slices, styleColumns, onChoose}: PanelParts,
  style: StyleChoice | null,
): Node[] {
  if (styleColumns.length === 0) return []
  const isNumeric = style && isNumber(columnOf(layer, style.column).type)
  const mustStyle = layer.style !== null && slices.length > 0
  return [
    picker(
      'colour',
      l.colour,
      [
        ...(mustStyle ? [] : [{value: '', label: l.oneColour}]),
        ...styleColumns.map(one => ({value: one.name, label: labelOf(one, t)})),
      ],
      style?.column ?? '',
      chosen =>
        onChoose({
          style: chosen
            ? {method: style?.method ?? 'quantiles', classes: style?.classes ?? 5, column: chosen}
            : null,
        }),
    ),
    ...(isNumeric
      ? [
          element(
            'div',
            {class: 'twin-pair'},
            picker(
              'method',
              l.method,
              [
                {value: 'quantiles', label: l.quantiles},
                {value: 'even', label: l.even},
              ],
              style.method,
              method => onChoose({style: {...style, method: method as StyleChoice['method']}}),
            ),
            picker(
              'classes',
              l.classes,
              Array.from({length: mostClasses - 1}, (_, i) => ({value: `${i + 2}`, label: `${i + 2}`})),
              String(style.classes),
              classes => onChoose({style: {...style, classes: Number(classes)}}),
            ),
          ),
          element('p', {class: 'cap'}, l.legendNote),
        ]
      : []),
  ]
}
