import type {Check} from '@hromada/datasets'
import type {Answer, Subject} from './rule-result.ts'

/** A rule that only says how grave is what reading and typing find. */
export type FoundCheck = Extract<Check, {kind: 'type' | 'allowed' | 'required' | 'key' | 'lines'}>

export const isFoundCheck = (rule: Check): rule is FoundCheck =>
  ['type', 'allowed', 'required', 'key', 'lines'].includes(rule.kind)

const unreadable = ['too_many_cells', 'too_few_cells', 'broken_line', 'unterminated_quote']
const ruleOf = {type: 'type', allowed: 'not_allowed', required: 'required', key: 'duplicate_key'} as const

/** What reading and typing have counted. */
export function countFound(rule: FoundCheck, {found, records}: Subject): Answer {
  const same = found.filter(finding =>
    rule.kind === 'lines'
      ? unreadable.includes(finding.rule)
      : finding.rule === ruleOf[rule.kind] && (rule.kind === 'key' || finding.column === rule.column),
  )
  return {
    asked: rule.kind === 'lines' ? records.read : records.landed,
    faults: same.reduce((sum, {count}) => sum + count, 0),
    rows: same[0]?.rows ?? [],
    example: same[0]?.example ?? null,
  }
}
