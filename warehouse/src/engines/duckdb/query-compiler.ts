import {PortableQueryCompiler} from '../portable-query-compiler.ts'
import {duckdbForms} from './forms.ts'

/** DuckDB reads standard SQL as Kysely writes it. */
export class DuckDBQueryCompiler extends PortableQueryCompiler {
  constructor() {
    super(duckdbForms)
  }
}
