import type {Layer} from './layer.ts'

/** The columns to ask for, each once, so that a layer can be drawn and listed. Outlines come with their geometry. */
export function columnsOf({key, place, name, facts, kind}: Layer): string[] {
  const geometry = kind === 'outlines' && place.geometry ? [place.geometry] : []
  return [...new Set([key, place.lon, place.lat, ...name, ...facts, ...geometry])]
}
