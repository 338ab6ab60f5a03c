import {edgesOf, type Polygons, turning} from './polygons.ts'
import {isBlocked, type Obstacles, type Prism} from './prisms.ts'
import type {Metres} from './site-frame.ts'
import type {Sun} from './suns-of-day.ts'

/** A point on a wall: just before it, the way it faces, how high, and how much wall it stands for. */
export type FacadePoint = {
  building: string
  at: Metres
  height: number
  facing: Metres
  /** Storey counted from 0 at the ground. */
  storey: number
  areaM2: number
}

/**
 * Points on the walls of a building: one in the middle of every piece of wall no longer than `stepMetres`, on each of
 * the storeys asked for, at the middle of its height.
 */
export function facadePoints(
  {key, polygons, baseMetres, topMetres}: Prism,
  {storeyMetres, storeys, stepMetres = 3}: {storeyMetres: number; storeys: number; stepMetres?: number},
): FacadePoint[] {
  const points: FacadePoint[] = []
  for (const [from, to] of edgesOf(outwards(polygons))) {
    const length = Math.hypot(to[0] - from[0], to[1] - from[1])
    // With the inside on the left, the right hand points out.
    const facing: Metres = [(to[1] - from[1]) / length, -(to[0] - from[0]) / length]
    const pieces = Math.max(1, Math.ceil(length / stepMetres))
    for (let storey = 0; storey < storeys; storey++) {
      // Whatever is lower than half a storey is looked at in the middle of its wall.
      const height =
        baseMetres +
        Math.min((storey + 0.5) * storeyMetres, (topMetres - baseMetres) / 2 + storey * storeyMetres)
      if (storey > 0 && height > topMetres) break
      for (let piece = 0; piece < pieces; piece++) {
        const along = (piece + 0.5) / pieces
        points.push({
          building: key,
          at: [
            from[0] + along * (to[0] - from[0]) + facing[0] * 0.01,
            from[1] + along * (to[1] - from[1]) + facing[1] * 0.01,
          ],
          height,
          facing,
          storey,
          areaM2: (length / pieces) * Math.min(storeyMetres, topMetres - baseMetres),
        })
      }
    }
  }
  return points
}

/** Hours of sun on points: of the whole day, and of its longest stretch without a break. */
export type SunOnPoints = {hours: Float32Array; longest: Float32Array}

/**
 * Sun on each point of walls: while it is before the wall and no building, its own wings included, hides it. Suns follow
 * one another as in a day; a stretch ends with the first that does not reach the point.
 */
export function facadeSun(points: FacadePoint[], obstacles: Obstacles, suns: Sun[]): SunOnPoints {
  const sun = {hours: new Float32Array(points.length), longest: new Float32Array(points.length)}
  for (const [i, {at, height, facing}] of points.entries()) {
    let [total, stretch, longest] = [0, 0, 0]
    for (const {east, north, slope, hours} of suns) {
      const isLit =
        east * facing[0] + north * facing[1] > 1e-9 && !isBlocked(obstacles, at, height, [east, north], slope)
      stretch = isLit ? stretch + hours : 0
      if (isLit) total += hours
      if (stretch > longest) longest = stretch
    }
    sun.hours[i] = total
    sun.longest[i] = longest
  }
  return sun
}

/** Outlines turned to the left, holes to the right: the inside is always on the left hand. */
function outwards(polygons: Polygons): Polygons {
  return polygons.map(rings =>
    rings.map((ring, index) => (turning(ring) > 0 === (index === 0) ? ring : [...ring].reverse())),
  )
}
