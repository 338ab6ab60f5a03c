import type {Column} from './column.ts'
import type {Dataset} from './define-dataset.ts'

/**
 * How the table of a dataset is made of what has landed. Every landing is kept for ever, so that another mode can be
 * declared later.
 */
export type Load<Name extends string = string> =
  /** The newest landing alone: each is the whole truth. */
  | {mode: 'replace'}
  /** Every landing, oldest first: each file brings rows of its own. One that has landed before adds nothing. */
  | {mode: 'append'}
  /** Every landing: of rows with the same key that of the newest stays. */
  | {mode: 'upsert'}
  /**
   * As `replace`, with what was before: the table says of each row from when to when it was so. It gets the columns of
   * `Validity`, and the key is unique together with `valid_from`.
   */
  | {mode: 'snapshot'}
  /**
   * As `upsert`, and the publisher is asked only for what is not older than the last value of the column `by` less
   * `lookBack`: an ISO 8601 duration (`P7D`, `PT12H`) where `by` is a time or a day, a number where it is a whole
   * number that grows. What changes later than that is missed.
   */
  | {mode: 'cursor'; by: Name; lookBack: string | number}

/** Columns that `snapshot` adds. Instants are those at which the landings were fetched. */
export type Validity = {
  /** When the row was first seen so. */
  valid_from: Date
  /** When it was first seen otherwise, or missing; null: it is still so. */
  valid_to: Date | null
  is_current: boolean
}

/** Throws where a dataset cannot be loaded as it says. */
export function checkLoad({id, load, key, columns}: Dataset) {
  const {mode} = load
  if (mode === 'replace' || mode === 'append') return
  if (key.length === 0) throw new Error(`${id}: load mode "${mode}" needs a key that tells its rows apart.`)
  if (mode === 'snapshot') {
    const taken = (['valid_from', 'valid_to', 'is_current'] satisfies (keyof Validity)[]).find(
      name => columns[name],
    )
    if (taken) throw new Error(`${id}: load mode "snapshot" adds a column "${taken}"; call yours otherwise.`)
  }
  if (mode !== 'cursor') return
  const by: Column | undefined = columns[load.by]
  const isTime = by?.type === 'timestamp' || by?.type === 'date'
  if (!by || !(isTime || by.type === 'integer'))
    throw new Error(
      `${id}: a cursor needs a column of type timestamp, date or integer; "${load.by}" is none.`,
    )
  if (isTime ? !isDuration(load.lookBack) : !(Number.isInteger(load.lookBack) && Number(load.lookBack) >= 0))
    throw new Error(
      `${id}: lookBack is ${JSON.stringify(load.lookBack)}; for a column of type ${by.type} it is ` +
        `${isTime ? 'a duration such as P7D or PT12H' : 'a whole number such as 1000'}.`,
    )
}

/** An ISO 8601 duration in whole numbers: years, months, weeks, days, hours, minutes, of which one at least. */
const isDuration = (text: string | number) =>
  typeof text === 'string' && /^P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?)?$/.test(text)
