import type {Model} from '../../model.ts'
import type {Flows} from '../flows/flow.ts'
import type {WarehouseFlows} from '../flows/model-flows.ts'
import type {ColumnPolicies} from '../policy/column-policies.ts'
import type {Scrutiny} from './find-personal.ts'

/** How a column of texts is looked through before it is published. */
export type TextColumn = {
  column: string
  scrutiny: Scrutiny
  handling: 'withhold' | 'redact'
  /** The datasets that people wrote it in; all that the column comes from where nobody did. */
  datasets: string[]
  policy: 'public' | 'public_by_law'
}

/**
 * The columns of a published table that are looked through: by everything that is known where people wrote what is in
 * them, by what looks like nothing else in any other text. Keys are not: a row without one is none.
 * @param types database types of the columns
 */
export function textColumns(
  model: Model,
  types: ReadonlyMap<string, string>,
  {tables}: WarehouseFlows,
  policies: ColumnPolicies,
): TextColumn[] {
  const texts = [...types].filter(
    ([name, type]) => (type === 'VARCHAR' || type === 'JSON') && isLooked(model, name),
  )
  return texts.map(([column]) => textColumn(column, tables.get(model.name)?.columns.get(column), policies))
}

const isLooked = ({grain, place}: Model, name: string) =>
  !grain.includes(name) && !(place && place.kind !== 'point' && place.column === name)

function textColumn(column: string, flows: Flows | undefined, policies: ColumnPolicies): TextColumn {
  const shown = [...(flows ?? [])]
    .filter(([, {way}]) => way === 'value' || way === 'group')
    .map(([origin]) => origin)
  const written = shown.filter(origin => policies.column(origin)?.freeText)
  const isByLaw = written.every(origin => policies.of(origin) === 'public_by_law')
  const isRedacted = written.every(origin => policies.column(origin)?.freeText === 'redact')
  const from = written.length > 0 ? written : shown
  return {
    column,
    scrutiny: written.length === 0 ? 'anywhere' : isByLaw ? 'but_names' : 'all',
    handling: written.length > 0 && isRedacted ? 'redact' : 'withhold',
    datasets: [...new Set(from.map(origin => policies.dataset(origin)!.id))].sort(),
    policy: written.length > 0 && isByLaw ? 'public_by_law' : 'public',
  }
}

/** What is written by hand may not be told by what cannot be left empty. */
export const freeTextKeys = (
  models: readonly Model[],
  {tables}: WarehouseFlows,
  policies: ColumnPolicies,
): string[] =>
  models
    .filter(({publish}) => publish)
    .flatMap(({name, grain}) =>
      grain.flatMap(column => {
        const origins = [...(tables.get(name)?.columns.get(column) ?? [])]
          .filter(
            // What merely stands beside a text, or beside one that is like it, has no words of it.
            ([origin, {way}]) => (way === 'value' || way === 'group') && policies.column(origin)?.freeText,
          )
          .map(([origin]) => origin)
        return origins.length === 0
          ? []
          : [
              `${name}.${column} is in the grain and made from ${origins.join(', ')}, which people write: it cannot be withheld.`,
            ]
      }),
    )
