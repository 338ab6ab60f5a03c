import {spawn} from 'node:child_process'
import {constants} from 'node:os'
import {join, resolve} from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const guard = new URL('./forbid-network.fixture.ts', import.meta.url).href

const graceMilliseconds = 5000

// A test run's own variables would change what the commands and the build of the pages do.
const inherited = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'SystemRoot', 'TEMP', 'TMP', 'NODE_COMPILE_CACHE']

/** A command that runs as its own process. */
export type Running = {
  pid: number
  /** Everything it has written so far. */
  said: () => string
  /** Waits for a text. Rejects where the process ends without having written it. */
  until: (pattern: RegExp) => Promise<RegExpExecArray>
  /** Its exit code once it has ended; 128 + n where signal n ended it. */
  exit: Promise<number>
  signal: (name: 'SIGINT' | 'SIGTERM' | 'SIGKILL') => void
  /** Ends it, however it is doing: politely, so that it can clear up, and then not. */
  stop: () => Promise<void>
  [Symbol.asyncDispose]: () => Promise<void>
}

/**
 * Starts a command as its npm script does: `startCommand('land', ['--city', 'kyiv'])` or, for a script of another
 * folder, its path below the root. With `askedFile` it and its children reach no host but this one, and what they ask
 * for is written to that file.
 */
export function startCommand(
  script: string,
  args: string[],
  {askedFile, env = {}}: {askedFile?: string; env?: Record<string, string>} = {},
): Running {
  const file = join(root, script.includes('/') ? script : `.commands/${script}.ts`)
  const child = spawn(process.execPath, [file, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...Object.fromEntries(
        inherited.flatMap(name => (process.env[name] ? [[name, process.env[name]]] : [])),
      ),
      NO_COLOR: '1',
      ...(askedFile ? {NODE_OPTIONS: `--import "${guard}"`, HROMADA_ASKED: askedFile} : {}),
      ...env,
    },
  })
  let output = ''
  const listeners = new Set<() => void>()
  const exit = new Promise<number>((ended, failed) => {
    child.once('error', failed)
    child.once('close', (code, signal) => ended(code ?? 128 + constants.signals[signal!]))
  })
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', text => {
      output += text
      for (const look of listeners) look()
    })

  const until = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((found, failed) => {
      const look = () => {
        const match = pattern.exec(output)
        if (!match) return
        listeners.delete(look)
        found(match)
      }
      listeners.add(look)
      look()
      void exit.then(code => {
        if (listeners.delete(look))
          failed(new Error(`${script} ended with ${code} and without ${pattern}:\n${output}`))
      })
    })
  const stop = async () => {
    const kill = setTimeout(() => child.kill('SIGKILL'), graceMilliseconds)
    child.kill('SIGTERM')
    await exit.finally(() => clearTimeout(kill))
  }
  return {
    pid: child.pid!,
    said: () => output,
    until,
    exit,
    signal: name => void child.kill(name),
    stop,
    [Symbol.asyncDispose]: stop,
  }
}

/** Runs a command to its end. */
export async function runToEnd(
  ...asked: Parameters<typeof startCommand>
): Promise<{code: number; said: string; seconds: number}> {
  const start = performance.now()
  await using command = startCommand(...asked)
  const code = await command.exit
  return {code, said: command.said(), seconds: (performance.now() - start) / 1000}
}
