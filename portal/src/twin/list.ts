import {type Item, type ItemKey, inView, type View} from '@hromada/twin/layers'
import type {Format} from '../format.ts'
import {nameOf} from './card.ts'
import {element, marked} from './element.ts'
import type {LayerSetup} from './setup.ts'
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
  itemsOf: (table: string) => Item[],
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
    const all = itemsOf(current.table)
    // A name is looked for everywhere, not only where one looks.
    const seen = wanted
      ? inView(
          all.filter(item => `${item.name} ${item.key}`.toLocaleLowerCase().includes(wanted)),
          {...view, planes: []},
        )
      : inView(all, view)

    // A column that says nothing of anything is left out.
    const columns = current.facts
      .map((name, index) => ({...current.columns.find(column => column.name === name)!, index}))
      .filter(({index}) => all.some(({facts}) => facts[index] !== null && facts[index] !== ''))
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
          element('td', cellClass(column), writeValue(item.facts[column.index], column, t, f)),
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
