import type {Analysis} from '@hromada/twin/planning'
import type {PlanningTexts} from './planning-texts.ts'

export const overlayNames = ['lost', 'proposed', 'unbroken', 'shade', 'seen', 'view'] as const
export type OverlayName = (typeof overlayNames)[number]

/** A class of values on the plan: the colour's variable in the style sheet, how much of it, and its words. */
export type OverlayClass = {colour: string; alpha: number; label: string}

/** How an outcome is coloured: the classes, and which of them each cell is in, −1 for none. */
export type Overlay = {title: string; classes: OverlayClass[]; of: (cell: number) => number}

const lossSteps = [0.25, 1, 2, 3, 5]
/** Norms of unbroken sun lie between an hour and four. */
const unbrokenSteps = [0, 1, 2, 3, 4, 6]

/** The colours of one view of an outcome; the legend has every class with its numbers. */
export function overlayOf(
  name: OverlayName,
  analysis: Analysis,
  t: PlanningTexts,
  write: (value: number) => string,
  viewpoint = 0,
): Overlay {
  const {today, proposed, longestProposed, shade, seesProposal, dayHours} = analysis
  const span = (from: number, to: number | undefined) =>
    to === undefined ? `≥ ${write(from)}` : `${write(from)}–${write(to)}`
  if (name === 'shade')
    return {
      title: t.overlays.shade,
      classes: [
        {colour: '--ink', alpha: 0.3, label: t.legend.shadeNow},
        {colour: '--attention-mark', alpha: 0.8, label: t.legend.shadeNew},
      ],
      of: cell => shade[cell]! - 1,
    }
  if (name === 'seen')
    return {
      title: t.overlays.seen,
      classes: [{colour: '--c4', alpha: 0.55, label: t.legend.seen}],
      of: cell => seesProposal[cell]! - 1,
    }
  if (name === 'view') {
    const view = analysis.views.filter(({isOwn}) => isOwn)[viewpoint]
    const kinds = [1, 2, 3]
    return {
      title: view ? t.viewpoint.overlay(view.name) : t.overlays.view,
      classes: [
        {colour: '--c2', alpha: 0.45, label: t.viewpoint.legend.seen},
        {colour: '--attention-mark', alpha: 0.8, label: t.viewpoint.legend.lost},
        {colour: '--c8', alpha: 0.7, label: t.viewpoint.legend.won},
      ],
      of: cell => kinds.indexOf(view?.ground?.[cell] ?? 0),
    }
  }
  if (name === 'lost')
    return {
      title: t.legend.lost,
      classes: [
        {colour: '--c8', alpha: 0.5, label: t.legend.gained},
        ...lossSteps.map((from, index) => ({
          colour: '--attention-mark',
          alpha: 0.2 + 0.2 * index,
          label: span(from, lossSteps[index + 1]),
        })),
      ],
      of: cell => {
        const loss = today[cell]! - proposed[cell]!
        const reached = classOf(loss, lossSteps)
        return reached >= 0 ? reached + 1 : loss <= -lossSteps[0]! ? 0 : -1
      },
    }
  const step = Math.max(1, Math.ceil(dayHours / 6))
  const steps = Array.from({length: 6}, (_, index) => index * step).filter(from => from < dayHours)
  if (name === 'unbroken') {
    const longest = longestProposed ?? proposed
    return {
      title: t.legend.unbroken,
      classes: unbrokenSteps.map((from, index) => ({
        colour: `--s${index + 1}`,
        alpha: 0.9,
        label: span(from, unbrokenSteps[index + 1]),
      })),
      of: cell => classOf(longest[cell]!, unbrokenSteps),
    }
  }
  return {
    title: t.legend.proposed,
    classes: steps.map((from, index) => ({
      colour: `--s${index + 1}`,
      alpha: 0.9,
      label: span(from, steps[index + 1]),
    })),
    of: cell => classOf(proposed[cell]!, steps),
  }
}

/** The last step a value has reached; −1 below the first, and for none. */
function classOf(value: number, steps: number[]): number {
  let found = -1
  for (const [index, from] of steps.entries()) if (value >= from - 1e-6) found = index
  return found
}

/**
 * A picture of an overlay, a pixel a cell, north up, as an address that the page may show. Its colours are those of the
 * page's theme, or of the scheme that is named.
 */
export function paintOverlay(
  analysis: Analysis,
  {classes, of}: Overlay,
  host: HTMLElement,
  scheme?: 'light' | 'dark',
): string {
  const {grid, cells} = analysis
  const canvas = document.createElement('canvas')
  canvas.width = grid.columns
  canvas.height = grid.rows
  const context = canvas.getContext('2d')!
  const picture = context.createImageData(grid.columns, grid.rows)
  const colours = classes.map(({colour, alpha}) => [...rgbOf(colour, host, scheme), Math.round(alpha * 255)])
  for (let i = 0; i < cells.length; i++) {
    const colour = colours[of(i)]
    if (!colour) continue
    const cell = cells[i]!
    const row = grid.rows - 1 - Math.floor(cell / grid.columns)
    picture.data.set(colour, (row * grid.columns + (cell % grid.columns)) * 4)
  }
  context.putImageData(picture, 0, 0)
  return canvas.toDataURL('image/png')
}

/** Red, green and blue of a variable, as the page's theme has it now, or a scheme that is named. */
function rgbOf(variable: string, host: HTMLElement, scheme = ''): [number, number, number] {
  const probe = document.createElement('i')
  probe.style.colorScheme = scheme
  probe.style.color = `var(${variable})`
  host.append(probe)
  const [red = 0, green = 0, blue = 0] = (getComputedStyle(probe).color.match(/[\d.]+/g) ?? []).map(Number)
  probe.remove()
  return [red, green, blue]
}
