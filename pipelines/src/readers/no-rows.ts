import type {Finding} from '../findings.ts'
import {SourceError} from './reader.ts'

/** A file that may be what it should, and holds nothing: of several pages, the last one may. */
export class NoRows extends SourceError {
  override name = 'NoRows'
  /** To be told of where other files hold something; null: nothing is wrong with it. */
  finding: Finding | null

  constructor(message: string, finding: Finding | null = null) {
    super(message)
    this.finding = finding
  }
}
