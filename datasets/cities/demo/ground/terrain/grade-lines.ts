import {evenSteps} from '../../space/even-steps.ts'
import {distance, type Point} from '../../space/vector.ts'
import {type LayoutEdge, roadMetres} from '../layout.ts'
import type {MainLine} from '../plan/main-lines.ts'
import {alongLine} from './along-line.ts'
import {cellAt} from './cell-at.ts'
import {heightAt} from './height-at.ts'
import {unbuildableKinds} from './mark-unbuildable.ts'

/** The steepest that a line may climb, as metres in a metre. */
const steepest: Record<LayoutEdge['class'], number> = {
  avenue: 0.055,
  main: 0.065,
  street: 0.08,
  local: 0.09,
  lane: 0.1,
  path: 1,
  rail: 0.016,
  limit: 1,
}
const stepMetres = 8
const sideSlope = 0.5
const sideReach = 60
const causewayMetres = 4.4

type Ground = {heights: Float32Array; unbuildable: Uint8Array; ravineDepth: Float32Array}

/** Deeper ravines are crossed on a bridge, shallower ones on a bank of earth. */
export const bridgedRavineMetres = 8

/** Does a road need a bridge over this cell? */
export const needsBridge = ({unbuildable, ravineDepth}: Ground, cell: number): boolean =>
  unbuildable[cell] === unbuildableKinds.water || ravineDepth[cell]! > bridgedRavineMetres

/**
 * Cuts and banks the ground so that no main line climbs more than its kind may: half by cutting, half by filling.
 * Main roads cross the flood plain on a causeway. Under bridges the ground stays.
 */
export function gradeLines(lines: readonly MainLine[], ground: Ground): void {
  for (const {class: roadClass, points} of lines) {
    if (steepest[roadClass] >= 1) continue
    const line = evenSteps(points, stepMetres)
    const isBridge = line.map(point => needsBridge(ground, cellAt(point)))
    const natural = line.map((point, index) => {
      const height = heightAt(ground.heights, point)
      const isCauseway =
        (roadClass === 'avenue' || roadClass === 'main') &&
        ground.unbuildable[cellAt(point)] === unbuildableKinds.low &&
        !isBridge[index]
      return isCauseway ? Math.max(height, causewayMetres) : height
    })
    const graded = profile(line, natural, isBridge, steepest[roadClass])
    shape(line, graded, isBridge, roadMetres[roadClass] / 2, ground.heights)
  }
}

/** Heights along a line that climb no more than allowed: midway between the highest such below and the lowest such above. */
function profile(line: Point[], natural: number[], isBridge: boolean[], steepestShare: number): Float64Array {
  const cut = Float64Array.from(natural, (height, index) => (isBridge[index] ? Infinity : height))
  const bank = Float64Array.from(natural, (height, index) => (isBridge[index] ? -Infinity : height))
  const pass = (index: number, from: number) => {
    const climb = steepestShare * distance(line[index]!, line[from]!)
    cut[index] = Math.min(cut[index]!, cut[from]! + climb)
    bank[index] = Math.max(bank[index]!, bank[from]! - climb)
  }
  for (let index = 1; index < line.length; index++) pass(index, index - 1)
  for (let index = line.length - 2; index >= 0; index--) pass(index, index + 1)
  return cut.map((height, index) => (height + bank[index]!) / 2)
}

/** Brings the ground to the profile under the road, and within a slope of it beside the road. */
function shape(
  line: Point[],
  graded: Float64Array,
  isBridge: boolean[],
  halfWidth: number,
  heights: Float32Array,
) {
  const piece = 40
  for (let start = 0; start + 1 < line.length; start += piece) {
    const end = Math.min(line.length, start + piece + 2)
    let isMoved = false
    for (let index = start; index < end; index++)
      if (!isBridge[index] && Math.abs(graded[index]! - heightAt(heights, line[index]!)) > 0.2) isMoved = true
    if (!isMoved) continue
    const part = line.slice(start, end)
    const ends: number[] = [0]
    for (let index = 1; index < part.length; index++)
      ends.push(ends[index - 1]! + distance(part[index - 1]!, part[index]!))
    alongLine(part, sideReach, (cell, metres, along) => {
      let index = Math.min(part.length - 2, Math.floor(along / stepMetres))
      while (index < part.length - 2 && ends[index + 1]! < along) index++
      while (index > 0 && ends[index]! > along) index--
      if (isBridge[start + index] || isBridge[start + index + 1]) return
      // Past the ends of this piece the next one rules.
      if (
        (along === 0 && start > 0 && metres > 6) ||
        (index === part.length - 2 && along >= ends[part.length - 1]! && metres > 6)
      )
        return
      const share = (along - ends[index]!) / Math.max(1e-9, ends[index + 1]! - ends[index]!)
      const height = graded[start + index]! * (1 - share) + graded[start + index + 1]! * share
      const slack = Math.max(0, metres - halfWidth) * sideSlope
      heights[cell] = Math.min(height + slack, Math.max(height - slack, heights[cell]!))
    })
  }
}
