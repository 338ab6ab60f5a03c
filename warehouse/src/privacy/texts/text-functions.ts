import {type DuckDBConnection, DuckDBScalarFunction, VARCHAR} from '@duckdb/node-api'
import {findPersonal, redacted, type Scrutiny} from './find-personal.ts'

/**
 * Functions for the projection of a release: `personal_rules(text, scrutiny)` names the rules by which something is
 * found in a text, with commas between, null where nothing is; `withheld_text` and `redacted_text` are what is shown.
 */
export function registerTextFunctions(duck: DuckDBConnection): void {
  for (const [name, call] of Object.entries(functions))
    duck.registerScalarFunction(
      DuckDBScalarFunction.create({
        name,
        parameterTypes: [VARCHAR, VARCHAR],
        returnType: VARCHAR,
        specialHandling: true,
        // Or the database would move it to where there are more rows to call it for.
        volatile: true,
        mainFunction: (_info, input, output) => {
          const texts = input.getColumnValues(0)
          const scrutinies = input.getColumnValues(1)
          for (let row = 0; row < input.rowCount; row++) {
            const text = texts[row]
            output.setItem(row, typeof text === 'string' ? call(text, scrutinies[row] as Scrutiny) : null)
          }
          output.flush()
        },
      }),
    )
}

const functions: Record<string, (text: string, scrutiny: Scrutiny) => string | null> = {
  personal_rules: (text, scrutiny) => {
    const rules = findPersonal(text, scrutiny).map(({rule}) => rule)
    return rules.length > 0 ? [...new Set(rules)].join(',') : null
  },
  withheld_text: (text, scrutiny) => (findPersonal(text, scrutiny).length > 0 ? null : text),
  redacted_text: (text, scrutiny) => {
    const found = findPersonal(text, scrutiny)
    return found.length > 0 ? redacted(text, found) : text
  },
}
