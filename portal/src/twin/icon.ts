import {svg} from './svg.ts'

/** A line drawing of 20 by 20 units, for a button that has its name beside it. */
export function icon(path: string): SVGElement {
  const drawing = svg('svg', {viewBox: '0 0 20 20', width: '18', height: '18', 'aria-hidden': 'true'})
  drawing.append(svg('path', {d: path}))
  return drawing
}
