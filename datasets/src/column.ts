/** A text in the portal's languages. Ukrainian is first, English complete. */
export type Text = {uk: string; en: string}

/**
 * What may become of a column. `public`: published. `public_by_law`: published because a law says so.
 * `aggregate_only`: may be counted, never shown by row. `internal`: stays in the warehouse.
 * `forbidden`: stays in the landed file, no model may read it.
 */
export type Privacy = 'public' | 'public_by_law' | 'aggregate_only' | 'internal' | 'forbidden'

/** How each column type looks in TypeScript. Decimals stay text (money is never a float); geometry is GeoJSON text. */
export type ColumnTypes = {
  text: string
  integer: number
  number: number
  decimal: string
  date: string
  timestamp: Date
  boolean: boolean
  json: string
  geometry: string
}
export type ColumnType = keyof ColumnTypes

/** One clean column, and where the dataset's own structure keeps it in the publisher's file. */
export type Column<T extends ColumnType = ColumnType, Null extends boolean = boolean> = {
  type: T
  nullable: Null
  /** The publisher's own header, spelled as they spell it. */
  from: string
  describe: Text
  /** UCUM-like symbol, or an ISO 4217 code for money. Absent for names, codes and flags. */
  unit?: string
  privacy: Privacy
  /** strptime patterns tried in turn, or 'iso'; dates and timestamps only. */
  format: string[]
  /** IANA zone of the publisher's clock; timestamps without an offset only. */
  zone: string
  /** Words that mean yes and no; booleans only. */
  words: {yes: string[]; no: string[]}
  /** The only values there are; anything else is a finding and is left empty. Texts only. */
  allowed?: string[]
  /**
   * Tells of something that has happened and was noted by a computer: what lies after the file was fetched, or before 1971,
   * is a finding and is left empty. Dates and timestamps only. One such time would stretch every table that is told by days
   * or hours, and be the last there is for good.
   */
  isPast?: boolean
  /**
   * People write it, so it may hold what is nobody's business: telephones, names, accounts. Texts only. A text in which
   * such a thing is found is withheld from releases, or published with […] in its place.
   */
  freeText?: 'withhold' | 'redact'
}

type Spec<Null extends boolean> = {
  from: string
  describe: Text
  nullable?: Null
  unit?: string
  privacy?: Privacy
  format?: string | string[]
  zone?: string
  words?: {yes: string[]; no: string[]}
  allowed?: string[]
  isPast?: boolean
  /** `true` withholds a text with something personal in it, 'redact' publishes the rest of it. */
  freeText?: true | 'redact'
}

const officialWords = {yes: ['True', 'true', '1', 'так', 'yes'], no: ['False', 'false', '0', 'ні', 'no']}

const of =
  <T extends ColumnType>(type: T) =>
  <const Null extends boolean = false>(spec: Spec<Null>): Column<T, Null> => ({
    type,
    nullable: (spec.nullable ?? false) as Null,
    from: spec.from,
    describe: spec.describe,
    ...(spec.unit === undefined ? {} : {unit: spec.unit}),
    privacy: spec.privacy ?? 'public',
    format: [spec.format ?? 'iso'].flat(),
    zone: spec.zone ?? 'UTC',
    words: spec.words ?? officialWords,
    ...(spec.allowed === undefined ? {} : {allowed: spec.allowed}),
    ...(spec.isPast === undefined ? {} : {isPast: spec.isPast}),
    ...(spec.freeText === undefined
      ? {}
      : {freeText: spec.freeText === true ? ('withhold' as const) : spec.freeText}),
  })

/** Makers of columns, one per type: `column.text({from: 'uid', describe: {uk, en}})`. Not nullable unless said. */
export const column = {
  text: of('text'),
  integer: of('integer'),
  number: of('number'),
  /** Exact to two decimals, up to 10^16: money. */
  decimal: of('decimal'),
  date: of('date'),
  timestamp: of('timestamp'),
  boolean: of('boolean'),
  /** A JSON value, kept as its text. */
  json: of('json'),
  /** A GeoJSON geometry in WGS 84, kept as its text. */
  geometry: of('geometry'),
}
