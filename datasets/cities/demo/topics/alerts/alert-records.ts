import type {Draw} from '../../tools/numbers/draw.ts'
import {dayOf} from '../../tools/time/days.ts'
import {type Episode, naiveSeconds, officialFromDay, raionLevelDay} from './alert-episodes.ts'
import {type AlertPlace, otherRaions, ownPlaces} from './alert-places.ts'

/**
 * One row of the archive. `isOverlap`: another row for the city covers part of the same time. `isTwice`: the archive
 * has two collectors, and both wrote it down. `isNaive`: nobody noted the all-clear.
 */
export type AlertRecord = {
  place: AlertPlace
  from: number
  to: number
  source: 'official' | 'volunteer'
  isOverlap: boolean
  isTwice: boolean
  isNaive: boolean
}

const daySeconds = 86_400
const hromadaRowsUntil = dayOf(2022, 11, 1) * daySeconds
const officialRowsFrom = officialFromDay * daySeconds
const raionRowsFrom = raionLevelDay * daySeconds

/**
 * How the archive tells an episode: one row, or two of oblast and raion that overlap and together are the episode;
 * and rows of the neighbours, who after the change of December 2025 are declared apart.
 */
export function recordsOf({from, to}: Episode, draw: Draw): AlertRecord[] {
  // Volunteers knew of oblasts alone.
  if (from < officialRowsFrom)
    return [
      {
        place: ownPlaces.oblast,
        from,
        to,
        source: 'volunteer',
        isOverlap: false,
        isTwice: false,
        isNaive: to - from === naiveSeconds,
      },
    ]
  const isByRaion = from >= raionRowsFrom
  const records: AlertRecord[] = []
  const add = (place: AlertPlace, start: number, end: number, isOverlap = false) =>
    records.push({
      place,
      from: start,
      to: end,
      source: 'official',
      isOverlap,
      isTwice: draw.chance(0.035),
      isNaive: false,
    })

  const seconds = to - from
  const kind = draw.unit()
  if (seconds > 1200 && kind < 0.07) {
    // The raion is warned first, the oblast later and for longer.
    add(ownPlaces.raion, from, to - Math.floor(seconds * draw.between(0.05, 0.3)), true)
    add(ownPlaces.oblast, from + Math.floor(seconds * draw.between(0.1, 0.5)), to, true)
  } else if (seconds > 1200 && kind < 0.09) {
    // The same to the second, on both levels.
    add(ownPlaces.oblast, from, to, true)
    add(ownPlaces.raion, from, to, true)
  } else if (isByRaion) add(kind < 0.22 ? ownPlaces.oblast : ownPlaces.raion, from, to)
  else if (from < hromadaRowsUntil && kind > 0.88) add(ownPlaces.hromada, from, to)
  else add(kind < 0.13 ? ownPlaces.raion : ownPlaces.oblast, from, to)

  // An alert of the whole oblast is theirs as well; one of our raion is seldom alone.
  const isRaionAlone = records.every(({place}) => place.level === 'raion')
  for (const place of otherRaions) {
    if (!draw.chance(isByRaion ? (isRaionAlone ? 0.62 : 0) : 0.02)) continue
    const start = from + Math.floor(draw.between(-900, 1500))
    add(place, start, start + Math.max(300, Math.floor(seconds * draw.between(0.4, 1.3))))
  }
  return records
}
