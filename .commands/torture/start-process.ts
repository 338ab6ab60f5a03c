import {type ChildProcess, spawn} from 'node:child_process'
import {join} from 'node:path'

/** Starts a file of this folder as a process of its own; what it writes comes line by line. */
export function startProcess(
  file: string,
  args: string[],
  onLine: (line: string) => void,
): {child: ChildProcess; ended: Promise<{code: number | null; said: string}>} {
  const child = spawn(process.execPath, [join(import.meta.dirname, file), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let rest = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    rest += text
    const lines = rest.split('\n')
    rest = lines.pop()!
    lines.forEach(onLine)
  })
  const ended = new Promise<{code: number | null; said: string}>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', code => resolve({code, said}))
  })
  return {child, ended}
}
