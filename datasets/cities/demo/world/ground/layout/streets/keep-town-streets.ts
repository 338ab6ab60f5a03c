import {evenSteps} from '../../../../tools/space/even-steps.ts'
import {simplifyLine} from '../../../../tools/space/simplify-line.ts'
import {heading, leftOf, type Point, step} from '../../../../tools/space/vector.ts'
import type {MainLine} from '../../plan/main-lines.ts'

const besideMetres = 26
const stepMetres = 12
/** Steps between fields that a street goes on through, if it is a street before or after them. */
const shortestGap = 5

/** Streets between quarters, where one of the two is town; between fields the limit stays and the street goes. */
export function keepTownStreets(streets: readonly MainLine[], isTown: (point: Point) => boolean): MainLine[] {
  return streets.flatMap(({class: lineClass, points}) => {
    const line = evenSteps(points, stepMetres)
    const keeps = line.slice(1).map((to, index) => {
      const from = line[index]!
      const side = leftOf(heading(from, to))
      return isTown(step(from, side, besideMetres)) || isTown(step(from, side, -besideMetres))
    })
    bridgeGaps(keeps)
    const pieces: MainLine[] = []
    for (let from = 0; from < keeps.length; ) {
      let to = from
      while (to < keeps.length && keeps[to] === keeps[from]) to++
      pieces.push({
        class: keeps[from] ? lineClass : 'limit',
        points: simplifyLine(line.slice(from, to + 1), 0.3),
      })
      from = to
    }
    return pieces
  })
}

/** Fills runs of `false` that are too short to leave a street out. */
function bridgeGaps(keeps: boolean[]): void {
  for (let from = 0; from < keeps.length; ) {
    let to = from
    while (to < keeps.length && keeps[to] === keeps[from]) to++
    if (!keeps[from] && to - from < shortestGap && to - from < keeps.length) keeps.fill(true, from, to)
    from = to
  }
}
