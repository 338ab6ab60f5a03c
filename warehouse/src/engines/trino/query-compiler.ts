import {PortableQueryCompiler} from '../portable-query-compiler.ts'
import {trinoForms} from './forms.ts'

/** Trino reads standard SQL as Kysely writes it. */
export class TrinoQueryCompiler extends PortableQueryCompiler {
  constructor() {
    super(trinoForms)
  }
}
