import {markup, textWidth, wrap} from './charts/plot.ts'
import {escapeMarkup} from './escape-markup.ts'
import type {Figure} from './figures/figure.ts'
import type {Site} from './site.ts'
import tokens from './styles/tokens.css?raw'

/** Light value of every colour token. */
const light = Object.fromEntries(
  [...tokens.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]+),/g)].map(match => [match[1], match[2]]),
)
const width = 740
const margin = 24

/** A figure as a file of its own: title, drawing, source and release in it, colours written out. */
export function figureSvg(figure: Figure, {t, f, release}: Site): string {
  const drawing = figure.draw!(width)
  const height = Number(drawing.getAttribute('height'))
  const title = wrap(figure.title, width, 21)
  const subtitle = wrap(figure.subtitle, width, 14)
  const sources = figure.sources.map(source => `${source.publisher}. ${source.licence.title}`).join('; ')
  const foot = wrap(
    `${t.figure.source}: ${sources}${figure.asOf ? `, ${t.figure.asOf(f.date(figure.asOf))}` : ''}. ${t.brand}, ${release.id}`,
    width,
    12,
  )
  let y = margin
  const lines = (texts: string[], size: number, weight: number, fill: string) =>
    texts
      .map(text => {
        y += size * 1.3
        return `<text x="${margin}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${light[fill]}">${escapeMarkup(text)}</text>`
      })
      .join('')
  const head = lines(title, 21, 600, 'ink') + lines(subtitle, 14, 400, 'ink-2')
  y += 16
  const inner = markup(drawing)
    .replace(/^<svg[^>]*>|<\/svg>$/g, '')
    .replace(/var\(--([\w-]+)\)/g, (_, name: string) => light[name] ?? '#000000')
  const chart = `<g transform="translate(${margin},${y})" font-size="13" fill="${light.ink}">${inner}</g>`
  y += height + 10
  const tail = lines(foot, 12, 400, 'ink-2')
  const right = Math.max(width, ...title.map(text => textWidth(text, 21))) + 2 * margin
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${right}" height="${y + margin}" viewBox="0 0 ${right} ${y + margin}" font-family="'Golos Text', Arial, sans-serif" text-anchor="start"><title>${escapeMarkup(figure.title)}</title><desc>${escapeMarkup(figure.description)}</desc><rect width="100%" height="100%" fill="${light.paper}"/>${head}<g text-anchor="middle">${chart}</g>${tail}</svg>\n`
}
