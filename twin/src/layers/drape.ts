import {groundMetres} from './ground-metres.ts'

/** A line in degrees with further corners, so that none is farther than so many metres from the next. */
export function drape(line: [lon: number, lat: number][], mostMetres: number): [lon: number, lat: number][] {
  return line.flatMap(([lon, lat], index) => {
    const next = line[index + 1]
    if (!next) return [[lon, lat]]
    const parts = Math.max(1, Math.ceil(groundMetres({lon, lat}, {lon: next[0], lat: next[1]}) / mostMetres))
    return Array.from({length: parts}, (_, part): [number, number] => [
      lon + ((next[0] - lon) * part) / parts,
      lat + ((next[1] - lat) * part) / parts,
    ])
  })
}
