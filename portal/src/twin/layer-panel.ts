import {type Filter, isPresent, mostClasses, type StyleChoice, wordsOf} from '@hromada/twin/layers'
import type {Format} from '../format.ts'
import {element} from './element.ts'
import type {Choices, LayerStore} from './layer-store.ts'
import type {LayerTexts} from './layer-texts.ts'
import {isNumber, isTime} from './layers-of.ts'
import {legendWords} from './legend-words.ts'
import type {ColumnWords, LayerSetup} from './setup.ts'
import type {TwinTexts} from './texts.ts'
import {timeSlider} from './time-slider.ts'
import {labelOf, writeValue} from './write-value.ts'

type Words = {t: TwinTexts; l: LayerTexts; f: Format}

/** What is under a layer that is shown: its legend, its moment in time, and the ways to change both. */
export type LayerPanel = {draw(): void; hide(): void}

const wordsInList = 12

/**
 * Fills the element under a layer's box. `onChoose` gets what the reader chose; the page calls `draw` when it is done.
 * The keyboard stays on the control it was on.
 */
export function layerPanel(
  host: HTMLElement,
  layer: LayerSetup,
  store: LayerStore,
  words: Words,
  onChoose: (choices: Partial<Choices>, isQuiet?: boolean) => void,
): LayerPanel {
  const {t, l, f} = words
  const slices = store.slices(layer)
  const styleColumns = layer.columns.filter(column => canStyle(column, layer))
  const timeColumns = layer.columns.filter(({name, type}) => isTime(name, type))
  const column = (name: string) => layer.columns.find(one => one.name === name)!
  const slider = timeSlider(layer.title, words, (step, isQuiet) => {
    const {time} = store.choices(layer.table)
    if (time) onChoose({time: {...time, step}}, isQuiet)
  })
  const [above, below] = [element('div'), element('div')]
  let isOpen = false

  function draw(): void {
    const focused = host.contains(document.activeElement)
      ? document.activeElement?.getAttribute('data-control')
      : null
    const choices = store.choices(layer.table)
    const visible = store.visible(layer.table)
    const isCut = visible.items.length < visible.all
    slider.draw(choices.time?.step ?? null, visible.time?.steps ?? [])
    slider.element.hidden = !choices.time || !visible.time
    // The slider stays where it is: it may be held at this moment.
    if (!host.contains(slider.element)) host.replaceChildren(above, slider.element, below)
    above.replaceChildren(...slices.flatMap(slice => sliceChoice(slice, choices)))
    below.replaceChildren(
      ...legend(choices.style),
      ...shownOf(isCut || choices.filters.length > 0),
      ...settings(choices),
    )
    if (focused) host.querySelector<HTMLElement>(`[data-control="${CSS.escape(focused)}"]`)?.focus()
  }

  function shownOf(isToSay: boolean): Node[] {
    const {items, all} = store.visible(layer.table)
    const text = items.length === 0 ? l.nothingLeft : l.shownOf(f.number(items.length), f.number(all))
    return isToSay ? [element('p', {class: 'cap twin-shown-of'}, text)] : []
  }

  /** The one value of a column that its rows are cut by: what is measured, which group. */
  function sliceChoice({name, type}: ColumnWords, {filters}: Choices): Node[] {
    if (isTime(name, type)) return []
    const all = wordsOf(store.values(layer.table, name)?.values() ?? [])
    const now = filters.find(filter => filter.column === name)
    const value = now?.kind === 'values' ? now.values[0] : undefined
    if (all.length < 2) return []
    return [
      picker(
        `slice-${name}`,
        labelOf(column(name), t),
        all
          .map(one => ({value: one.value, label: writeValue(one.value, column(name), t, f)}))
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

  function legend(style: StyleChoice | null): Node[] {
    const visible = store.visible(layer.table)
    if (!style || visible.legend.length === 0) return []
    const {title, rows} = legendWords(layer, style, visible, words)
    return [
      element('p', {class: 'twin-legend-title'}, title),
      element(
        'ul',
        {class: 'twin-legend', 'aria-label': l.legendOf(layer.title, title)},
        ...rows.map(({one, text}) =>
          element(
            'li',
            {},
            element('i', {style: `background:var(${one.colour})`}),
            element('span', {}, text),
            element('span', {class: 'twin-legend-count'}, f.number(one.count)),
          ),
        ),
      ),
    ]
  }

  function settings(choices: Choices): Node[] {
    if (styleColumns.length === 0 && timeColumns.length === 0) return []
    const details = element(
      'details',
      {class: 'twin-settings'},
      element(
        'summary',
        {'data-control': 'settings'},
        l.settings,
        element('span', {class: 'vh'}, `: ${layer.title}`),
      ),
    )
    details.open = isOpen
    details.addEventListener('toggle', () => {
      const opened = details.open && !isOpen
      isOpen = details.open
      if (opened) draw()
    })
    // What nobody looks at is not made.
    if (isOpen)
      details.append(
        ...colourControls(choices.style),
        ...filterControls(choices.filters),
        ...timeControls(choices),
      )
    return [details]
  }

  function colourControls(style: StyleChoice | null): Node[] {
    if (styleColumns.length === 0) return []
    const isNumeric = style && isNumber(column(style.column).type)
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

  function filterControls(filters: Filter[]): Node[] {
    const isSlice = (filter: Filter) => slices.some(({name}) => name === filter.column)
    const own = filters.filter(filter => !isSlice(filter))
    const replace = (old: Filter, next: Filter | null) =>
      onChoose({filters: filters.flatMap(filter => (filter === old ? (next ?? []) : filter))})
    const left = styleColumns.filter(
      ({name}) =>
        !filters.some(filter => filter.column === name) && !slices.some(slice => slice.name === name),
    )
    return [
      ...own.map(filter => oneFilter(filter, next => replace(filter, next))),
      ...(left.length > 0
        ? [
            picker(
              'add-filter',
              l.addFilter,
              [{value: '', label: l.choose}, ...left.map(one => ({value: one.name, label: labelOf(one, t)}))],
              '',
              chosen => {
                if (!chosen) return
                const next: Filter = isNumber(column(chosen).type)
                  ? {column: chosen, kind: 'range', from: null, to: null}
                  : {column: chosen, kind: 'values', values: []}
                void store.column(layer.table, chosen).then(values => {
                  const all = wordsOf(values.values()).map(({value}) => value)
                  onChoose({filters: [...filters, next.kind === 'values' ? {...next, values: all} : next]})
                })
              },
            ),
          ]
        : []),
    ]
  }

  function oneFilter(filter: Filter, onChange: (next: Filter | null) => void): Node {
    const words_ = column(filter.column)
    const name = labelOf(words_, t)
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
        ? rangeInputs(filter, values, onChange)
        : wordBoxes(filter, words_, values, onChange)),
      remove,
    )
  }

  function rangeInputs(
    filter: Filter & {kind: 'range'},
    values: ReadonlyMap<string, unknown> | undefined,
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

  function wordBoxes(
    filter: Filter & {kind: 'values'},
    words_: ColumnWords,
    values: ReadonlyMap<string, unknown> | undefined,
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
          element('span', {}, writeValue(value, words_, t, f), ' ', element('small', {}, f.number(count))),
        )
      }),
      ...(rest > 0 ? [element('p', {class: 'cap'}, l.moreWords(f.number(rest)))] : []),
    ]
  }

  function timeControls({time}: Choices): Node[] {
    const isSliced = slices.some(({name, type}) => isTime(name, type))
    if (timeColumns.length === 0 || isSliced) return []
    return [
      picker(
        'time',
        l.time,
        [
          {value: '', label: l.allTime},
          ...timeColumns.map(one => ({value: one.name, label: labelOf(one, t)})),
        ],
        time?.column ?? '',
        chosen => {
          if (!chosen) return onChoose({time: null})
          void store.column(layer.table, chosen).then(() => {
            // Every time begins with nothing; the slider then moves to the last step there is.
            onChoose({time: {column: chosen, step: ''}})
          })
        },
      ),
    ]
  }

  return {
    draw,
    hide() {
      slider.stop()
      host.replaceChildren()
    },
  }
}

/** Columns that a colour or a condition can be about: not keys, names and times. */
function canStyle({name, type}: ColumnWords, {key, keyBeside = [], place}: LayerSetup): boolean {
  if (name === key || /(^|_)id$/.test(name) || name === place.lon || name === place.lat) return false
  if (place.from && keyBeside.includes(name)) return false
  if (/^(name|address|title)(_|$)/.test(name) || isTime(name, type)) return false
  return isNumber(type) || type === 'text' || type === 'boolean'
}

/** A labelled choice of one of many. */
function picker(
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
