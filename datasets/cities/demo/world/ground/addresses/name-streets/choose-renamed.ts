import {Draw} from '../../../../tools/numbers/draw.ts'
import {formerNames, formerRuralNames} from '../street-names.ts'
import type {Draft} from './draft.ts'

/** Weights by which streets were named in the time before: new quarters often, gardens seldom. */
const byZone: Partial<Record<Draft['place']['zone'], number>> = {
  centre: 2,
  old: 2,
  stalinist: 4,
  khrushchev: 4,
  micro: 2,
  industry: 3,
  harbour: 2,
  garden: 1,
  village: 1,
}

/** Gives the streets that were renamed the word they had before; long ones are likelier, no two had the same. */
export function chooseRenamed(seed: number, drafts: readonly Draft[]): void {
  const draw = new Draw(seed, 'renamed-streets')
  const open = drafts.filter(
    ({type, ordinal, lengthMetres}) =>
      (type === 'street' || type === 'avenue' || type === 'boulevard') && ordinal === 0 && lengthMetres > 300,
  )
  const isRural = ({place: {zone}}: Draft) => zone === 'garden' || zone === 'village'
  const rename = (words: readonly string[], candidates: Draft[]) => {
    const weights = candidates.map(
      ({place, lengthMetres}) => (byZone[place.zone] ?? 0) * Math.sqrt(lengthMetres),
    )
    for (const word of words) {
      let at = draw.unit() * weights.reduce((sum, weight) => sum + weight, 0)
      const index = weights.findIndex(weight => {
        at -= weight
        return weight > 0 && at < 0
      })
      if (index < 0) return
      candidates[index]!.former = word
      weights[index] = 0
    }
  }
  rename(formerRuralNames, open.filter(isRural))
  rename(
    formerNames,
    open.filter(draft => !isRural(draft)),
  )
}
