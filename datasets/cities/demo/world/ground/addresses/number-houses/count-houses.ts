import type {Frontage} from './find-frontage.ts'

/** A building's place in the count of one side of a street. `owner` tells buildings apart. */
export type Plot = Frontage & {owner: number; canBeBehind: boolean}

/** Letters of houses that share a number; those that look like others or like digits are left out. */
const letters = 'АБВГДЕЖКЛМНП'

/** A house behind another is this much farther from the road and no farther along it, in metres. */
const behindMetres = 14
const besideMetres = 20

/** Along empty land one number is left out for every so many metres. */
const emptyMetres = 70

/**
 * Numbers of the buildings on one side of a street: odd ones on the left, even ones on the right, rising along it. One
 * behind another bears the other's number and a letter.
 */
export function countHouses(
  plots: readonly Plot[],
  side: Frontage['side'],
): Map<number, {number: number; letter: string}> {
  const sorted = [...plots].sort(
    (a, b) => a.along - b.along || a.setbackMetres - b.setbackMetres || a.owner - b.owner,
  )
  const fronts: {plot: Plot; behind: Plot[]}[] = []
  const hidden: Plot[] = []
  sorted.forEach((plot, index) => {
    if (plot.canBeBehind && hasFront(sorted, index)) hidden.push(plot)
    else fronts.push({plot, behind: []})
  })
  for (const plot of hidden) {
    let best: (typeof fronts)[number] | undefined
    let least = Infinity
    for (const front of fronts) {
      const apart = Math.abs(front.plot.along - plot.along)
      if (
        front.behind.length < letters.length &&
        front.plot.setbackMetres < plot.setbackMetres &&
        apart < least
      ) {
        least = apart
        best = front
      }
    }
    if (best) best.behind.push(plot)
    else fronts.push({plot, behind: []})
  }
  fronts.sort((a, b) => a.plot.along - b.plot.along || a.plot.owner - b.plot.owner)
  const numbers = new Map<number, {number: number; letter: string}>()
  let number = side === 'left' ? 1 : 2
  let last = 0
  for (const {plot, behind} of fronts) {
    number += 2 * Math.min(4, Math.floor(Math.max(0, plot.along - last) / emptyMetres))
    last = plot.along
    numbers.set(plot.owner, {number, letter: ''})
    behind.sort((a, b) => a.setbackMetres - b.setbackMetres || a.owner - b.owner)
    for (const [index, {owner}] of behind.entries()) numbers.set(owner, {number, letter: letters[index]!})
    number += 2
  }
  return numbers
}

/** Does another building of the list stand between this one and the road? */
function hasFront(sorted: readonly Plot[], index: number): boolean {
  const plot = sorted[index]!
  const isFront = ({setbackMetres}: Plot) => setbackMetres < plot.setbackMetres - behindMetres
  for (let other = index - 1; other >= 0 && plot.along - sorted[other]!.along < besideMetres; other--)
    if (isFront(sorted[other]!)) return true
  for (
    let other = index + 1;
    other < sorted.length && sorted[other]!.along - plot.along < besideMetres;
    other++
  )
    if (isFront(sorted[other]!)) return true
  return false
}
