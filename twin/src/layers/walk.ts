import {placeBeside} from './ground-metres.ts'
import type {Move} from './orbit.ts'

/** Someone who stands on the ground and looks. */
export type Stand = {
  lon: number
  lat: number
  /** Clockwise from north. */
  headingDegrees: number
  /** Above the horizon. */
  pitchDegrees: number
}

export const eyeMetres = 1.7
const stepMetres = 6

/** Where one stands after a move: arrows step, zooming strides, turning and tilting move the head. */
export function moveStand(stand: Stand, move: Move): Stand {
  switch (move.move) {
    case 'pan':
      return walked(stand, move.right * stepMetres, move.forward * stepMetres)
    case 'zoom':
      return walked(stand, 0, move.in * 3 * stepMetres)
    case 'turn':
      return {...stand, headingDegrees: (stand.headingDegrees + 15 * move.right + 360) % 360}
    case 'tilt':
      return {...stand, pitchDegrees: Math.max(-60, Math.min(60, stand.pitchDegrees + 10 * move.up))}
    case 'north':
      return {...stand, headingDegrees: 0, pitchDegrees: 0}
    case 'top':
      return stand
  }
}

function walked(stand: Stand, right: number, forward: number): Stand {
  const heading = (stand.headingDegrees * Math.PI) / 180
  const east = right * Math.cos(heading) + forward * Math.sin(heading)
  const north = forward * Math.cos(heading) - right * Math.sin(heading)
  return {...stand, ...placeBeside(stand, east, north)}
}
