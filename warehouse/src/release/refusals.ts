import {identifier} from '@hromada/pipelines'
import type {Build, BuiltModel} from '../build/build.ts'
import {privateColumns} from '../privacy/private-columns.ts'
import type {Warehouse} from '../warehouse.ts'
import {describeColumns} from './describe-columns.ts'

/** Why this build may not be released, in words; empty where it may. */
export async function refusals(
  built: Build,
  published: BuiltModel[],
  warehouse: Warehouse,
): Promise<string[]> {
  return [...blocked(built), ...(await gate(published, warehouse))]
}

/** Audits and findings that forbid a release, in words. */
function blocked({models, landings, staged}: Build): string[] {
  const audits = models.flatMap(({model, audits: results}) =>
    results
      .filter(({severity, failures}) => severity === 'block' && failures > 0)
      .map(
        ({name, description, failures, checked, examples}) =>
          `${model.name}: ${description.en} – not so in ${failures} of ${checked} (${name}), for instance ` +
          examples.map(example => JSON.stringify(example).slice(0, 200)).join(', '),
      ),
  )
  const findings = [
    ...landings.map(({city, feed, manifest}) => ({
      city: city.id,
      dataset: feed.dataset.id,
      findings: manifest.findings,
    })),
    ...staged,
  ].flatMap(({city, dataset, findings: found}) =>
    found
      .filter(({severity}) => severity === 'block')
      .map(
        ({rule, count}) =>
          `${city}/${dataset}: ${rule}, ${count} records. Correct the file, or tell its publisher.`,
      ),
  )
  return [...audits, ...findings]
}

/** Tables with private or undescribed columns. */
async function gate(published: BuiltModel[], warehouse: Warehouse): Promise<string[]> {
  const reasons: string[] = []
  for (const {model} of published) {
    const names = (await describeColumns(`from ${identifier(model.name)}`, warehouse)).map(
      ({column_name}) => column_name,
    )
    const closed = privateColumns(model, names)
    const unknown = names.filter(name => !model.columns[name])
    if (closed.length > 0)
      reasons.push(`${model.name}: ${closed.join(', ')} may not be published. Leave it out of the model.`)
    if (unknown.length > 0)
      reasons.push(`${model.name}: ${unknown.join(', ')} has no description. Add it to the model's columns.`)
  }
  return reasons
}
