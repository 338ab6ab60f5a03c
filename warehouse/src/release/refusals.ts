import {identifier} from '@hromada/pipelines'
import type {Build, BuiltModel} from '../build/build.ts'
import {datasetsOf} from '../build/order.ts'
import {heldBackLine} from '../checks/held-back-line.ts'
import type {Warehouse} from '../warehouse.ts'
import {describeColumns} from './describe-columns.ts'
import {type Blocking, keptOutLine} from './kept-out.ts'

/**
 * Why this build may not be released, in words; empty where it may.
 * @param closed why the privacy gate is closed
 */
export async function refusals(
  built: Build,
  published: BuiltModel[],
  closed: string[],
  blocking: Blocking[],
  warehouse: Warehouse,
): Promise<string[]> {
  return [...nothingLeft(built, published, blocking), ...closed, ...(await undescribed(published, warehouse))]
}

/** Why there would be nothing in it but what is known without a source. */
const nothingLeft = ({heldBack, landings}: Build, published: BuiltModel[], blocking: Blocking[]): string[] =>
  published.some(({model}) => datasetsOf(model).length > 0)
    ? []
    : [...blocking.map(keptOutLine), ...heldBack.map(held => heldBackLine(held, landings))]

/** Tables with columns of which nobody says what they are. */
async function undescribed(published: BuiltModel[], warehouse: Warehouse): Promise<string[]> {
  const reasons: string[] = []
  for (const {model} of published) {
    const columns = await describeColumns(`from ${identifier(model.name)}`, warehouse)
    const unknown = columns.map(({column_name}) => column_name).filter(name => !model.columns[name])
    if (unknown.length > 0)
      reasons.push(`${model.name}: ${unknown.join(', ')} has no description. Add it to the model's columns.`)
  }
  return reasons
}
