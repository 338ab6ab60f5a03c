import type {Dataset} from '@hromada/datasets'
import type {Model} from '../model.ts'

/** Datasets a model reads, itself or through its inputs. */
const sourcesOf = (model: Model): Dataset[] => [
  ...(model.dataset ? [model.dataset] : []),
  ...model.inputs.flatMap(sourcesOf),
]

/**
 * The gate in front of a release: columns of a table that may not be published. A column counts as one of a dataset's
 * when it bears its name, so a private column cannot slip through by being selected; renaming one is the model's lie.
 */
export function privateColumns(model: Model, columns: string[]): string[] {
  const closed = new Set(
    sourcesOf(model).flatMap(({columns: declared}) =>
      Object.entries(declared)
        .filter(([, {privacy}]) => privacy !== 'public' && privacy !== 'public_by_law')
        .map(([name]) => name),
    ),
  )
  return columns.filter(name => closed.has(name))
}
