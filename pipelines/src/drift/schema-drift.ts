import {SourceError} from '../readers/reader.ts'

/** What a publisher changed in the columns of a file, and what to write so that it is read again. */
export type ColumnChange = {
  /** `vanished`: nothing stands for it; `renamed`: another column does; `retyped`: its values are written otherwise. */
  kind: 'vanished' | 'renamed' | 'retyped'
  /** Our column. */
  column: string
  /** What happened, in a sentence. */
  text: string
  /** Lines to put into declarations, by the file they belong to. Empty where a person has to look. */
  lines: {file: string; line: string; when?: string}[]
}

/**
 * The publisher changed columns that the dataset needs, since the landing before. It stops the dataset; the message names
 * what changed and offers the lines to change.
 */
export class SchemaDrift extends SourceError {
  override name = 'SchemaDrift'
  readonly changes: ColumnChange[]

  constructor(summary: string, changes: ColumnChange[]) {
    super([summary, ...changes.flatMap(offer)].join('\n'))
    this.changes = changes
  }
}

/** A change and its lines, as they are read at the keyboard. */
const offer = ({text, lines}: ColumnChange): string[] => [
  `  ${text}`,
  ...lines.flatMap(({file, line, when}) => [
    `    ${when ? `${when}, in ${file}` : `In ${file}`}:`,
    `      ${line}`,
  ]),
]
