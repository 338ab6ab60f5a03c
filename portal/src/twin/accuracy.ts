import {element} from './element.ts'
import type {TwinSetup} from './setup.ts'

/** What a tileset says of how far off its places and heights may be, metres; null: not known, absent: nothing is said. */
export type Errors = {placeErrorMetres?: number | null; heightErrorMetres?: number | null}

const words = {
  uk: {
    places: 'місця',
    heights: 'висоти',
    unknownHeights: 'похибка висот невідома',
    unit: 'м',
    lead: 'Точність:',
  },
  en: {
    places: 'places',
    heights: 'heights',
    unknownHeights: 'the error of heights is not known',
    unit: 'm',
    lead: 'Accuracy:',
  },
}

/** "Accuracy: places ± 0.2 m, heights ± 1 m"; null where nothing is said, or nothing is lost. */
export function accuracyText(errors: Errors, lang: TwinSetup['lang']): string | null {
  const {lead, unit, unknownHeights, ...named} = words[lang === 'uk' ? 'uk' : 'en']
  const format = new Intl.NumberFormat(lang, {maximumSignificantDigits: 2})
  const said = [
    [named.places, errors.placeErrorMetres],
    [named.heights, errors.heightErrorMetres],
  ].flatMap(([what, metres]) => (metres ? `${what} ± ${format.format(Number(metres))} ${unit}` : []))
  // Without a geoid the city's heights are taken for heights above the ellipsoid, from which they differ by tens of metres.
  if (errors.heightErrorMetres === null) said.push(unknownHeights)
  return said.length > 0 ? `${lead} ${said.join(', ')}` : null
}

/** Adds it to the line under the canvas that names the sources, once: a page may open several scenes. */
export function sayAccuracy(host: HTMLElement, errors: Errors | null, lang: TwinSetup['lang']): void {
  const text = errors && accuracyText(errors, lang)
  const credits = host.closest('[data-twin]')?.querySelector('.twin-credits')
  if (!text || !credits || credits.querySelector('[data-accuracy]')) return
  credits.append(' · ', element('span', {'data-accuracy': ''}, text))
}
