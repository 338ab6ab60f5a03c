import * as Plot from '@observablehq/plot'
import {parseHTML} from 'linkedom'

const {document} = parseHTML('<!doctype html><html lang="en"><body></body></html>')

/** Widths of a drawing, in CSS pixels; the page shows the widest that fits (see Figure.astro). */
export const widths = {full: 1200, column: 690, half: 588, medium: 740, narrow: 328}

/**
 * Observable Plot on the server. Colours are the style sheet's variables, so one drawing serves both themes;
 * labels are ours, so that text keeps 13 px at every width.
 */
export function plot(options: Plot.PlotOptions & {width: number; height: number}): SVGSVGElement {
  const svg = Plot.plot({
    document: document as unknown as Document,
    className: 'plot',
    ...options,
  }) as SVGSVGElement
  // The sheet has Plot's two rules; the figure around the drawing says what it shows.
  svg.querySelector('style')?.remove()
  for (const labelled of svg.querySelectorAll('[aria-label]')) labelled.removeAttribute('aria-label')
  for (const name of ['font-size', 'font-family', 'fill']) svg.removeAttribute(name)
  svg.setAttribute('aria-hidden', 'true')
  return svg
}

/** Markup of a drawing, coordinates to a hundredth of a pixel. What is written in it stays as it is: dates have dots too. */
export const markup = (svg: SVGSVGElement): string =>
  svg.outerHTML.replace(/<[^>]*>/g, tag =>
    tag.replace(/-?\d+\.\d{3,}/g, number => String(Math.round(Number(number) * 100) / 100)),
  )

/** Rough width of a text at 13 px in Golos Text: enough to decide whether a label fits. */
export const textWidth = (text: string, pixels = 13): number =>
  [...text].reduce(
    (sum, letter) =>
      sum + (/[\s.,:;'’|іїijlІ]/.test(letter) ? 0.34 : /[МШЩЖЮмшщжюwmWM]/.test(letter) ? 0.85 : 0.6),
    0,
  ) * pixels

/** Words of a label put on as few lines of `width` pixels as they need. */
export function wrap(text: string, width: number, pixels = 13): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && textWidth(`${last} ${word}`, pixels) <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** Round values from 0 up to about `max`, at most `count` + 1 of them. */
export function ticksFromZero(max: number, count: number): number[] {
  const rough = max / count
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map(k => k * power).find(s => s >= rough * 0.999)!
  return Array.from({length: Math.floor(max / step + 1e-9) + 1}, (_, i) => i * step)
}

export const ink = 'var(--ink)'
export const muted = 'var(--ink-2)'
export const hairline = 'var(--hairline)'
export const accent = 'var(--accent)'
export const attention = 'var(--attention-mark)'
export const rest = 'var(--c0)'
