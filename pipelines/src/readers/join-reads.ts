import {distinctNames, identifier} from '../duckdb.ts'
import {explained, type Read, type ReadContext} from './reader.ts'

/** A query of more parts takes the database longer to understand than to run. */
export const mostTogether = 50

/**
 * The same rows in the same order from few relations, however many there were: thousands of pages become one table of
 * the database, which spills where it outgrows memory.
 */
export async function joinReads(reads: Read[], duck: ReadContext['duck']): Promise<Read[]> {
  if (reads.length <= mostTogether) return reads
  const joined = new JoinedReads(duck)
  for (let first = 0; first < reads.length; first += mostTogether)
    await joined.add(reads.slice(first, first + mostTogether))
  return [joined.read()]
}

let tables = 0

/** Files' rows on their way into one table; a column that comes later is empty in the rows before. */
export class JoinedReads {
  #duck: ReadContext['duck']
  #table = `joined_${tables++}`
  #columns: string[] = []
  #findings: Read['findings'] = []
  #told: Awaited<ReturnType<NonNullable<Read['afterwards']>>>[] = []
  #isCounted = true
  #together = Infinity

  constructor(duck: ReadContext['duck']) {
    this.#duck = duck
  }

  /** Adds the rows of some files, which are done with then. */
  async add(reads: Read[]) {
    const isFirst = this.#columns.length === 0
    const columns = distinctNames(reads.flatMap(read => read.columns))
    const added = distinctNames([...this.#columns, ...columns]).slice(this.#columns.length)
    this.#columns.push(...added)
    const shape = added.map(name => `${identifier(name)} varchar`)
    if (isFirst) await this.#duck.run(`create table ${this.#table} (${shape.join(', ')})`)
    else for (const column of shape) await this.#duck.run(`alter table ${this.#table} add column ${column}`)
    const rows = reads.map(({relation}) => `select * from ${relation}`).join(' union all by name ')
    const names = columns.map(identifier).join(', ')
    await this.#duck
      .run(`insert into ${this.#table} (${names}) select ${names} from (${rows})`)
      .catch(error => {
        throw explained(reads, error)
      })
    for (const {findings, rowsTogether, afterwards} of reads) {
      this.#findings.push(...findings)
      this.#together = Math.min(this.#together, rowsTogether ?? Infinity)
      if (afterwards) this.#told.push(await afterwards())
      else this.#isCounted = false
    }
  }

  read(): Read {
    const told = this.#told
    return {
      relation: this.#table,
      columns: this.#columns,
      findings: this.#findings,
      ...(Number.isFinite(this.#together) ? {rowsTogether: this.#together} : {}),
      ...(this.#isCounted
        ? {
            afterwards: () =>
              Promise.resolve({
                findings: told.flatMap(({findings}) => findings),
                setAside: told.flatMap(({setAside}) => setAside),
                records: told.reduce((sum, {records}) => sum + records, 0),
              }),
          }
        : {}),
    }
  }
}
