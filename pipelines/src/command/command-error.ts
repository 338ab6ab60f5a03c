/**
 * A failure that the person at the keyboard can do something about. The message says what, why and what to do;
 * it is printed as it is, without a stack.
 */
export class CommandError extends Error {
  override name = 'CommandError'
  /** What the process answers to the shell. */
  readonly exitCode: number = 1
}

/** The command line or the environment asks for something that does not exist. */
export class UsageError extends CommandError {
  override name = 'UsageError'
  override readonly exitCode = 2
}
