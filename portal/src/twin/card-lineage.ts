import type {Lineage, TwinSource} from '@hromada/twin/layers'
import type {Format} from '../format.ts'
import {element} from './element.ts'
import type {LayerSetup} from './setup.ts'
import type {TwinTexts} from './texts.ts'
import {labelOf} from './write-value.ts'

/**
 * Where a card's values come from, to be unfolded: the files that landed, the models they passed through, and for each
 * column the headers of those files. Asked for when it is first opened.
 */
export function cardLineage(
  layer: LayerSetup,
  source: TwinSource,
  {t, f, city}: {t: TwinTexts; f: Format; city: string},
): HTMLElement {
  const body = element('div', {class: 'small'})
  const details = element(
    'details',
    {class: 'more twin-lineage'},
    element('summary', {}, t.lineage.title),
    body,
  )
  details.addEventListener('toggle', () => {
    if (details.open && body.childElementCount === 0) void fill()
  })

  let complaint: HTMLElement | null = null

  async function fill(): Promise<void> {
    complaint?.remove()
    body.replaceChildren(element('p', {role: 'status'}, t.lineage.loading))
    try {
      body.replaceChildren(...parts(await source.lineage(layer.table)))
    } catch (error) {
      // Folded and opened again, it is asked for again.
      body.replaceChildren()
      details.open = false
      complaint = element('p', {class: 'small', role: 'alert'}, t.lineage.failed((error as Error).message))
      details.after(complaint)
    }
  }

  function parts({models, files}: Lineage): Node[] {
    const own = files.filter(one => one.city === city)
    const origins = leaves(models)
    const rows = layer.columns.flatMap(column => {
      const headers = column.table ? [] : origins(`${layer.table}.${column.name}`)
      return headers.length > 0
        ? [element('dt', {}, labelOf(column, t)), element('dd', {}, headers.join(', '))]
        : []
    })
    return [
      element('p', {}, t.lineage.through(models.map(({name}) => name).join(', '))),
      element(
        'ul',
        {class: 'plain'},
        ...own.flatMap(({dataset, retrieved_at, sources}) =>
          sources.map(({address, sha256}) =>
            element(
              'li',
              {},
              `${t.lineage.file(dataset, f.moment(retrieved_at))}: ${address} `,
              element('code', {title: `SHA-256 ${sha256}`}, sha256.slice(0, 12)),
            ),
          ),
        ),
      ),
      rows.length > 0 && element('p', {}, t.lineage.columns),
      rows.length > 0 && element('dl', {class: 'facts'}, ...rows),
      element(
        'p',
        {},
        element('a', {href: `/api/v1/lineage?${new URLSearchParams({of: layer.table})}`}, t.lineage.whole),
      ),
    ].filter(part => part !== false)
  }

  return details
}

/** A function from a column, `table.column`, to the headers of landed files whose values are in it. */
function leaves(models: Lineage['models']): (column: string) => string[] {
  const from = new Map<string, string[]>(
    models.flatMap(({name, columns}) =>
      columns.map(column => [`${name}.${column.name}`, column.from] as const),
    ),
  )
  return column => {
    const [found, seen, waiting] = [new Set<string>(), new Set<string>(), [column]]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (seen.has(next)) continue
      seen.add(next)
      const header = /#(.+)$/.exec(next)?.[1]
      if (header) found.add(header)
      else waiting.push(...(from.get(next) ?? []))
    }
    return [...found].sort()
  }
}
