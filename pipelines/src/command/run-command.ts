import {stat} from 'node:fs/promises'
import {constants} from 'node:os'
import type {Command, ValuesOf} from './command.ts'
import {CommandError, UsageError} from './command-error.ts'
import {describeError} from './describe-error.ts'
import {helpText} from './help-text.ts'
import {parseCommandLine} from './parse-command-line.ts'
import {createProgress, type Progress} from './progress.ts'

/** What a command's `main` may touch besides its options. */
export type CommandEffects = {
  /** Aborted by Ctrl-C and by SIGTERM: stop soon, leave nothing half-written. */
  signal: AbortSignal
  progress: Progress
  /** Prints a line of the result. */
  print: (line: string) => void
  /** Says what came of it, for machines: printed once, at the end, where `--json` asks for it. */
  report: (result: Record<string, unknown>) => void
  now: () => Date
  env: Record<string, string | undefined>
}

/** The process a command runs in. */
export type Host = {
  args: string[]
  env: Record<string, string | undefined>
  cwd: string
  progress: Progress
  /** Where everything goes that is for people when stdout is for machines. */
  errorProgress: () => Progress
  write: (text: string) => void
  writeError: (text: string) => void
  now: () => Date
  onSignal: (listener: (name: 'SIGINT' | 'SIGTERM') => void) => () => void
  setExitCode: (code: number) => void
  exitNow: (code: number) => void
}

/**
 * Runs a command, and answers and sets its exit code: 0 done, 1 failed, 2 wrong usage, 3 blocked by a gate, 130
 * interrupted (143 by SIGTERM). `main` may return a code of its own; one that returns after its signal was aborted, as a server does,
 * has done what it should. A second Ctrl-C does not wait.
 */
export async function runCommand<C extends Command>(
  command: C,
  main: (values: ValuesOf<C>, effects: CommandEffects) => Promise<number | undefined> | Promise<void>,
  host: Host = thisProcess(),
): Promise<number> {
  const {env, now} = host
  const isForMachines = command.json === true && host.args.includes('--json')
  const progress = isForMachines ? host.errorProgress() : host.progress
  const began = now()
  let result: Record<string, unknown> = {}
  const report = (said: Record<string, unknown>) => {
    result = {...result, ...said}
  }
  const abort = new AbortController()
  let interrupted = 0
  const forget = host.onSignal(name => {
    const code = 128 + constants.signals[name]
    if (interrupted) return host.exitNow(code)
    interrupted = code
    abort.abort(new CommandError(name === 'SIGINT' ? 'Interrupted.' : 'Told to stop.'))
  })
  const run = async () => {
    const values = parseCommandLine(command, host.args, env, host.cwd)
    if (values === null) return progress.print(helpText(command).trimEnd())
    await checkSources((values as {sources?: string | null}).sources)
    return main(values, {signal: abort.signal, progress, print: progress.print, report, now, env})
  }
  const explain = (error: unknown) => {
    progress.close()
    // Whatever breaks because it was told to stop is not worth a report.
    const said = interrupted ? 'Interrupted before it was done.' : describeError(error)
    const stack = env.HROMADA_DEBUG && error instanceof Error ? `\n${error.stack}` : ''
    host.writeError(`${command.name}: ${said}${stack}\n`)
    report({error: said})
    return interrupted || (error instanceof CommandError ? error.exitCode : 1)
  }
  const code = (await run().catch(explain)) ?? 0
  progress.close()
  if (isForMachines) {
    const seconds = Math.round(now().getTime() - began.getTime()) / 1000
    host.write(`${JSON.stringify({command: command.name, code, seconds, ...result}, null, 2)}\n`)
  }
  forget()
  host.setExitCode(code)
  return code
}

async function checkSources(sources: string | null | undefined): Promise<void> {
  if (!sources) return
  const found = await stat(sources).catch(() => null)
  if (!found?.isDirectory())
    throw new UsageError(
      `The sources folder ${sources} ${found ? 'is a file' : 'does not exist'}. Name a folder with --sources, or leave it out to read from the network.`,
    )
}

/** The real process. It ends by itself when nothing is left to do: a closing server may take its time. */
function thisProcess(): Host {
  // Whoever reads our lines may stop reading (`| head`); the work goes on.
  process.stdout.on('error', error => {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error
  })
  return {
    args: process.argv.slice(2),
    env: process.env,
    cwd: process.cwd(),
    progress: createProgress(),
    errorProgress: () => createProgress({stream: process.stderr, isTTY: process.stderr.isTTY === true}),
    write: text => void process.stdout.write(text),
    writeError: text => process.stderr.write(text),
    now: () => new Date(),
    onSignal(listener) {
      const listeners = (['SIGINT', 'SIGTERM'] as const).map(name => [name, () => listener(name)] as const)
      for (const [name, call] of listeners) process.on(name, call)
      return () => {
        for (const [name, call] of listeners) process.off(name, call)
      }
    },
    setExitCode(code) {
      process.exitCode = code
    },
    exitNow: code => process.exit(code),
  }
}
