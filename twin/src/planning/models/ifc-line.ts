import type {IfcAPI} from 'web-ifc'

/** A line of an IFC file as web-ifc gives it: attributes by their names, numbers and texts in `value`, lines by their number. */
export type IfcLine = Record<string, unknown> & {expressID: number; type: number}

/** The line that an attribute names; null where there is none. */
export function lineAt(api: IfcAPI, model: number, reference: unknown): IfcLine | null {
  const id = typeof reference === 'number' ? reference : saidIn(reference)
  if (typeof id !== 'number' || id <= 0) return null
  return (api.GetLine(model, id) as IfcLine | undefined) ?? null
}

/** What an attribute says; undefined where it is left open. */
export const saidIn = (attribute: unknown): unknown =>
  typeof attribute === 'object' && attribute !== null && 'value' in attribute ? attribute.value : undefined

/** A number of an attribute; null where it has none. */
export function numberIn(attribute: unknown): number | null {
  const value = typeof attribute === 'number' ? attribute : saidIn(attribute)
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

/** Numbers of a list, such as a point's coordinates. */
export function numbersIn(list: unknown): number[] {
  const values = Array.isArray(list) ? list : saidIn(list)
  return Array.isArray(values) ? values.map(one => numberIn(one) ?? Number.NaN) : []
}
