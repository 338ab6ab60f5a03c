import {
  type Box,
  type ItemKey,
  type Outline,
  placeLabels,
  planOf,
  type Room,
  type SeenTile,
  textWidth,
} from '@hromada/twin/layers'
import {type GroundName, groundNames} from './ground-names.ts'
import type {Visible} from './layer-store.ts'
import type {LayerSetup} from './setup.ts'
import {svg} from './svg.ts'

/** More names would hide what they name. */
const mostNamed = 40

/** More plain dots would hide the ground's own houses. */
const mostPlain = 400

/** What is drawn of a layer; `isWhole` where all its rows are. */
export type PlanLayer = Pick<Visible, 'items' | 'outlines' | 'colourOf'> & {
  layer: LayerSetup
  isWhole: boolean
}

/** Pictures of the ground beneath the layers, with addresses relative to `base`, and names on it. */
export type PlanGround = {
  base: URL
  tiles: SeenTile[]
  names: GroundName[]
}

/**
 * A flat plan of a box: the ground, then areas, lines and dots in the colours of their legends, and the selected one.
 * What can be done is done by keys, buttons and the table, so the drawing is hidden from screen readers.
 * @param pixelsAcross how wide it will be shown
 */
export function drawPlan(
  layers: PlanLayer[],
  box: Box,
  selected: ItemKey | null,
  ground: PlanGround | null,
  pixelsAcross: number,
): SVGElement {
  const plan = planOf(box)
  const pixel = plan.width / Math.max(1, pixelsAcross)
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

  const {texts, rooms} = names()
  if (ground) drawing.append(pictures(ground), groundNames(ground.names, plan, 11.5 * pixel, rooms))
  for (const {layer, items, outlines, colourOf, isWhole} of layers) {
    for (const outline of outlines) drawing.append(path(outline, colourOf?.get(outline.key)))
    if (layer.kind === 'outlines') continue
    const radius = pixel * (layer.kind === 'buildings' ? 2 : 4.5)
    const near = items
      .map(item => ({item, at: plan.point(item)}))
      .filter(
        ({at: [x, y]}) => x > -radius && y > -radius && x < plan.width + radius && y < plan.height + radius,
      )
    // Houses are on the ground's pictures already: from afar only those are marked that stand out from the others.
    const isPlain = layer.kind === 'buildings' && ground !== null && !colourOf && isWhole
    for (const {item, at} of near) {
      const [x, y] = at
      const chosen = isSelected(layer.table, item.key)
      if (isPlain && near.length > mostPlain && !chosen) continue
      const dot = svg('circle', {cx: `${x}`, cy: `${y}`, r: `${chosen ? pixel * 9 : radius}`})
      const plain = layer.kind === 'buildings' ? '--ink-2' : layer.colour
      // The chosen one is ringed: what it is stays to be seen.
      if (chosen) dot.classList.add('is-selected')
      else dot.style.fill = `var(${colourOf?.get(item.key) ?? plain})`
      drawing.append(dot)
    }
  }
  drawing.append(...texts)
  // What is selected lies on top of what is near it.
  const chosen = drawing.querySelector('.is-selected')
  if (chosen) drawing.append(chosen)
  return drawing

  function pictures({base, tiles}: PlanGround): SVGElement {
    const group = svg('g', {class: 'twin-plan-ground'})
    for (const {address, box: at} of tiles) {
      const [x, y] = plan.point({lon: at[0], lat: at[3]})
      const [right, bottom] = plan.point({lon: at[2], lat: at[1]})
      // A third of a pixel more, or the paper shows between them.
      const over = pixel / 3
      group.append(
        svg('image', {
          href: new URL(address, base).href,
          ...{x: `${x}`, y: `${y}`, width: `${right - x + over}`, height: `${bottom - y + over}`},
          preserveAspectRatio: 'none',
        }),
      )
    }
    return group
  }

  /** Names of areas where these are few, as on the canvas, as high as a reader can make out. */
  function names(): {texts: SVGElement[]; rooms: Room[]} {
    const letter = 13 * pixel
    const labels = layers
      .filter(({layer, outlines}) => layer.kind === 'outlines' && outlines.length <= mostNamed)
      .flatMap(({items}) => items)
      .map(({layer, key, name, lon, lat}) => {
        const [x, y] = plan.point({lon, lat})
        return {key: `${layer}:${key}`, name, x, y, width: textWidth(name, letter), height: letter, weight: 0}
      })
    const moved = placeLabels(labels, plan)
    const texts: SVGElement[] = []
    const rooms: Room[] = []
    for (const {key, name, ...label} of labels) {
      const move = moved.get(key)
      if (!move || name === '') continue
      const room = {...label, x: label.x + move.x, y: label.y + move.y}
      const text = svg('text', {x: `${room.x}`, y: `${room.y + letter / 3}`, class: 'twin-plan-name'})
      text.style.fontSize = `${letter}px`
      text.textContent = name
      texts.push(text)
      rooms.push(room)
    }
    return {texts, rooms}
  }
}
