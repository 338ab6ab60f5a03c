import type {Column, Dataset, Privacy} from '@hromada/datasets'
import type {Model} from '../../model.ts'

/** What may become of the columns of datasets, by their names as `appeals.content`. */
export class ColumnPolicies {
  readonly #datasets: ReadonlyMap<string, Dataset>

  constructor(models: readonly Model[]) {
    this.#datasets = new Map(models.flatMap(({dataset}) => (dataset ? [[dataset.id, dataset]] : [])))
  }

  /** `public` for what no dataset declares, such as the city. */
  of(origin: string): Privacy {
    // Rows that are persons may be counted; nobody is shown.
    if (nameIn(origin) === '*') return 'aggregate_only'
    return this.column(origin)?.privacy ?? 'public'
  }

  dataset(origin: string): Dataset | undefined {
    return this.#datasets.get(origin.slice(0, origin.indexOf('.')))
  }

  column(origin: string): Column | undefined {
    return this.dataset(origin)?.columns[nameIn(origin)]
  }
}

const nameIn = (origin: string) => origin.slice(origin.indexOf('.') + 1)
