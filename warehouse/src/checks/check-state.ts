import {literal} from '@hromada/pipelines'
import type {Warehouse} from '../warehouse.ts'
import type {Fault} from './faults-of.ts'
import type {RuleResult} from './rule-result.ts'

/** What came of the rules, and all that is wrong. */
export type Verdict = {results: RuleResult[]; faults: Fault[]}

type Place = {city: string; dataset: string}
type Kept = Place & {fingerprint: string; verdict: string}

/** The warehouse's own record of what came of the rules: rows that have not changed are not asked again. */
export class CheckState {
  readonly #warehouse: Warehouse
  readonly #known: Map<string, Verdict>
  readonly #used = new Set<string>()

  private constructor(warehouse: Warehouse, known: Map<string, Verdict>) {
    this.#warehouse = warehouse
    this.#known = known
  }

  static async read(warehouse: Warehouse): Promise<CheckState> {
    await warehouse.run(
      'create table if not exists _checked (city varchar, dataset varchar, fingerprint varchar, verdict varchar)',
    )
    const rows = await warehouse.rows<Kept>('select * from _checked')
    return new CheckState(
      warehouse,
      new Map(rows.map(row => [idOf(row, row.fingerprint), JSON.parse(row.verdict) as Verdict])),
    )
  }

  /** What came of them when everything was as the fingerprint says. */
  of(place: Place, fingerprint: string): Verdict | undefined {
    this.#used.add(idOf(place, fingerprint))
    return this.#known.get(idOf(place, fingerprint))
  }

  async remember({city, dataset}: Place, fingerprint: string, verdict: Verdict): Promise<void> {
    const values = [city, dataset, fingerprint, JSON.stringify(verdict)]
    await this.#warehouse.run(`insert into _checked values (${values.map(literal).join(', ')})`)
    this.#known.set(idOf({city, dataset}, fingerprint), verdict)
  }

  /** Lets go of what nobody has asked for since it was read. */
  async tidy(): Promise<void> {
    const unused = [...this.#known.keys()].filter(id => !this.#used.has(id))
    if (unused.length === 0) return
    await this.#warehouse.run(
      `delete from _checked where concat_ws(' ', city, dataset, fingerprint) in (${unused.map(literal).join(', ')})`,
    )
    for (const id of unused) this.#known.delete(id)
  }
}

const idOf = ({city, dataset}: Place, fingerprint: string) => `${city} ${dataset} ${fingerprint}`
