/** What a published table counts, where that is persons or households. */
export type Counts<Column extends string = string> = {
  of: 'persons' | 'households'
  /** Columns of whole numbers that count them. */
  measures: Column[]
  /** Columns that say more of those counted, as a mean or a share does: shown only where all the counts of a row are. */
  with?: Column[]
  /**
   * Every column of the grain but the city, by dimension, and within one from the widest to the narrowest:
   * `[['district', 'street'], ['age']]`.
   */
  dimensions: Column[][]
  /** What stands in a column of a dimension where a row is all of its values together; '' unless said. */
  all?: string
  /** Measures that are others added up: `{residents: ['women', 'men']}`. */
  sums?: Partial<Record<Column, Column[]>>
  /** A published table that counts the same and that this one's rows are totals of. Needed where there is one. */
  totalsOf?: string
}
