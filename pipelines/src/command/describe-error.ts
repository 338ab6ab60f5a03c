import {CommandError} from './command-error.ts'

const systemErrors: Record<string, string> = {
  EACCES: 'The system does not permit it. Check who owns the file or folder.',
  EPERM: 'The system does not permit it. Check who owns the file or folder.',
  EROFS: 'That disk can only be read. Choose another folder.',
  ENOSPC: 'The disk is full. Free some space, or choose a folder on another disk with --data.',
  EMFILE: 'Too many files are open. Raise the limit (ulimit -n) and run it again.',
}

/**
 * What to tell a person about an error: one paragraph, with its causes. A fault of the program says that it is one,
 * and how to learn more.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof AggregateError && error.errors.length > 0)
    return [error.message, ...error.errors.map(describeError)].filter(Boolean).join('\n')
  const because = error.cause instanceof Error ? describeError(error.cause) : ''
  const said =
    because === '' || error.message.includes(because) ? error.message : `${error.message} ${because}`
  if (error instanceof CommandError) return said
  const advice = systemErrors[(error as NodeJS.ErrnoException).code ?? '']
  if (advice) return `${said}. ${advice}`
  // These are thrown by the language, not by code that knows what it was asked to do.
  const isBug = [TypeError, ReferenceError, RangeError, SyntaxError].some(kind => error.constructor === kind)
  return isBug
    ? `Something is wrong in the program itself: ${said}. Run it again with HROMADA_DEBUG=1 to see where.`
    : said
}
