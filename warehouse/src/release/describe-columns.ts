import type {Warehouse} from '../warehouse.ts'

/** Names and database types of the columns of what can stand after `select *`. */
export const describeColumns = (source: string, warehouse: Warehouse) =>
  warehouse.rows<{column_name: string; column_type: string}>(`describe select * ${source}`)
