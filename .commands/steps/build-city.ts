import type {City} from '@hromada/datasets'
import {landingsInUse} from '@hromada/pipelines'
import {type CommandEffects, CommandError, groupDigits} from '@hromada/pipelines/command'
import {
  type Build,
  build,
  heldBackLine,
  type Landing,
  loadModels,
  loadRules,
  type Warehouse,
} from '@hromada/warehouse'

/** Builds the warehouse from what has landed for the cities; with `select` only what it names. */
export async function buildCity(
  warehouse: Warehouse,
  cities: City[],
  data: string,
  {progress, signal, now}: CommandEffects,
  select?: string,
): Promise<Build> {
  const landings: Landing[] = []
  for (const city of cities)
    for (const feed of city.feeds) {
      const used = await landingsInUse(data, city.id, feed.dataset)
      const manifest = used.at(-1)
      if (manifest) landings.push({city, feed, manifest, earlier: used.slice(0, -1)})
    }
  if (landings.length === 0)
    throw new CommandError(
      `Nothing has landed for ${cities.map(({id}) => id).join(', ')} in ${data}. Run npm run land first.`,
    )
  const task = progress.task('build models')
  try {
    const built = await build(
      warehouse,
      {
        models: await loadModels(),
        rules: await loadRules(),
        cities,
        landings,
        data,
        ...(select === undefined ? {} : {select}),
      },
      {now, signal, onModel: (name, index, total) => task.update(index, total, `models, ${name}`)},
    )
    const made = built.models.filter(({isNew}) => isNew)
    const rows = made.reduce((sum, model) => sum + model.rows, 0)
    task.done(
      made.length === 0
        ? `${built.models.length} models, unchanged`
        : `${made.length} of ${built.models.length} models built, ${groupDigits(rows)} rows`,
    )
    return built
  } catch (error) {
    task.fail()
    throw error
  }
}

/** What is held back, one a line. */
export const heldBackLines = ({heldBack, landings}: Build): string[] =>
  heldBack.map(held => heldBackLine(held, landings))

/** The same for machines. */
export const heldBackReport = ({heldBack}: Build) =>
  heldBack.map(({landing: {city, feed, manifest}, since, faults}) => ({
    city: city.id,
    dataset: feed.dataset.id,
    fetchedAt: manifest.retrievedAt,
    since,
    rules: faults.map(({rule, column, count, asked, rows}) => ({rule, column, count, asked, rows})),
  }))

/** Audits that found something, one a line. */
export const auditLines = ({models}: Build): string[] =>
  models.flatMap(({model, audits}) =>
    audits
      .filter(({failures}) => failures > 0)
      .map(
        ({severity, description, failures, checked}) =>
          `${severity === 'block' ? 'blocks' : 'warns '}  ${model.name}: ${description.en} – not so in ${groupDigits(failures)} of ${groupDigits(checked)}`,
      ),
  )
