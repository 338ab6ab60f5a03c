import {identifier, literal} from '@hromada/pipelines'
import type {Model} from '../../model.ts'
import {hiddenTable} from '../counts/hide-counts.ts'
import type {TextColumn} from '../texts/text-columns.ts'

/** How a table is shown to the public. */
export type Shown = {
  model: Model
  /** Database types of its columns, in their order. */
  types: ReadonlyMap<string, string>
  /** Columns of texts in which something was found. */
  texts: readonly TextColumn[]
  /** Rows with a hidden count are left out: that they are there tells of somebody. */
  leavesRowsOut: boolean
}

/** The only query by which rows of a table get into a release: its columns, one by one, each as the public may see it. */
export function publicSql({model, types, texts, leavesRowsOut}: Shown): string {
  const {name, grain, counts, materialise, releases} = model
  const columns = [...types.keys()].map(column => {
    const text = texts.find(one => one.column === column)
    return text
      ? `${shownText(text, types.get(column)!)} as ${identifier(column)}`
      : shownColumn(column, model)
  })
  const hidden = counts?.measures.map(measure => `h.${identifier(measure)}`).join(' or ')
  const joined = counts
    ? ` left join ${hiddenTable(model)} h on ${grain.map(key => `h.${identifier(key)} = t.${identifier(key)}`).join(' and ')}`
    : ''
  const kept = counts && leavesRowsOut ? ` where not coalesce(${hidden}, false)` : ''
  // Parts lie as they were made, and a join as it comes; what comes from private columns no model may order its rows by,
  // but here it is published.
  const ordered =
    counts || materialise.as === 'partitions' || Object.keys(releases).length > 0
      ? ` order by ${grain.map(key => `t.${identifier(key)}`).join(', ')}`
      : ''
  return `select ${columns.join(', ')} from ${identifier(name)} t${joined}${kept}${ordered}`
}

function shownText({column, scrutiny, handling}: TextColumn, type: string): string {
  const cell = `t.${identifier(column)}`
  // What is cut out of a JSON text would leave none.
  const shown =
    handling === 'redact' && type === 'VARCHAR'
      ? `redacted_text(${cell}, ${literal(scrutiny)})`
      : `withheld_text(cast(${cell} as varchar), ${literal(scrutiny)})`
  return type === 'VARCHAR' ? shown : `cast(${shown} as ${type})`
}

function shownColumn(column: string, {counts}: Model): string {
  const cell = `t.${identifier(column)}`
  const hidden = counts?.measures.includes(column)
    ? [column]
    : counts?.with?.includes(column)
      ? counts.measures
      : []
  return hidden.length === 0
    ? cell
    : `case when ${hidden.map(measure => `h.${identifier(measure)}`).join(' or ')} then null else ${cell} end as ${identifier(column)}`
}
