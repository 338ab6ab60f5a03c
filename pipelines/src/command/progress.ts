import {endLine, fitLine, progressLine, type TaskState} from './progress-line.ts'

/** A piece of long work. */
export type Task = {
  /** What is done so far; `total` (null: nobody knows) and `unit` are kept until they are given anew. */
  update: (done: number, total?: number | null, unit?: string) => void
  /** Ends it well; `text` stands in for the count. */
  done: (text?: string) => void
  /** Ends it badly; `text` says how. */
  fail: (text?: string) => void
}

export type Progress = {
  task: (label: string, total?: number, unit?: string) => Task
  /** Prints a line without tearing the bar. */
  print: (line: string) => void
  /** The closing lines of a command; pairs are aligned as name and value. */
  summary: (lines: readonly (string | readonly [name: string, value: string])[]) => void
  /** Stops redrawing and clears the bar; tasks that have not ended are forgotten. */
  close: () => void
}

export type ProgressEffects = {
  stream: {write: (text: string) => unknown; columns?: number}
  isTTY: boolean
  /** Milliseconds, always growing. */
  now: () => number
  colour: boolean
}

type Running = TaskState & {startedAt: number; saidAt: number}

const redrawMs = 100
const plainLineMs = 5_000

/**
 * Shows how long work goes on. On a terminal one line is redrawn, with a bar, rows and seconds; elsewhere there are
 * plain lines, one every five seconds at most for each task, and one when it ends.
 */
export function createProgress({
  stream = process.stdout,
  isTTY = process.stdout.isTTY === true,
  now = () => performance.now(),
  colour = isTTY && !process.env.NO_COLOR,
}: Partial<ProgressEffects> = {}): Progress {
  const running = new Set<Running>()
  let current: Running | null = null
  let drawnAt = Number.NEGATIVE_INFINITY
  let isDrawn = false
  let clock: NodeJS.Timeout | undefined

  const paint = (code: number, text: string) => (colour ? `\x1b[${code}m${text}\x1b[0m` : text)
  const erase = () => {
    if (isDrawn) stream.write('\r\x1b[2K')
    isDrawn = false
  }
  const draw = () => {
    if (!isTTY || !current) return
    current.elapsedMs = now() - current.startedAt
    const others = running.size > 1 ? `  (${running.size - 1} more)` : ''
    erase()
    stream.write(fitLine(progressLine(current, true) + others, stream.columns ?? 80))
    isDrawn = true
    drawnAt = now()
  }
  const print = (line: string) => {
    erase()
    stream.write(`${line}\n`)
    draw()
  }
  const stopClock = () => {
    clearInterval(clock)
    clock = undefined
  }

  return {
    task(label, total, unit = 'rows') {
      const startedAt = now()
      const state: Running = {
        label,
        done: null,
        total: total ?? null,
        unit,
        elapsedMs: 0,
        startedAt,
        saidAt: startedAt,
      }
      running.add(state)
      current = state
      // Seconds go on while a long query says nothing; the clock alone keeps no process alive.
      if (isTTY) clock ??= setInterval(draw, 250).unref()
      draw()

      const end = (mark: string, line: string) => {
        if (!running.delete(state)) return
        if (current === state) current = [...running].at(-1) ?? null
        if (running.size === 0) stopClock()
        print(`${mark} ${line}`)
      }
      const elapsed = () => ({...state, elapsedMs: now() - startedAt})
      return {
        update(done, newTotal, newUnit) {
          if (!running.has(state)) return
          state.done = done
          state.total = newTotal === undefined ? state.total : newTotal
          state.unit = newUnit ?? state.unit
          current = state
          if (isTTY && now() - drawnAt >= redrawMs) draw()
          if (!isTTY && now() - state.saidAt >= plainLineMs) {
            state.saidAt = now()
            print(`  ${progressLine(elapsed(), false)}`)
          }
        },
        done: text => end(paint(32, '✓'), endLine(elapsed(), text)),
        fail: text => end(paint(31, '✗'), endLine(elapsed(), text ?? 'failed')),
      }
    },
    print,
    summary(lines) {
      const width = Math.max(0, ...lines.map(line => (typeof line === 'string' ? 0 : line[0].length)))
      print('')
      for (const line of lines)
        print(typeof line === 'string' ? line : `${line[0].padEnd(width)}  ${line[1]}`)
    },
    close() {
      running.clear()
      current = null
      stopClock()
      erase()
    },
  }
}
