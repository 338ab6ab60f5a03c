import type {Check, Severity, Text} from '@hromada/datasets'
import type {Finding} from '@hromada/pipelines'
import type {Asked} from '../engines/duckdb/row-rule-sql.ts'

/** What came of asking a rule. */
export type RuleResult = Answer & {
  rule: string
  column: string | null
  /** As declared; what stays within `allowed` is only noted. */
  severity: Severity
  holds: Text
  broken: Text
  /** How many may be at fault before the rule is broken. */
  allowed: number
}

/** Rows (groups of rows, lines, or the whole) that a rule was asked of, and how many of them are at fault. */
export type Counted = {
  asked: number
  faults: number
  /** `_row` of the first few at fault; none where no row is. */
  first: number[]
}

export type Answer = Omit<Counted, 'first'> & {
  /** Numbers of the first few records at fault. */
  rows: number[]
  /** What the publisher wrote in the first of them. Internal. */
  example: string | null
}

/** One city's rows of a dataset as they are staged, and what is known of where they come from. */
export type Subject = Asked & {
  /** The rows, `_row` telling them apart in the order in which they came: what can stand after `from`. */
  table: string
  rows: number
  /**
   * The landed records as they are typed, with `_landing`, `_record`, `raw:<column>` and `_is_kept`, whether they have every
   * value they must have: what can stand after `from`.
   */
  typed: string
  /** Of the newest landing. */
  records: {read: number; landed: number}
  /** Records of the landings before it, the oldest first. */
  before: number[]
  /** What reading and typing found. */
  found: Finding[]
}

/** Is more at fault than may be? */
export const isBroken = ({faults, allowed}: Pick<RuleResult, 'faults' | 'allowed'>) => faults > allowed

/** How many of so many may be at fault. */
export const allowedOf = (allow: Check['allow'], asked: number): number =>
  'rows' in allow ? allow.rows : Math.floor(allow.share * asked)
