import {evenSteps} from '../../../../tools/space/even-steps.ts'
import {lineLength} from '../../../../tools/space/line-length.ts'
import {simplifyLine} from '../../../../tools/space/simplify-line.ts'
import type {MainLine} from '../../plan/main-lines.ts'
import {cellAt} from '../../terrain/cell-at.ts'

const stepMetres = 6
const shortestMetres = 18

/** The pieces of streets that lie on ground where they may; `isGood` says so of a terrain's cell. */
export function trimToGround(streets: readonly MainLine[], isGood: (cell: number) => boolean): MainLine[] {
  return streets.flatMap(({class: lineClass, points}) => {
    const line = evenSteps(points, stepMetres)
    const good = line.map(point => isGood(cellAt(point)))
    if (good.every(Boolean)) return [{class: lineClass, points}]
    const pieces: MainLine[] = []
    for (let from = 0; from < line.length; from++) {
      if (!good[from]) continue
      let to = from
      while (to + 1 < line.length && good[to + 1]) to++
      const piece = line.slice(from, to + 1)
      if (lineLength(piece) > shortestMetres)
        pieces.push({class: lineClass, points: simplifyLine(piece, 0.3)})
      from = to
    }
    return pieces
  })
}
