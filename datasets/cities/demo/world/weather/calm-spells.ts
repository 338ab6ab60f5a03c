import {Draw} from '../../tools/numbers/draw.ts'
import {dayOf} from '../../tools/time/days.ts'

/** Days without wind in winter when cold air lies under warm: smoke stays where it rises. */
export type CalmSpell = {fromHour: number; toHour: number}

/** First day of a winter's windows, counted from 1 November, and how many days one is wide. */
const windows = [8, 31, 54, 88, 104]
const windowDays = 14

/** Four or five spells a winter, each of two to five days. Years are those in which the winters begin. */
export function calmSpells(seed: number, firstYear: number, lastYear: number): CalmSpell[] {
  const spells: CalmSpell[] = []
  for (let year = firstYear; year <= lastYear; year++)
    windows.forEach((window, index) => {
      const draw = new Draw(seed, 'calm spell', year, index)
      const fromHour = (dayOf(year, 11, 1) + window) * 24 + draw.below(windowDays * 24)
      const toHour = fromHour + 46 + draw.below(70)
      if (index !== 2 || draw.chance(0.6)) spells.push({fromHour, toHour})
    })
  return spells
}
