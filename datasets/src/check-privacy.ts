import {columnsOf} from './check-rules.ts'
import type {Dataset} from './define-dataset.ts'

/** Fewer persons or households than this are not told of, unless a dataset says another number. */
export const usualLeastCount = 5

/** Squares of a smaller grid hold single houses. */
const leastGridMetres = 100

/** What is wrong with a dataset's words on privacy. @throws Error */
export function checkPrivacy(dataset: Dataset): void {
  const fault = faultOf(dataset)
  if (fault) throw new Error(`${dataset.id}: ${fault}`)
}

/** Rules that typing itself answers; all others ask the typed table, in which forbidden columns are not. */
const askedWhileTyping = new Set(['type', 'allowed', 'required'])

function faultOf({
  columns,
  key,
  homes,
  entities = [],
  checks,
  leastCount = usualLeastCount,
}: Dataset): string | null {
  for (const rule of checks) {
    if (askedWhileTyping.has(rule.kind)) continue
    const asked = [...columnsOf(rule), ...Object.keys(rule.where)]
    const forbidden = asked.find(name => columns[name]?.privacy === 'forbidden')
    if (forbidden) return `the rule ${rule.id} asks for "${forbidden}", which is forbidden: no table has it.`
  }
  for (const [name, {type, freeText}] of Object.entries(columns)) {
    if (!freeText) continue
    if (type !== 'text') return `column "${name}" is ${type}; only texts are freeText.`
    if (key.includes(name))
      return `column "${name}" is in the key, which cannot be withheld, so not freeText.`
  }
  if (!Number.isInteger(leastCount) || leastCount < 2)
    return `leastCount is ${leastCount}; it must be a whole number from 2.`
  for (const name of entities.flatMap(party => [party.code, party.name]))
    if (columns[name]?.type !== 'text' || !columns[name].nullable)
      return `entities needs texts that may be empty, and has "${name}".`
  if (!homes) return null
  const {lon, lat, shownWhere, gridMetres = leastGridMetres} = homes
  if (columns[lon]?.type !== 'number' || columns[lat]?.type !== 'number')
    return `homes needs two columns of numbers, and has "${lon}" and "${lat}".`
  if (shownWhere !== undefined && columns[shownWhere]?.type !== 'boolean')
    return `homes.shownWhere must be a boolean column; "${shownWhere}" is none.`
  return gridMetres >= leastGridMetres
    ? null
    : `homes.gridMetres is ${gridMetres}; squares under ${leastGridMetres} m show single houses.`
}
