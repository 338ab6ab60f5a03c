import {literal} from '@hromada/pipelines'
import type {Warehouse} from '../warehouse.ts'
import type {AuditResult} from './audit.ts'
import type {PartitionState} from './partitions.ts'
import type {Staged} from './stage.ts'

/** What is remembered of a table between builds. */
export type BuiltState = {
  fingerprint: string
  rows: number
  audits: AuditResult[]
  staged: Staged[]
  partitions: PartitionState | null
}

type Kept = {
  name: string
  fingerprint: string
  rows: number
  audits: string
  staged: string
  partitions: string
}

/** The warehouse's own record of what its tables were made from. */
export class BuildState {
  readonly #warehouse: Warehouse
  readonly #known: Map<string, BuiltState>

  private constructor(warehouse: Warehouse, known: Map<string, BuiltState>) {
    this.#warehouse = warehouse
    this.#known = known
  }

  static async read(warehouse: Warehouse): Promise<BuildState> {
    await warehouse.run(
      `create table if not exists _built (name varchar, fingerprint varchar, "rows" bigint, built_at varchar, audits varchar, staged varchar, partitions varchar)`,
    )
    const rows = await warehouse.rows<Kept>('select * from _built')
    return new BuildState(
      warehouse,
      new Map(
        rows.map(({name, fingerprint, rows: count, audits, staged, partitions}) => [
          name,
          {
            fingerprint,
            rows: count,
            audits: JSON.parse(audits) as AuditResult[],
            staged: JSON.parse(staged) as Staged[],
            partitions: JSON.parse(partitions) as PartitionState | null,
          },
        ]),
      ),
    )
  }

  get names(): string[] {
    return [...this.#known.keys()]
  }

  of(name: string): BuiltState | undefined {
    return this.#known.get(name)
  }

  /** The statement that says the table is not what anybody knows: to run with the one that changes it. */
  forgetting(name: string): string {
    return `delete from _built where name = ${literal(name)}`
  }

  async remember(name: string, state: BuiltState, at: Date): Promise<void> {
    const values = [
      name,
      state.fingerprint,
      String(state.rows),
      at.toISOString(),
      JSON.stringify(state.audits),
      JSON.stringify(state.staged),
      JSON.stringify(state.partitions),
    ]
    await this.#warehouse.run(
      this.forgetting(name),
      `insert into _built values (${values.map(literal).join(', ')})`,
    )
    this.#known.set(name, state)
  }
}
