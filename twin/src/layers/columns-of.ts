import type {Layer} from './layer.ts'
import {keyColumns} from './row-key.ts'

/**
 * The columns to ask for, each once, so that a layer can be drawn and listed. Outlines come with their geometry, and so
 * do points that have no columns of degrees.
 */
export function columnsOf(layer: Layer): string[] {
  const {place, name, facts, kind} = layer
  const geometry = place.geometry && (kind === 'outlines' || !place.lon) ? [place.geometry] : []
  const degrees = [place.lon, place.lat].flatMap(column => column ?? [])
  const from = [place.from?.column, place.h3].flatMap(column => column ?? [])
  return [...new Set([...keyColumns(layer), ...degrees, ...from, ...name, ...facts, ...geometry])]
}
