/** What a number is shown as: a day with or without an hour, an hour or a span of time, or a number. */
export type NumberKind = 'date' | 'time' | 'number'

/** Formats that need no text (ECMA-376 part 1, 18.8.30), those of East Asia among them. */
const builtIn: [first: number, last: number, kind: NumberKind][] = [
  [14, 17, 'date'],
  [18, 21, 'time'],
  [22, 22, 'date'],
  [27, 31, 'date'],
  [32, 35, 'time'],
  [36, 36, 'date'],
  [45, 47, 'time'],
  [50, 58, 'date'],
]

/** @param code the format's own text, such as `dd.mm.yyyy;@`, where the workbook has one */
export function numberKind(id: number, code: string | undefined): NumberKind {
  if (code === undefined) return builtIn.find(([first, last]) => id >= first && id <= last)?.[2] ?? 'number'
  // Texts in quotes, escaped letters, fillers, and colours or languages in brackets, but not [h], are no letters of it.
  const letters = code
    .split(';')[0]!
    .replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .toLowerCase()
  if (/general|[#0?]/.test(letters.replace(/[hs]\.?0+/g, ''))) return 'number'
  if (/[yd]/.test(letters) || /mmm|^m+$/.test(letters)) return 'date'
  return /[hs]/.test(letters) ? 'time' : 'number'
}

const [dayMs, lastSerial] = [86_400_000, 2_958_465]

/**
 * A date or time as ISO text in the publisher's own clock: `2025-03-02`, `2025-03-02T10:15:00`, `10:15:00`. A number that
 * is no day of Excel's calendar stays a number.
 * @param is1904 days are counted from 1 January 1904
 */
export function momentText(serial: number, kind: 'date' | 'time', is1904: boolean): string {
  if (!(serial >= 0 && serial <= lastSerial)) return String(serial)
  if (kind === 'time') return clock(Math.round(serial * dayMs))
  // Excel's calendar has a 29 February 1900, day 60.
  const days = is1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial
  const iso = new Date(Date.UTC(1899, 11, 30) + Math.round(days * dayMs)).toISOString().slice(0, -1)
  return iso.replace(/T00:00:00\.000$/, '').replace(/\.000$/, '')
}

function clock(ms: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const rest = ms % 1000
  const seconds = Math.floor(ms / 1000)
  const text = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return rest === 0 ? text : `${text}.${String(rest).padStart(3, '0')}`
}
