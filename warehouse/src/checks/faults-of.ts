import type {Check, Dataset, Severity, Text} from '@hromada/datasets'
import type {Finding, FindingRule} from '@hromada/pipelines'
import {isBroken, type RuleResult} from './rule-result.ts'

/** Something that is wrong with one city's rows of a dataset: found while reading or typing, or by a rule. */
export type Fault = Omit<Finding, 'rule'> & {
  rule: string
  /** Of how many rows; null where nobody counted them. */
  asked: number | null
  /** How many may be at fault before it is more than noted. */
  allowed: number
  /** What is wrong, to a person; null: the rule is one of `findingRules`, which have words of their own. */
  message: Text | null
}

/** Rules that only say how grave is what reading and typing find, and what they call it. */
const regraded: Partial<Record<Check['kind'], FindingRule[]>> = {
  type: ['type'],
  allowed: ['not_allowed'],
  required: ['required'],
  key: ['duplicate_key'],
  lines: ['too_many_cells', 'too_few_cells', 'broken_line', 'unterminated_quote'],
}

/** All that is wrong, graded as the dataset's rules say. What stays within what a rule allows is noted. */
export function faultsOf(dataset: Dataset, found: Finding[], results: RuleResult[]): Fault[] {
  const graders = dataset.checks.flatMap((check, index) => {
    const rules = regraded[check.kind]
    return rules && results[index] ? [{check, rules, result: results[index]}] : []
  })
  const read = found.map((finding): Fault => {
    const grader = graders.find(
      ({check, rules}) =>
        rules.includes(finding.rule) && (!('column' in check) || check.column === finding.column),
    )
    if (!grader) return {...finding, asked: null, allowed: 0, message: null}
    const {asked, allowed} = grader.result
    return {...finding, severity: gravity(grader.result), asked, allowed, message: null}
  })
  const asked = results
    .filter(({faults}, index) => faults > 0 && !regraded[dataset.checks[index]?.kind ?? 'range'])
    .map(
      (result): Fault => ({
        rule: result.rule,
        column: result.column,
        severity: gravity(result),
        count: result.faults,
        rows: result.rows,
        example: result.example,
        asked: result.asked,
        allowed: result.allowed,
        message: result.broken,
      }),
    )
  return [...read, ...asked]
}

const gravity = (result: RuleResult): Severity => (isBroken(result) ? result.severity : 'info')
