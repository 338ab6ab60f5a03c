import {type Item, type ItemKey, inView, type View} from '@hromada/twin/layers'
import type {Format} from '../format.ts'
import {nameOf} from './card.ts'
import {element, marked} from './element.ts'
import type {LayerStore} from './layer-store.ts'
import type {ColumnWords, LayerSetup} from './setup.ts'
import type {TwinTexts} from './texts.ts'
import {labelOf, writeValue} from './write-value.ts'

/** The table of what is in view: the canvas in words, and all there is where there is no canvas. */
export type List = {
  /** Shows what is in a view now. Returns how many things of the listed layer are in it. */
  see(view: View): number
  /** Marks the selected row. */
  mark(selected: ItemKey | null): void
  /** Puts the keyboard on a row's name; on the filter where the row is not listed. */
  focus(key: string): void
  /** Shows the layer of this table. */
  choose(table: string): void
}

const page = 25

/** Fills the list's elements inside the root; `onOpen` is called with the item whose name was pressed. */
export function makeList(
  root: Element,
  layers: LayerSetup[],
  store: LayerStore,
  {t, f}: {t: TwinTexts; f: Format},
  onOpen: (item: Item) => void,
): List {
  const [table, choice, filter, note, more] = ['table', 'choice', 'filter', 'note', 'more'].map(mark =>
    marked(root, mark),
  ) as [HTMLElement, HTMLSelectElement, HTMLInputElement, HTMLElement, HTMLElement]
  let view: View | null = null
  let selected: ItemKey | null = null
  let shown = page

  const layer = () => layers.find(({table: name}) => name === choice.value) ?? layers[0]
  choice.addEventListener('change', () => draw(page))
  filter.addEventListener('input', () => draw(page))
  more.addEventListener('click', () => draw(shown + page))

  function draw(rows: number): number {
    const current = layer()
    if (!current || !view) return 0
    shown = rows
    const wanted = filter.value.trim().toLocaleLowerCase()
    const {items: all, colourOf} = store.visible(current.table)
    // A name is looked for everywhere, not only where one looks.
    const seen = wanted
      ? inView(
          all.filter(item => `${item.name} ${item.key}`.toLocaleLowerCase().includes(wanted)),
          {...view, planes: []},
        )
      : inView(all, view)

    // A column that says nothing of anything is left out.
    const columns = columnsOf(current).filter(({of}) =>
      all.some(item => of(item) !== null && of(item) !== ''),
    )
    const styled = store.choices(current.table).style?.column
    const isNumber = ({type}: {type: string}) => ['integer', 'number', 'decimal'].includes(type)
    const cellClass = (column: {type: string}): Record<string, string> =>
      isNumber(column) ? {class: 'r'} : {}
    const head = element(
      'tr',
      {},
      element('th', {scope: 'col'}, t.name),
      ...columns.map(column => element('th', {scope: 'col', ...cellClass(column)}, labelOf(column, t))),
      element('th', {scope: 'col', class: 'r'}, t.distance),
    )
    const body = seen.slice(0, shown).map(({item, metres}) => {
      const isSelected = item.layer === selected?.layer && item.key === selected.key
      const button = element(
        'button',
        {type: 'button', class: 'twin-open', 'data-key': item.key},
        nameOf(item),
      )
      button.addEventListener('click', () => onOpen(item))
      return element(
        'tr',
        isSelected ? {'aria-current': 'true'} : {},
        element(
          'th',
          {scope: 'row'},
          button,
          isSelected && ' ',
          isSelected && element('span', {class: 'tag'}, t.selected),
        ),
        ...columns.map(column =>
          element(
            'td',
            cellClass(column),
            column.name === styled &&
              element('i', {
                class: 'twin-mark',
                style: `background:var(${colourOf?.get(item.key) ?? '--no-data'})`,
              }),
            writeValue(column.of(item), column, t, f),
          ),
        ),
        element('td', {class: 'r'}, f.number(Math.round(metres))),
      )
    })
    const focused = table.contains(document.activeElement)
      ? document.activeElement?.getAttribute('data-key')
      : null
    table.replaceChildren(element('thead', {}, head), element('tbody', {}, ...body))
    if (focused)
      table.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus({preventScroll: true})

    table.hidden = seen.length === 0
    more.hidden = seen.length <= shown
    note.textContent =
      seen.length > 0
        ? t.shown(f.number(Math.min(shown, seen.length)), f.number(seen.length))
        : wanted
          ? t.noneFound
          : t.noneInView
    return seen.length
  }

  /** The layer's own facts, then what is shown by colour or filtered by, each once. */
  function columnsOf(current: LayerSetup): (ColumnWords & {of(item: Item): unknown})[] {
    const {style, filters, time} = store.choices(current.table)
    const chosen = [style?.column, ...filters.map(({column}) => column), time?.column].filter(
      name => name !== undefined && !current.facts.includes(name) && !current.name.includes(name),
    )
    return [...new Set([...current.facts, ...chosen])].flatMap(name => {
      const words = current.columns.find(column => column.name === name)
      const index = current.facts.indexOf(name!)
      const values = store.values(current.table, name!)
      return words
        ? [{...words, of: item => (index < 0 ? (values?.get(item.key) ?? null) : item.facts[index])}]
        : []
    })
  }

  return {
    see(next) {
      view = next
      return draw(page)
    },
    mark(item) {
      selected = item
      draw(shown)
    },
    focus(key) {
      const row = table.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
      ;(row ?? filter).focus()
    },
    choose(name) {
      choice.value = name
      draw(page)
    },
  }
}
