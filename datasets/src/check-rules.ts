import type {Check} from './check.ts'
import type {Column} from './column.ts'

type Declared = {id: string; key: string[]; columns: Record<string, Column>; checks: Check[]}

/** Throws where a rule of a dataset cannot be asked: an unknown column, a range that runs backwards, a rule that comes twice. */
export function checkRules({id, key, columns, checks}: Declared) {
  const seen = new Set<string>()
  for (const rule of checks) {
    const name = `${rule.id} ${columnsOf(rule).join(', ')}`.trim()
    const refuse = (why: string) => new Error(`${id}: the rule ${name} ${why}`)
    if (!/^[a-z][a-z0-9_]*$/.test(rule.id)) throw refuse('must be called in snake_case.')
    if (seen.has(name)) throw refuse('is there twice. Give one of them an id.')
    seen.add(name)
    const own = rule.kind === 'relation' && rule.to.dataset === null ? [rule.to.column] : []
    const asked = [
      ...columnsOf(rule),
      ...Object.keys(rule.where),
      ...(rule.kind === 'sum' ? [rule.by] : []),
      ...own,
    ]
    const unknown = asked.find(column => !Object.hasOwn(columns, column))
    if (unknown !== undefined) throw refuse(`asks for a column "${unknown}" that there is not.`)
    const allowed = 'share' in rule.allow ? rule.allow.share : rule.allow.rows
    if (!(allowed >= 0) || ('share' in rule.allow && allowed >= 1))
      throw refuse('allows a share that is not between 0 and 1, or fewer than no rows.')
    const wrong = faultOf(rule, columns, key)
    if (wrong) throw refuse(wrong)
  }
}

/** The columns that a rule is about, which tell it apart from others of its name. */
export const columnsOf = (rule: Check): string[] =>
  rule.kind === 'unique'
    ? rule.columns
    : rule.kind === 'order'
      ? [rule.column, rule.than]
      : rule.kind === 'in-city'
        ? [rule.column, rule.lat]
        : 'column' in rule
          ? [rule.column]
          : []

function faultOf(rule: Check, columns: Record<string, Column>, key: string[]): string | null {
  switch (rule.kind) {
    case 'range': {
      const bounds = [rule.from, rule.to].filter(bound => bound !== null)
      if (bounds.length === 0) return 'has no bound.'
      const {type} = columns[rule.column]!
      const isTime = type === 'date' || type === 'timestamp'
      if (bounds.some(bound => (isTime ? !isIsoDay(bound) : !Number.isFinite(bound))))
        return `has a bound that is no ${isTime ? 'ISO date' : 'number'}.`
      return bounds.length === 2 && rule.from! > rule.to! ? 'runs backwards.' : null
    }
    case 'order':
      return isTime(columns[rule.column]!) === isTime(columns[rule.than]!)
        ? null
        : 'compares a time with a number.'
    case 'filled':
      return columns[rule.column]!.nullable
        ? null
        : 'asks whether a column is filled that cannot be empty: such rows are left out. Use check.required.'
    case 'sum':
      return key.includes(rule.by) && !key.includes(rule.column)
        ? null
        : `needs a key with "${rule.by}" and without "${rule.column}": rows of one sum agree in the rest of it.`
    case 'fresh':
      return durationMs(rule.within) === null
        ? `has no duration such as P7D or PT12H: "${rule.within}".`
        : null
    case 'volume':
      return rule.drop === null && rule.growth === null ? 'has neither drop nor growth.' : null
    case 'rows':
      return rule.from === null && rule.to === null ? 'has no bound.' : null
    case 'allowed':
      return columns[rule.column]!.allowed ? null : 'is about a column that allows any value.'
    case 'required':
      return columns[rule.column]!.nullable ? 'is about a column that may be empty. Use check.filled.' : null
    default:
      return null
  }
}

const isTime = ({type}: Column) => type === 'date' || type === 'timestamp'

const isIsoDay = (bound: number | string) =>
  typeof bound === 'string' && /^\d{4}-\d\d-\d\d/.test(bound) && !Number.isNaN(Date.parse(bound))

/** Milliseconds of an ISO 8601 duration in weeks, days, hours and minutes; null where it is none. */
export function durationMs(text: string): number | null {
  const parts = /^P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(text)
  if (!parts) return null
  const [weeks, days, hours, minutes] = parts.slice(1).map(part => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ]
  return (((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60_000
}
