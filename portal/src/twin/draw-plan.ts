import {type Box, type ItemKey, type Outline, placeLabels, planOf, textWidth} from '@hromada/twin/layers'
import type {Visible} from './layer-store.ts'
import type {LayerSetup} from './setup.ts'

const svgNamespace = 'http://www.w3.org/2000/svg'

/** More names would hide what they name. */
const mostNamed = 40

/** What is drawn of a layer. */
export type PlanLayer = Pick<Visible, 'items' | 'outlines' | 'colourOf'> & {layer: LayerSetup}

/**
 * Draws layers as a flat plan into an element: areas, lines, dots, in the colours of their legends, and the selected one.
 * A picture only; what can be done is done in the table, so it is hidden from screen readers.
 */
export function drawPlan(host: HTMLElement, layers: PlanLayer[], box: Box, selected: ItemKey | null): void {
  const plan = planOf(box)
  const size = Math.max(plan.width, plan.height)
  const drawing = svg('svg', {
    viewBox: `0 0 ${plan.width} ${plan.height}`,
    'aria-hidden': 'true',
    class: 'twin-plan',
  })
  const isSelected = (layer: string, key: string) => selected?.layer === layer && selected.key === key
  const path = (outline: Outline, colour: string | undefined) => {
    const drawn = svg('path', {
      d: plan.path(outline),
      class: isSelected(outline.layer, outline.key) ? 'is-selected' : '',
    })
    if (colour && outline.lines) drawn.style.stroke = `var(${colour})`
    else if (colour) drawn.style.fill = `color-mix(in srgb, var(${colour}) 75%, transparent)`
    return drawn
  }

  for (const {layer, items, outlines, colourOf} of layers) {
    for (const outline of outlines) drawing.append(path(outline, colourOf?.get(outline.key)))
    if (layer.kind === 'outlines') continue
    const radius = layer.kind === 'buildings' ? size / 400 : size / 170
    for (const item of items) {
      const [x, y] = plan.point(item)
      const chosen = isSelected(layer.table, item.key)
      const dot = svg('circle', {cx: `${x}`, cy: `${y}`, r: `${chosen ? size / 80 : radius}`})
      const plain = layer.kind === 'buildings' ? '--ink-2' : layer.colour
      dot.style.fill = `var(${chosen ? '--accent' : (colourOf?.get(item.key) ?? plain)})`
      if (chosen) dot.classList.add('is-selected')
      drawing.append(dot)
    }
  }
  drawing.append(...names())
  // What is selected lies on top of what is near it.
  const chosen = drawing.querySelector('.is-selected')
  if (chosen) drawing.append(chosen)
  host.replaceChildren(drawing)

  /** Names of areas where these are few, as on the canvas. */
  function names(): SVGElement[] {
    // As high as a reader can make out, however small the drawing is.
    const {clientWidth, clientHeight} = host
    const perPixel = Math.max(plan.width / clientWidth, plan.height / clientHeight) * 1.2
    const letter = Math.max(size / 38, Number.isFinite(perPixel) ? 11 * perPixel : 0)
    const labels = layers
      .filter(({layer, outlines}) => layer.kind === 'outlines' && outlines.length <= mostNamed)
      .flatMap(({items}) => items)
      .map(({layer, key, name, lon, lat}) => {
        const [x, y] = plan.point({lon, lat})
        return {key: `${layer}:${key}`, name, x, y, width: textWidth(name, letter), height: letter, weight: 0}
      })
    const moved = placeLabels(labels, plan)
    return labels.flatMap(({key, name, x, y}) => {
      const move = moved.get(key)
      if (!move || name === '') return []
      const text = svg('text', {x: `${x + move.x}`, y: `${y + move.y + letter / 3}`, class: 'twin-plan-name'})
      text.style.fontSize = `${letter}px`
      text.textContent = name
      return [text]
    })
  }
}

function svg(tag: string, attributes: Record<string, string>): SVGElement {
  const made = document.createElementNS(svgNamespace, tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  return made
}
