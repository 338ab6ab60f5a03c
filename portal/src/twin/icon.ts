const svgNamespace = 'http://www.w3.org/2000/svg'

/** A line drawing of 20 by 20 units, for a button that has its name beside it. */
export function icon(path: string): SVGElement {
  const drawing = document.createElementNS(svgNamespace, 'svg')
  for (const [name, value] of Object.entries({
    viewBox: '0 0 20 20',
    width: '18',
    height: '18',
    'aria-hidden': 'true',
  }))
    drawing.setAttribute(name, value)
  const line = document.createElementNS(svgNamespace, 'path')
  line.setAttribute('d', path)
  drawing.append(line)
  return drawing
}
