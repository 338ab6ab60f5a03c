import type {Cell} from '../rows/row-file.ts'
import type {XmlElement} from './read-xml.ts'

/**
 * The cells of an element: one for each text in it, by the path to it; `@name` for attributes. What comes several times
 * side by side becomes one JSON list.
 */
export function elementCells(element: XmlElement, path: readonly string[] = []): Cell[] {
  const {attributes, children} = element
  const text = element.text.trim()
  const cells: Cell[] = []
  for (const [name, value] of Object.entries(attributes))
    if (name !== 'nil') cells.push([[...path, `@${name}`], value])
  if (children.length === 0)
    return [...cells, [path.length > 0 ? path : ['text'], attributes.nil === 'true' ? null : text || null]]
  if (text !== '') cells.push([[...path, '#text'], text])
  for (const [name, same] of Map.groupBy(children, child => child.name))
    if (same.length === 1) cells.push(...elementCells(same[0]!, [...path, name]))
    else cells.push([[...path, name], JSON.stringify(same.map(jsonOf))])
  return cells
}

function jsonOf({attributes, children, text: whole}: XmlElement): unknown {
  const text = whole.trim()
  const own = Object.entries(attributes).map(([name, value]) => [`@${name}`, value])
  if (own.length === 0 && children.length === 0) return text || null
  const inner = [...Map.groupBy(children, child => child.name)].map(([name, same]) => [
    name,
    same.length === 1 ? jsonOf(same[0]!) : same.map(jsonOf),
  ])
  return Object.fromEntries([...own, ...(text === '' ? [] : [['#text', text]]), ...inner])
}
