import {formatDuration} from './format-duration.ts'
import {groupDigits} from './group-digits.ts'

/** How far a task is. `total` null: nobody knows how much there is. */
export type TaskState = {
  label: string
  done: number | null
  total: number | null
  unit: string
  elapsedMs: number
}

const barCells = 20

/** One line about a running task: label, bar and share where the total is known, count, seconds. */
export function progressLine({label, done, total, unit, elapsedMs}: TaskState, withBar: boolean): string {
  const share = done !== null && total ? Math.min(1, done / total) : null
  const count =
    done === null ? null : total ? `${groupDigits(done)} of ${groupDigits(total)}` : groupDigits(done)
  return [
    label,
    withBar && share !== null ? bar(share) : null,
    // A task is at 100 % when it is done, not when it rounds to it.
    share === null ? null : `${share < 1 ? Math.min(99, Math.round(share * 100)) : 100} %`,
    count === null ? null : `${count} ${unit}`,
    rate(done, unit, elapsedMs),
    [formatDuration(elapsedMs), timeLeft(share, elapsedMs)].filter(part => part !== null).join(', '),
  ]
    .filter(part => part !== null)
    .join('  ')
}

/** Sooner than this a guess at what is to come says nothing. */
const guessAfterMs = 1000

/** How fast it goes, of things that are counted in thousands. */
function rate(done: number | null, unit: string, elapsedMs: number): string | null {
  if (done === null || done < 1000 || elapsedMs < guessAfterMs || unit.includes(',')) return null
  return `${groupDigits(Math.round((done / elapsedMs) * 1000))} ${unit}/s`
}

function timeLeft(share: number | null, elapsedMs: number): string | null {
  if (share === null || share === 0 || share === 1 || elapsedMs < guessAfterMs) return null
  return `${formatDuration((elapsedMs * (1 - share)) / share)} left`
}

/** One line about a task that ended: `landed appeals  121,245 rows  2.1 s`. */
export const endLine = ({label, done, unit, elapsedMs}: TaskState, text?: string): string =>
  [label, text ?? (done === null ? null : `${groupDigits(done)} ${unit}`), formatDuration(elapsedMs)]
    .filter(part => part !== null)
    .join('  ')

/** The line, or its beginning where a terminal of `columns` would break it and the redrawing with it. */
export function fitLine(line: string, columns: number): string {
  const letters = [...line]
  return letters.length < columns ? line : `${letters.slice(0, Math.max(0, columns - 2)).join('')}…`
}

function bar(share: number): string {
  const full = Math.floor(share * barCells)
  return '█'.repeat(full) + '░'.repeat(barCells - full)
}
