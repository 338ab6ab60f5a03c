/**
 * How long a server asks to be left alone, in milliseconds: `Retry-After` in seconds or as an HTTP date (RFC 9110,
 * 10.2.3). Null where it does not say, or not readably.
 */
export function retryAfter(header: string | undefined, now: Date): number | null {
  const asked = header?.trim()
  if (!asked) return null
  if (/^\d+$/.test(asked)) return Number(asked) * 1000
  // Date.parse also takes "-5" and "soon 1"; a date of HTTP begins with the day of the week.
  const at = /^[A-Z][a-z]{2,8},? /.test(asked) ? Date.parse(asked) : Number.NaN
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime())
}
