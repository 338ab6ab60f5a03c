const svgNamespace = 'http://www.w3.org/2000/svg'

/** A drawn element with attributes. */
export function svg(tag: string, attributes: Record<string, string>): SVGElement {
  const made = document.createElementNS(svgNamespace, tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  return made
}
