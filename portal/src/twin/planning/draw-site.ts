import {
  footprintsOf,
  type Metres,
  type Proposal,
  type StudyViewpoint,
  siteFrame,
} from '@hromada/twin/planning'
import {svg} from '../svg.ts'
import type {Site} from './load-site.ts'
import type {Outcome} from './outcome.ts'

/** What is on the plan beside the surroundings. */
export type SiteDrawing = {
  site: Site
  proposal: Proposal
  outcome: Outcome | null
  radiusMetres: number
  /** Address of the overlay's picture. */
  overlay: string | null
  /** The same in the colours of paper, where those of the page are others. */
  printed?: string | null
  /** Corners set so far, and where the cross-hair is, while an outline is drawn. */
  draft: {corners: Metres[]; cross: Metres} | null
  /** Index of the body that is being changed; −1 for none. */
  chosen: number
  viewpoints: StudyViewpoint[]
  /** How the reader's language writes metres. */
  metres: string
}

/** A plan of a site as SVG in metres, north up: outlines, the zone, the proposal, what breaks rules, and an overlay. */
export function drawSite({
  site,
  proposal,
  outcome,
  radiusMetres,
  overlay,
  printed = null,
  draft,
  chosen,
  viewpoints,
  metres: unit,
}: SiteDrawing): SVGSVGElement {
  const frame = siteFrame(site.lon, site.lat)
  const half = radiusMetres * 1.04
  const drawing = svg('svg', {
    viewBox: `${-half} ${-half} ${2 * half} ${2 * half}`,
    class: 'plan-drawing',
    'aria-hidden': 'true',
  }) as SVGSVGElement
  const add = (tag: string, attributes: Record<string, string>) => drawing.append(svg(tag, attributes))
  const path = (rings: readonly (readonly number[])[][]) =>
    rings.map(ring => `M${ring.map(place => xy(frame.toMetres(place))).join('L')}Z`).join('')
  const isNear = ({lon, lat}: {lon: number; lat: number}) =>
    Math.hypot(...frame.toMetres([lon, lat])) < half * 1.5

  if (outcome?.zone) add('path', {d: path(outcome.zone.polygons.flat()), class: 'plan-zone'})
  if (overlay && outcome?.analysis) {
    const {west, south, cellMetres, columns, rows} = outcome.analysis.grid
    const place = {
      x: `${west}`,
      y: `${-(south + rows * cellMetres)}`,
      width: `${columns * cellMetres}`,
      height: `${rows * cellMetres}`,
    }
    add('image', {href: overlay, ...place, class: 'plan-overlay'})
    if (printed && printed !== overlay)
      add('image', {href: printed, ...place, class: 'plan-overlay is-printed'})
  }
  const losing = new Set(outcome?.analysis?.losing.map(({key}) => key))
  for (const building of site.buildings.filter(isNear)) {
    const isHidden = proposal.hides.includes(building.key)
    const kind = isHidden ? 'is-hidden' : losing.has(building.key) ? 'is-losing' : ''
    add('path', {d: path(building.polygons.flat()), class: `plan-building ${kind}`, 'data-key': building.key})
  }
  for (const [index, part] of proposal.parts.entries())
    add('path', {
      d: path(footprintsOf(part).flat()),
      class: `plan-proposal${index === chosen ? ' is-chosen' : ''}`,
    })

  for (const {where, isMet} of outcome?.findings ?? []) {
    if (isMet !== false) continue
    for (const [from, to] of where.lines) add('path', {d: `M${xy(from)}L${xy(to)}`, class: 'plan-broken'})
    for (const [east, north] of where.points)
      add('circle', {cx: `${east}`, cy: `${-north}`, r: `${half / 110}`, class: 'plan-broken-point'})
    for (const rings of where.areas)
      add('path', {d: rings.map(ring => `M${ring.map(xy).join('L')}Z`).join(''), class: 'plan-broken'})
  }
  for (const [index, {lon, lat}] of viewpoints.entries()) {
    const [east, north] = frame.toMetres([lon, lat])
    if (Math.hypot(east, north) > half) continue
    const mark = svg('text', {
      x: `${east}`,
      y: `${-north + half / 48}`,
      'font-size': `${half / 18}`,
      class: 'plan-text is-viewpoint',
    })
    mark.textContent = String(index + 1)
    add('circle', {cx: `${east}`, cy: `${-north}`, r: `${half / 26}`, class: 'plan-viewpoint'})
    drawing.append(mark)
  }
  if (draft) {
    if (draft.corners.length > 0)
      add('path', {d: `M${[...draft.corners, draft.cross].map(xy).join('L')}`, class: 'plan-draft'})
    for (const [east, north] of draft.corners)
      add('circle', {cx: `${east}`, cy: `${-north}`, r: `${half / 90}`, class: 'plan-corner'})
    const [x, y] = [draft.cross[0], -draft.cross[1]]
    add('path', {
      d: `M${x - half / 20} ${y}H${x + half / 20}M${x} ${y - half / 20}V${y + half / 20}`,
      class: 'plan-cross',
    })
  }
  const scale = [200, 100, 50, 25, 10].find(metres => metres <= half * 0.6)!
  const [left, bottom] = [-half * 0.95, half * 0.95]
  add('path', {
    d: `M${left} ${bottom - half / 40}V${bottom}H${left + scale}V${bottom - half / 40}`,
    class: 'plan-scale',
  })
  const label = svg('text', {
    x: `${left + scale / 2}`,
    y: `${bottom - half / 40}`,
    'font-size': `${half / 16}`,
    class: 'plan-text',
  })
  label.textContent = `${scale}\u00a0${unit}`
  const north = svg('text', {
    x: `${half * 0.9}`,
    y: `${-half * 0.86}`,
    'font-size': `${half / 14}`,
    class: 'plan-text',
  })
  north.textContent = '↑ N'
  drawing.append(label, north)
  return drawing
}

/** Metres east and north under a point of the window, on a plan that is shown. */
export function metresUnder(drawing: SVGSVGElement, x: number, y: number): Metres {
  const {x: east, y: south} = new DOMPoint(x, y).matrixTransform(drawing.getScreenCTM()!.inverse())
  return [east, -south]
}

const xy = ([east, north]: readonly number[]) => `${round(east!)} ${round(-north!)}`
const round = (value: number) => Math.round(value * 100) / 100
