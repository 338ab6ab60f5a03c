import type {Operator} from '../contract/index.ts'
import type {OpenColumn} from '../release/open-column.ts'
import type {Parameter} from './parameter.ts'

/** One condition on one column. `hasNull`: null was named among the values of `in` or `not in`. */
export type Condition = {column: OpenColumn; operator: Operator; values: Parameter[]; hasNull: boolean}

export type Order = {column: OpenColumn; descending: boolean}

/** What is asked of a table, checked against its columns. An empty `order` means the order of the grain. */
export type RowQuery = {select: OpenColumn[]; where: Condition[]; order: Order[]; limit: number | null}
