import {earthCentred} from '../earth-centred.ts'
import {metresPerDegree, placeBeside} from './ground-metres.ts'
import type {Plane} from './in-view.ts'
import {type Move, moveOrbit} from './orbit.ts'
import type {Box} from './orbit-over.ts'

/** A look straight down, north up, without an engine: a place, and how many metres the picture's shorter side shows. */
export type FlatView = {lon: number; lat: number; rangeMetres: number}

/** What a picture of that width to height shows of the ground. */
export function flatBox({rangeMetres, ...place}: FlatView, aspect: number): Box {
  const [across, along] = sides(rangeMetres, aspect)
  const [low, high] = [placeBeside(place, -across / 2, -along / 2), placeBeside(place, across / 2, along / 2)]
  return [low.lon, low.lat, high.lon, high.lat]
}

/** The look that shows a box whole, with a margin of a twentieth. */
export function flatOver([west, south, east, north]: Box, aspect: number): FlatView {
  const [lon, lat] = [(west + east) / 2, (south + north) / 2]
  const across = (east - west) * metresPerDegree * Math.cos((lat * Math.PI) / 180)
  const along = (north - south) * metresPerDegree
  const [wide, high] = sides(1, aspect)
  return {lon, lat, rangeMetres: Math.max(across / wide, along / high, 100) * 1.1}
}

/** The look after a move; one that only a camera in the air could make changes nothing. */
export function moveFlat(view: FlatView, move: Move): FlatView {
  if (move.move !== 'pan' && move.move !== 'zoom') return view
  const {lon, lat, rangeMetres} = moveOrbit(
    {...view, heightMetres: 0, headingDegrees: 0, pitchDegrees: -90},
    move,
  )
  return {lon, lat, rangeMetres}
}

/** The look after a zoom that leaves a place where it is in the picture. */
export function zoomFlat(view: FlatView, steps: number, about: {lon: number; lat: number}): FlatView {
  const {rangeMetres} = moveFlat(view, {move: 'zoom', in: steps})
  const left = rangeMetres / view.rangeMetres
  return {
    lon: about.lon + (view.lon - about.lon) * left,
    lat: about.lat + (view.lat - about.lat) * left,
    rangeMetres,
  }
}

/** The sides of a box as planes, for the table of what is in view: two meridians, and two parallels on sea level. */
export function boxPlanes([west, south, east, north]: Box): Plane[] {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const height = (lat: number) => earthCentred([0, lat, 0])[2]
  return [
    [-Math.sin(radians(west)), Math.cos(radians(west)), 0, 0],
    [Math.sin(radians(east)), -Math.cos(radians(east)), 0, 0],
    [0, 0, 1, -height(south)],
    [0, 0, -1, height(north)],
  ]
}

const sides = (shorter: number, aspect: number): [across: number, along: number] =>
  aspect >= 1 ? [shorter * aspect, shorter] : [shorter, shorter / aspect]
