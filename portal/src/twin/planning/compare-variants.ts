import type {Proposal, StudyViewpoint} from '@hromada/twin/planning'
import {element} from '../element.ts'
import {drawSite} from './draw-site.ts'
import type {Site} from './load-site.ts'
import type {Outcome} from './outcome.ts'
import {type OverlayName, overlayOf, paintOverlay} from './overlays.ts'
import type {PlanningTexts} from './planning-texts.ts'

/** A variant with its name, ready to be pictured. */
export type Pictured = {name: string; proposal: Proposal; outcome: Outcome}

type Picturing = {
  site: Site
  radiusMetres: number
  viewpoints: StudyViewpoint[]
  /** Of the study's viewpoints, the one whose view is painted. */
  viewpoint?: number
  overlay: OverlayName
  /** Printed, it has the colours of paper in place of those of a dark page. */
  isForPaper?: boolean
  t: PlanningTexts
  write: (value: number) => string
  host: HTMLElement
}

/** A still plan of a variant with its overlay. */
function stillOf(
  {proposal, outcome}: Pictured,
  {site, radiusMetres, viewpoints, viewpoint, overlay, isForPaper, t, write, host}: Picturing,
): HTMLElement {
  const {analysis} = outcome
  const colours = analysis && overlayOf(overlay, analysis, t, write, viewpoint)
  const picture = colours && paintOverlay(analysis, colours, host)
  const printed = isForPaper && colours ? paintOverlay(analysis, colours, host, 'light') : null
  return element(
    'div',
    {class: 'plan-picture-still'},
    drawSite({
      ...{
        site,
        proposal,
        outcome,
        radiusMetres,
        overlay: picture,
        printed,
        draft: null,
        chosen: -1,
        viewpoints,
      },
      metres: t.units.m,
    }),
  )
}

/** Plans of all variants side by side. */
export function sideBySide(variants: Pictured[], how: Picturing): HTMLElement {
  return element(
    'div',
    {class: 'plan-compare'},
    ...variants.map(variant =>
      element('figure', {}, element('figcaption', {}, variant.name), stillOf(variant, how)),
    ),
  )
}

/** Two plans one over the other, and a slider that wipes from the left one to the right one. */
export function swipe(left: Pictured, right: Pictured, how: Picturing): HTMLElement {
  const over = stillOf(right, how)
  const slider = element('input', {type: 'range', min: '0', max: '100', step: '5', value: '50'})
  const wipe = () => {
    over.style.clipPath = `inset(0 0 0 ${slider.value}%)`
  }
  slider.addEventListener('input', wipe)
  wipe()
  return element(
    'div',
    {class: 'plan-swipe'},
    element('label', {}, element('span', {}, how.t.swipeLabel(left.name, right.name)), slider),
    element('div', {}, stillOf(left, how), over),
  )
}
