import type {Model} from '../../model.ts'

/**
 * Models that read what no model may read, in words: forbidden columns of datasets stay in the landed file. Empty where
 * none does.
 */
export const forbiddenReads = (models: readonly Model[]): string[] =>
  models.flatMap(({name, inputs, lineage}) => {
    const forbidden = new Set(
      inputs.flatMap(({name: table, dataset}) =>
        Object.entries(dataset?.columns ?? {})
          .filter(([, {privacy}]) => privacy === 'forbidden')
          .map(([column]) => `${table}.${column}`),
      ),
    )
    const columns = Object.entries(lineage.columns).map(([column, from]) => ({
      what: `${name}.${column} is made from`,
      from,
    }))
    return [...columns, {what: `rows of ${name} are chosen by`, from: lineage.rows}].flatMap(({what, from}) =>
      from
        .filter(origin => forbidden.has(origin))
        .map(origin => `${what} ${origin}, which is forbidden: it stays in the landed file.`),
    )
  })
