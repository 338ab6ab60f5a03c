import type {Model} from '../model.ts'

/** Inputs before the models that read them; throws when two different models bear one name. */
export function inOrder(models: Iterable<Model>): Model[] {
  const done = new Map<string, Model>()
  const visit = (model: Model) => {
    const known = done.get(model.name)
    if (known) {
      if (known.kind !== model.kind || known.sql !== model.sql)
        throw new Error(`Two models are called "${model.name}". A model's name is its file's name.`)
      return
    }
    model.inputs.forEach(visit)
    done.set(model.name, model)
  }
  for (const model of models) visit(model)
  return [...done.values()]
}

/** Ids of the datasets a model comes from in the end. */
export const datasetsOf = (model: Model): string[] =>
  [...new Set(model.dataset ? [model.dataset.id] : model.inputs.flatMap(datasetsOf))].sort()
