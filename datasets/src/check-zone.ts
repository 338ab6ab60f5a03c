/**
 * A zone goes by its name in IANA's database, as Europe/Kyiv does. A distance from UTC is none: clocks are changed.
 * @throws where it is none, saying whose it is
 */
export function checkZone(whose: string, name: string): void {
  if (!/^[a-z]/i.test(name) || !isKnown(name))
    throw new Error(`${whose}: "${name}" is not a zone of IANA’s database, such as Europe/Kyiv.`)
}

function isKnown(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', {timeZone})
    return true
  } catch {
    return false
  }
}
