import type {Model} from '../model.ts'

/**
 * Works through models, several at once, each after all it reads.
 * @param ordered inputs before the models that read them
 * @throws what the first failing work threw, after the others under way have ended
 */
export async function inGraphOrder(
  ordered: Model[],
  atOnce: number,
  work: (model: Model, index: number) => Promise<void>,
): Promise<void> {
  const waiting = new Map(ordered.map((model, index) => [model.name, {model, index}]))
  const done = new Set<string>()
  const running = new Set<Promise<void>>()
  let failure: {error: unknown} | null = null
  while (waiting.size > 0 && !failure) {
    for (const {model, index} of [...waiting.values()]) {
      if (running.size >= atOnce) break
      if (!model.inputs.every(({name}) => done.has(name))) continue
      waiting.delete(model.name)
      const run: Promise<void> = work(model, index)
        .then(
          () => void done.add(model.name),
          error => {
            failure ??= {error}
          },
        )
        .finally(() => running.delete(run))
      running.add(run)
    }
    await Promise.race(running)
  }
  await Promise.all(running)
  if (failure) throw (failure as {error: unknown}).error
}
