import {evenSteps} from '../../../tools/space/even-steps.ts'
import {distance, type Point} from '../../../tools/space/vector.ts'
import {type LayoutEdge, roadMetres} from '../layout/layout.ts'
import type {MainLine} from '../plan/main-lines.ts'
import {alongLine} from './along-line.ts'
import {cellAt} from './cell-at.ts'
import {gradeProfile, type ProfilePoint} from './grade-profile.ts'
import {heightAt} from './height-at.ts'
import {unbuildableKinds} from './mark-unbuildable.ts'

/** The steepest that a line may climb, in metres a metre; paths take the ground as it is. */
const steepest: Partial<Record<LayoutEdge['class'], number>> = {
  rail: 0.03,
  avenue: 0.055,
  main: 0.06,
  street: 0.08,
  local: 0.09,
  lane: 0.1,
}
const stepMetres = 8
const sideSlope = 0.5
const sideReach = 60
/** Main roads cross the flood plain on a bank of this height. */
const causewayMetres = 4.4

type Ground = {heights: Float32Array; unbuildable: Uint8Array; ravineDepth: Float32Array}

/** Deeper ravines are crossed on a bridge, shallower ones on a bank of earth. */
const bridgedRavineMetres = 8

/** Does a line need a bridge over this cell? Lanes and paths go down into ravines. */
export const needsBridge = (
  {unbuildable, ravineDepth}: Ground,
  cell: number,
  lineClass: LayoutEdge['class'],
): boolean =>
  unbuildable[cell] === unbuildableKinds.water ||
  (ravineDepth[cell]! > bridgedRavineMetres && lineClass !== 'lane' && lineClass !== 'path')

/**
 * Cuts and banks the ground so that no main line climbs more than its kind may. Railways come first, then roads by
 * rank; where a line meets one that has been graded it takes that one's height. Under bridges the ground stays.
 */
export function gradeLines(lines: readonly MainLine[], ground: Ground): void {
  const isGraded = new Uint8Array(ground.heights.length)
  for (const lineClass of Object.keys(steepest) as MainLine['class'][])
    for (const line of lines)
      if (line.class === lineClass) gradeLine(line, steepest[lineClass]!, ground, isGraded)
}

function gradeLine(
  {class: lineClass, points}: MainLine,
  steepestShare: number,
  ground: Ground,
  isGraded: Uint8Array,
): void {
  const line = evenSteps(points, stepMetres)
  const isMain = lineClass === 'avenue' || lineClass === 'main'
  let metres = 0
  const profile = line.map((point, index): ProfilePoint => {
    if (index > 0) metres += distance(line[index - 1]!, point)
    const cell = cellAt(point)
    const isBridge = needsBridge(ground, cell, lineClass)
    const isFixed = isGraded[cell] === 1
    const height = heightAt(ground.heights, point)
    const isLow = isMain && !isBridge && !isFixed && ground.unbuildable[cell] === unbuildableKinds.low
    return {metres, isBridge, isFixed, height: isLow ? Math.max(height, causewayMetres) : height}
  })
  const graded = gradeProfile(profile, steepestShare)
  const half = roadMetres[lineClass] / 2
  shape(line, profile, graded, half, ground.heights, isGraded)
  alongLine(line, Math.max(4, half - 2), cell => {
    isGraded[cell] = 1
  })
}

/** Points of a line that are worked on together, so that windows stay small. */
const piecePoints = 40

/** Brings the ground to the profile under the road, and within a slope of it beside the road. */
function shape(
  line: readonly Point[],
  profile: readonly ProfilePoint[],
  graded: Float64Array,
  half: number,
  heights: Float32Array,
  isGraded: Uint8Array,
): void {
  for (let start = 0; start + 1 < line.length; start += piecePoints) {
    const part = line.slice(start, start + piecePoints + 1)
    const isMoved = part.some((point, index) => {
      const {isBridge} = profile[start + index]!
      return !isBridge && Math.abs(graded[start + index]! - heightAt(heights, point)) > 0.15
    })
    if (!isMoved) continue
    const isLast = start + piecePoints + 1 >= line.length
    const length = profile[start + part.length - 1]!.metres - profile[start]!.metres
    alongLine(part, sideReach, (cell, metres, along) => {
      if (isGraded[cell]) return
      // Beyond the ends of a piece its neighbour rules.
      if ((along <= 0 && start > 0) || (along >= length && !isLast)) return
      const at = profile[start]!.metres + along
      let index = start
      while (index + 2 < start + part.length && profile[index + 1]!.metres < at) index++
      if (profile[index]!.isBridge || profile[index + 1]!.isBridge) return
      const share =
        (at - profile[index]!.metres) / Math.max(1e-9, profile[index + 1]!.metres - profile[index]!.metres)
      const height = graded[index]! + (graded[index + 1]! - graded[index]!) * share
      const slack = Math.max(0, metres - half) * sideSlope
      heights[cell] = Math.min(height + slack, Math.max(height - slack, heights[cell]!))
    })
  }
}
