import {type Box, type ItemKey, planOf} from '@hromada/twin/layers'
import type {LoadedLayer} from './load-layer.ts'

const svgNamespace = 'http://www.w3.org/2000/svg'

/**
 * Draws the loaded layers as a flat plan into an element: borders, dots, and the selected one. A picture only; what can
 * be done is done in the table, so it is hidden from screen readers.
 */
export function drawPlan(host: HTMLElement, loaded: LoadedLayer[], box: Box, selected: ItemKey | null): void {
  const plan = planOf(box)
  const size = Math.max(plan.width, plan.height)
  const drawing = svg('svg', {
    viewBox: `0 0 ${plan.width} ${plan.height}`,
    'aria-hidden': 'true',
    class: 'twin-plan',
  })
  const isSelected = (layer: string, key: string) => selected?.layer === layer && selected.key === key

  for (const {layer, items, outlines} of loaded) {
    for (const outline of outlines)
      drawing.append(
        svg('path', {
          d: plan.path(outline),
          class: isSelected(layer.table, outline.key) ? 'is-selected' : '',
        }),
      )
    if (layer.kind === 'outlines') continue
    const radius = layer.kind === 'buildings' ? size / 400 : size / 170
    for (const item of items) {
      const [x, y] = plan.point(item)
      const chosen = isSelected(layer.table, item.key)
      const dot = svg('circle', {cx: `${x}`, cy: `${y}`, r: `${chosen ? size / 80 : radius}`})
      dot.style.fill = `var(${chosen ? '--accent' : layer.kind === 'buildings' ? '--ink-2' : layer.colour})`
      drawing.append(dot)
    }
  }
  // What is selected lies on top of what is near it.
  const chosen = drawing.querySelector('.is-selected')
  if (chosen) drawing.append(chosen)
  host.replaceChildren(drawing)
}

function svg(tag: string, attributes: Record<string, string>): SVGElement {
  const made = document.createElementNS(svgNamespace, tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  return made
}
