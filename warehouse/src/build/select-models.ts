import {UsageError} from '@hromada/pipelines/command'
import type {Model} from '../model.ts'

/**
 * The models that a selection names: `appeals`, `+appeals` with all it reads, `appeals+` with all that reads it,
 * `+appeals+`, `tag:budget` (with the same signs), several with commas between.
 * @throws UsageError for a name or a tag that no model has
 */
export function selectModels(selection: string, models: Model[]): Set<string> {
  const readers = new Map<string, Model[]>()
  for (const model of models)
    for (const input of model.inputs) readers.set(input.name, [...(readers.get(input.name) ?? []), model])

  const chosen = new Set<string>()
  const take = (model: Model, next: (of: Model) => Model[], seen: Set<string>) => {
    if (seen.has(model.name)) return
    seen.add(model.name)
    chosen.add(model.name)
    for (const other of next(model)) take(other, next, seen)
  }
  for (const term of selection.split(',').map(text => text.trim())) {
    const [, up, name = '', down] = /^(\+?)(.*?)(\+?)$/.exec(term) ?? []
    const named = name.startsWith('tag:')
      ? models.filter(({tags}) => tags.includes(name.slice(4)))
      : models.filter(model => model.name === name)
    if (named.length === 0)
      throw new UsageError(
        name.startsWith('tag:')
          ? `No model has the tag "${name.slice(4)}". Tags: ${[...new Set(models.flatMap(({tags}) => tags))].sort().join(', ')}.`
          : `There is no model "${name}". Models: ${models.map(model => model.name).join(', ')}.`,
      )
    for (const model of named) {
      chosen.add(model.name)
      if (up) take(model, ({inputs}) => inputs, new Set())
      if (down) take(model, of => readers.get(of.name) ?? [], new Set())
    }
  }
  return chosen
}

/**
 * Chosen models and, of what they read, what is not there: nothing can be made from a table that never was.
 * @param ordered inputs before the models that read them
 */
export function withMissingInputs(
  chosen: ReadonlySet<string>,
  ordered: Model[],
  isThere: (name: string) => boolean,
): Set<string> {
  const needed = new Set(chosen)
  for (const {name, inputs} of ordered.toReversed())
    if (needed.has(name)) for (const input of inputs) if (!isThere(input.name)) needed.add(input.name)
  return needed
}
