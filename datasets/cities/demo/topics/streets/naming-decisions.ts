import type {Scope} from '../../chapter.ts'
import {Draw} from '../../tools/numbers/draw.ts'
import {dayOf} from '../../tools/time/days.ts'
import {workingDayUntil} from '../../tools/time/working-days.ts'
import type {Street} from '../../world/ground/ground.ts'

/** The decision by which a street has its name: a day and a number. */
export type Decision = {day: number; number: string}

/** When a street got its present name. All that were renamed were so by one decision. */
export function namingDecision({seed, events}: Scope, {id, former, kind}: Street): Decision {
  if (former) return {day: events.renamedOn, number: renamingNumber}
  const draw = new Draw(seed, 'street-naming', id)
  const isOld = kind === 'avenue' || kind === 'boulevard' || kind === 'square'
  const year = Math.round(isOld ? draw.between(1947, 1975) : draw.between(1951, 2013))
  const day = workingDayUntil(dayOf(year, 1 + draw.below(12), 1 + draw.below(28)))
  return {day, number: String(12 + draw.below(760))}
}

/** The council's decision on new names. */
export const renamingNumber = '32-VIII'

/** A day as a spreadsheet counts it: 1 is 1 January 1900, and 29 February 1900 is counted though there was none. */
export const excelSerial = (day: number): number => day + 25_569
