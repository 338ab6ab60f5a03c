/** How a finding is treated: noted, shown on the dataset's page, or reason to keep the table out of the release. */
export type Severity = 'info' | 'warn' | 'block'

/** A fault of the data, counted: which rule, in which column, how often, and the first places it was seen. */
export type Finding = {
  rule: FindingRule
  /** Header in the publisher's file, or our column once there is one. Null when the whole line is at fault. */
  column: string | null
  severity: Severity
  count: number
  /** First few record numbers (1 is the first record after the header); line numbers where `rule` is about lines. */
  rows: number[]
  /** One offending text. Internal: it is published only for columns that may be. */
  example: string | null
}

/** Every rule that can be broken, and how grave that is by itself. */
export const findingRules = {
  /** The file begins with a byte-order mark, which was skipped. */
  byte_order_mark: 'info',
  /** The file was in another encoding than UTF-8 and was decoded. */
  encoding: 'info',
  /** One of several files is empty; the others were read. */
  empty_file: 'warn',
  /** Two columns of the file carry the same header; the later one got a number. */
  duplicate_header: 'warn',
  /** A record names a column more than once; the last value stays. */
  repeated_value: 'warn',
  /** A line has more cells than the header; it was set aside. */
  too_many_cells: 'warn',
  /** A line has fewer cells than the header; it was set aside. */
  too_few_cells: 'warn',
  /** A line could not be split into cells (quote, length, bytes); it was set aside. */
  broken_line: 'warn',
  /** A quote was opened and never closed: what follows it cannot be told apart from its text. */
  unterminated_quote: 'warn',
  /** Records read and set aside do not add up to the records in the file. */
  records_missing: 'block',
  /** A text that is not of the column's type (number with a comma, 31 February …); the value was left empty. */
  type: 'warn',
  /** A text that is none of the column's values; it was left empty. */
  not_allowed: 'warn',
  /** Something of the past lies after the day the file was fetched; it was left empty. */
  in_future: 'warn',
  /** Something that a computer noted lies before 1971, as clocks say that were never set; it was left empty. */
  before_clocks: 'warn',
  /** The file has no such column; it is left empty. */
  column_absent: 'warn',
  /** The file has a column that it did not have before. */
  column_added: 'info',
  /** A column that nothing is read from is gone from the file. */
  column_gone: 'info',
  /** A column that was filled before is empty in every row. */
  column_emptied: 'warn',
  /** A file is the same as another, byte for byte, in a dataset to which files add up; it was read once. */
  repeated_file: 'info',
  /** A column that must be filled is empty; the row was set aside. */
  required: 'warn',
  /** The key was seen before; the later row was kept. */
  duplicate_key: 'warn',
} as const satisfies Record<string, Severity>

export type FindingRule = keyof typeof findingRules

/** How many places a finding names. */
export const placesShown = 5

/** A finding of the rule's own severity. */
export const finding = (
  rule: FindingRule,
  rest: Partial<Pick<Finding, 'column' | 'count' | 'rows' | 'example'>> = {},
): Finding => ({
  rule,
  column: rest.column ?? null,
  severity: findingRules[rule],
  count: rest.count ?? 1,
  rows: (rest.rows ?? []).slice(0, placesShown),
  example: rest.example ?? null,
})

/** The same finding in several files becomes one. */
export function mergeFindings(findings: Finding[]): Finding[] {
  const groups = Map.groupBy(findings, ({rule, column, severity}) => `${rule} ${column} ${severity}`)
  return [...groups.values()].map(group => ({
    ...group[0]!,
    count: group.reduce((sum, {count}) => sum + count, 0),
    rows: group.flatMap(({rows}) => rows).slice(0, placesShown),
  }))
}
