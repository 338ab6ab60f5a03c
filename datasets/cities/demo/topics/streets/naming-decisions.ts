import type {Scope} from '../../chapter.ts'
import {Draw} from '../../tools/numbers/draw.ts'
import {dayOf} from '../../tools/time/days.ts'
import {workingDayUntil} from '../../tools/time/working-days.ts'
import {decisionNumber} from '../../world/council.ts'
import {namesOfFreedom} from '../../world/ground/addresses/street-names.ts'
import type {Street} from '../../world/ground/ground.ts'

/** The decision by which a street has its name: a day and a number. */
export type Decision = {day: number; number: string}

/** When a street got its present name. All that were renamed were so by one decision. */
export function namingDecision({seed, events}: Scope, {id, name, former, kind}: Street): Decision {
  if (former) return renaming({seed, events})
  const draw = new Draw(seed, 'street-naming', id)
  const isOld = kind === 'avenue' || kind === 'boulevard' || kind === 'square'
  const drawn = Math.round(isOld ? draw.between(1947, 1975) : draw.between(1951, 2013))
  const isOfFreedom = name.uk.split(/[ –]/).some(word => namesOfFreedom.has(word))
  const year = isOfFreedom ? Math.max(drawn, 1991 + draw.below(20)) : drawn
  const day = workingDayUntil(dayOf(year, 1 + draw.below(12), 1 + draw.below(28)))
  return {day, number: decisionNumber(seed, day, draw.below(2))}
}

/** The council's decision on new names. */
export const renaming = ({seed, events}: Pick<Scope, 'seed' | 'events'>): Decision => ({
  day: events.renamedOn,
  number: decisionNumber(seed, events.renamedOn, 1),
})

/** A day as a spreadsheet counts it: 1 is 1 January 1900, and 29 February 1900 is counted though there was none. */
export const excelSerial = (day: number): number => day + 25_569
