import {identifier} from '@hromada/pipelines'
import type {Build, BuiltModel} from '../build/build.ts'
import {datasetsOf} from '../build/order.ts'
import {heldBackLine} from '../checks/held-back-line.ts'
import {privateColumns} from '../privacy/private-columns.ts'
import type {Warehouse} from '../warehouse.ts'
import {describeColumns} from './describe-columns.ts'

/** Why this build may not be released, in words; empty where it may. */
export async function refusals(
  built: Build,
  published: BuiltModel[],
  warehouse: Warehouse,
): Promise<string[]> {
  return [...blocked(built), ...nothingLeft(built, published), ...(await gate(published, warehouse))]
}

/** Audits that forbid a release, in words. */
const blocked = ({models}: Build): string[] =>
  models.flatMap(({model, audits}) =>
    audits
      .filter(({severity, failures}) => severity === 'block' && failures > 0)
      .map(
        ({name, description, failures, checked, examples}) =>
          `${model.name}: ${description.en} – not so in ${failures} of ${checked} (${name}), for instance ` +
          examples.map(example => JSON.stringify(example).slice(0, 200)).join(', '),
      ),
  )

/** Why there would be nothing in it but what is known without a source. */
const nothingLeft = ({heldBack, landings}: Build, published: BuiltModel[]): string[] =>
  published.some(({model}) => datasetsOf(model).length > 0)
    ? []
    : heldBack.map(held => heldBackLine(held, landings))

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
