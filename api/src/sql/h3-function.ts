import {type DuckDBConnection, DuckDBScalarFunction, VARCHAR} from '@duckdb/node-api'
import {h3Shape} from '@hromada/warehouse'

/** Name of the function by which the database asks for the ground of a cell of the H3 grid. */
export const h3ShapeName = 'h3_shape'

/** Teaches a database the function: a cell's name in, its ground as GeoJSON text out, null for what is no cell. */
export function registerH3Shape(connection: DuckDBConnection): void {
  connection.registerScalarFunction(
    DuckDBScalarFunction.create({
      name: h3ShapeName,
      parameterTypes: [VARCHAR],
      returnType: VARCHAR,
      specialHandling: true,
      mainFunction: (_info, input, output) => {
        const cells = input.getColumnValues(0)
        for (let row = 0; row < input.rowCount; row++) {
          const cell = cells[row]
          output.setItem(row, typeof cell === 'string' ? h3Shape(cell) : null)
        }
        output.flush()
      },
    }),
  )
}
