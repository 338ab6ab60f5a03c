import type {Check} from '@hromada/datasets'
import {identifier, literal} from '@hromada/pipelines'

/** The conditions by which a rule chooses its rows; none is ever null. */
export const chosenRows = ({where}: Pick<Check, 'where'>): string[] =>
  Object.entries(where).map(
    ([column, values]) =>
      `coalesce(cast(${identifier(column)} as varchar) in (${values.map(literal).join(', ')}), false)`,
  )
