import {nearestOnSegment} from '../../space/nearest-on-segment.ts'
import {planMetres} from '../../space/plan-frame.ts'
import {between, type Point} from '../../space/vector.ts'
import type {MainLine} from './main-lines.ts'

/** The lines with their ends brought to the nearest other line within so many metres, where one is meant to be. */
export function joinEnds(lines: readonly MainLine[], reachMetres: number): MainLine[] {
  return lines.map((line, index) => {
    const others = lines.filter((_, other) => other !== index)
    const last = line.points.length - 1
    const start = joint(line.points[0]!, others, reachMetres)
    const end = joint(line.points[last]!, others, reachMetres)
    return {class: line.class, points: [...(start ? [start] : []), ...line.points, ...(end ? [end] : [])]}
  })
}

/** Where an end is to go: nowhere where it lies outside the plan, touches another line already, or none is near. */
function joint(end: Point, others: readonly MainLine[], reachMetres: number): Point | undefined {
  if (end[0] < 0 || end[1] < 0 || end[0] > planMetres || end[1] > planMetres) return undefined
  let best: Point | undefined
  let shortest = reachMetres
  for (const {points} of others)
    for (let index = 0; index + 1 < points.length; index++) {
      const {metres, share} = nearestOnSegment(end, points[index]!, points[index + 1]!)
      if (metres >= shortest) continue
      shortest = metres
      best = between(points[index]!, points[index + 1]!, share)
    }
  return shortest < 0.5 ? undefined : best
}
