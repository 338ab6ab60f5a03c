import {identifier} from '@hromada/pipelines'
import type {Build} from '../../build/build.ts'
import type {Model} from '../../model.ts'
import type {Warehouse} from '../../warehouse.ts'
import type {WarehouseFlows} from '../flows/model-flows.ts'
import type {ColumnPolicies} from '../policy/column-policies.ts'
import {describeRule, type PrivacyEntry} from './privacy-entry.ts'

/** What the report says of columns: those that are kept back, coarsened, or let through by a decision. */
export async function policyEntries(
  {models, staged}: Build,
  {tables}: WarehouseFlows,
  policies: ColumnPolicies,
  warehouse: Warehouse,
): Promise<PrivacyEntry[]> {
  const datasets = models.flatMap(({model}) => (model.dataset ? [model] : []))
  const entries: PrivacyEntry[] = []
  for (const model of datasets) {
    const {id, columns, homes, entities = []} = model.dataset!
    for (const [column, {privacy}] of Object.entries(columns))
      if (privacy !== 'public' && privacy !== 'public_by_law')
        for (const {city, rows} of staged.filter(one => one.dataset === id && one.rows > 0))
          entries.push({
            city,
            dataset: id,
            table: '',
            column,
            rule: 'policy',
            policy: privacy,
            action: 'kept_back',
            cells: rows,
            description: describeRule('policy'),
          })
    if (homes)
      for (const {city, cells} of await coarsePlaces(model, warehouse))
        for (const column of [homes.lon, homes.lat])
          entries.push({
            city,
            dataset: id,
            table: '',
            column,
            rule: 'home_place',
            policy: columns[column]!.privacy,
            action: 'coarsened',
            cells,
            description: describeRule('home_place'),
          })
    for (const {code, name} of entities)
      for (const {city, cells} of await unnamedParties(model.name, code, warehouse))
        for (const column of [code, name])
          entries.push({
            city,
            dataset: id,
            table: '',
            column,
            rule: 'person_party',
            policy: columns[column]!.privacy,
            action: 'kept_back',
            cells,
            description: describeRule('person_party'),
          })
  }
  for (const {model, rows} of models.filter(one => one.model.publish))
    entries.push(...exceptionsOf(model, rows, policies), ...rowChoices(model, rows, tables, policies))
  return entries
}

const unnamedParties = (table: string, code: string, warehouse: Warehouse) =>
  warehouse.rows<{city: string; cells: number}>(
    `select city, count(*) as cells from ${identifier(table)} where ${identifier(code)} is null group by city order by city`,
  )

const coarsePlaces = ({name, dataset}: Model, warehouse: Warehouse) => {
  const {lon, shownWhere} = dataset!.homes!
  const isShown = shownWhere ? ` and ${identifier(shownWhere)} is not true` : ''
  return warehouse.rows<{city: string; cells: number}>(
    `select city, count(*) as cells from ${identifier(name)} where ${identifier(lon)} is not null${isShown} group by city order by city`,
  )
}

const exceptionsOf = (model: Model, cells: number, policies: ColumnPolicies): PrivacyEntry[] =>
  Object.entries(model.releases).flatMap(([column, {of, because}]) =>
    of.map(origin => ({
      city: '',
      dataset: policies.dataset(origin)?.id ?? '',
      table: model.name,
      column,
      rule: 'exception' as const,
      policy: policies.of(origin),
      action: 'published' as const,
      cells,
      description: because,
    })),
  )

function rowChoices(
  model: Model,
  cells: number,
  tables: WarehouseFlows['tables'],
  policies: ColumnPolicies,
): PrivacyEntry[] {
  return [...(tables.get(model.name)?.rows ?? [])]
    .filter(([origin]) => policies.of(origin) === 'internal')
    .map(([origin]) => ({
      city: '',
      dataset: policies.dataset(origin)!.id,
      table: model.name,
      column: origin.slice(origin.indexOf('.') + 1),
      rule: 'row_choice' as const,
      policy: 'internal' as const,
      action: 'chooses_rows' as const,
      cells,
      description: describeRule('row_choice'),
    }))
}
