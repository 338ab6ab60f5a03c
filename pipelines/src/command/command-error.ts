/**
 * A failure that the person at the keyboard can do something about. The message says what, why and what to do;
 * it is printed as it is, without a stack.
 */
export class CommandError extends Error {
  override name = 'CommandError'
  /** What the process answers to the shell. */
  readonly exitCode: number = 1
}

/** A gate forbids it: audits, findings, private columns, promises to readers. Nothing was changed. */
export class BlockedError extends CommandError {
  override name = 'BlockedError'
  override readonly exitCode: number = 3
}

/** The command line or the environment asks for something that does not exist. */
export class UsageError extends CommandError {
  override name = 'UsageError'
  override readonly exitCode = 2
}
