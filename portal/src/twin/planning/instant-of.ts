/** The instant, in milliseconds since 1970, at which clocks of a zone show a day (YYYY-MM-DD) and minutes after midnight. */
export function instantOf(day: string, minute: number, zone: string): number {
  const wanted = Date.parse(`${day}T00:00:00Z`) + minute * 60_000
  // The first guess takes the clock for UTC; the second corrects what the first missed when clocks are put forward.
  const first = wanted - offsetAt(wanted, zone)
  return wanted - offsetAt(first, zone)
}

/** How far a zone's clocks are before UTC at an instant, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant)
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find(one => one.type === type)?.value)
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return shown - Math.floor(instant / 1000) * 1000
}
