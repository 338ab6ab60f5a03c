import {metresPerDegree} from './ground-metres.ts'
import type {Box} from './orbit-over.ts'
import type {Outline} from './outlines.ts'

/** A flat drawing of a box, north up, in units of about a metre: what a browser without 3D graphics can show. */
export type Plan = {
  width: number
  height: number
  /** SVG path data of an outline's rings or lines. */
  path(outline: Outline): string
  /** Where a place lies in the drawing. */
  point(place: {lon: number; lat: number}): [x: number, y: number]
}

/** A plan of a box in degrees, true to scale at its middle. */
export function planOf([west, south, east, north]: Box): Plan {
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const point: Plan['point'] = ({lon, lat}) => [
    round((lon - west) * metresPerDegree * narrowing),
    round((north - lat) * metresPerDegree),
  ]
  const [width, height] = point({lon: east, lat: south})
  return {
    width,
    height,
    point,
    path: ({polygons, lines}) =>
      (lines ?? polygons.flat())
        .map(ring => `M${ring.map(([lon, lat]) => point({lon, lat}).join(' ')).join('L')}${lines ? '' : 'Z'}`)
        .join(''),
  }
}

const round = (value: number) => Math.round(value * 10) / 10
