import {BlockedError} from '@hromada/pipelines/command'

/** The release was refused by its gate. The one before it goes on serving. */
export class ReleaseRefused extends BlockedError {
  override name = 'ReleaseRefused'
  readonly reasons: string[]
  constructor(reasons: string[], lastGood: string | null) {
    const serving = lastGood
      ? `the last good one (${lastGood}) goes on serving`
      : 'there is no earlier one to serve'
    super(`The release was refused; ${serving}.\n${reasons.map(reason => `  – ${reason}`).join('\n')}`)
    this.reasons = reasons
  }
}
