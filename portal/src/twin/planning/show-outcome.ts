import {
  dayStepMinutes,
  marginMetres,
  ruleKinds,
  type StudySettings,
  yearStepMinutes,
} from '@hromada/twin/planning'
import type {Format} from '../../format.ts'
import {element} from '../element.ts'
import {figures, writeFigure} from './numbers.ts'
import type {Outcome} from './outcome.ts'
import type {Overlay} from './overlays.ts'
import type {PlanningTexts} from './planning-texts.ts'

type Words = {t: PlanningTexts; f: Format}

/** The rules of a variant's zone as a table: number, limit, verdict, paragraph; its label is for those who jump to it. */
export function rulesTable({zone, findings}: Outcome, {t, f}: Words, label = t.rules): Node[] {
  if (!zone || findings.length === 0) return [element('p', {class: 'small'}, t.noZone)]
  const [rule, limit, found, verdict, by] = t.ruleHead
  // A plan that all rules are from is named once, not in every row.
  const documents = [...new Set(findings.map(({document}) => document))]
  const rows = findings.map(({kind, limit: number, value, isMet, document, paragraph}) => {
    const {is, unit} = ruleKinds[kind]
    const write = (amount: number) => {
      const decimals = unit === '1' ? (kind === 'max_storeys' ? 0 : 2) : 1
      return unit === '1'
        ? f.number(amount, decimals)
        : unit === 'deg'
          ? `${f.number(amount, decimals)}°`
          : f.unit(amount, unit === '%' ? '%' : t.units[unit === 'h' ? 'h' : 'm'], decimals)
    }
    return element(
      'tr',
      {},
      element('th', {scope: 'row'}, t.rule[kind]),
      element('td', {class: 'r'}, `${is === 'most' ? '≤' : '≥'}\u00a0${write(number)}`),
      element('td', {class: 'r'}, value === null ? '–' : write(value)),
      element(
        'td',
        {},
        isMet === null
          ? t.notYet
          : element('span', {class: isMet ? 'tag' : 'tag is-danger'}, isMet ? t.met : t.notMet),
      ),
      documents.length === 1
        ? element('td', {class: 'plan-paragraph'}, t.paragraph(paragraph))
        : element('td', {class: 'small plan-source'}, `${document}, ${t.paragraph(paragraph)}`),
    )
  })
  return [
    element(
      'p',
      {class: 'small'},
      [t.zoneIs(zone.code, zone.name), ...(documents.length === 1 ? [t.zoneBy(documents[0]!)] : [])].join(
        ' ',
      ),
    ),
    scrolling(
      label,
      element(
        'table',
        {class: 'tbl is-dense'},
        element(
          'thead',
          {},
          element(
            'tr',
            {},
            element('th', {scope: 'col'}, rule),
            element('th', {scope: 'col', class: 'r'}, limit),
            element('th', {scope: 'col', class: 'r'}, found),
            element('th', {scope: 'col'}, verdict),
            element('th', {scope: 'col'}, by),
          ),
        ),
        element('tbody', {}, ...rows),
      ),
    ),
  ]
}

/** The figures of all variants side by side; a figure that none has is left out. */
export function figuresTable(names: string[], outcomes: Outcome[], {t, f}: Words): Node {
  const shown = figures.filter(({of}) => outcomes.some(outcome => of(outcome) !== null))
  return scrolling(
    t.results,
    element(
      'table',
      {class: 'tbl'},
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          element('th', {scope: 'col'}, t.figure),
          ...names.map(name => element('th', {scope: 'col', class: 'r'}, name)),
        ),
      ),
      element(
        'tbody',
        {},
        ...shown.map(figure =>
          element(
            'tr',
            {},
            element('th', {scope: 'row'}, t.figures[figure.id]),
            ...outcomes.map(outcome => element('td', {class: 'r'}, writeFigure(figure, outcome, t, f))),
          ),
        ),
      ),
    ),
  )
}

/** Buildings whose walls lose sun, the most first. */
export function losersTable({analysis}: Outcome, {t, f}: Words, most = 12): Node[] {
  if (!analysis || analysis.losing.length === 0) return []
  return twoColumns(
    t.losers,
    t.losersHead,
    analysis.losing.slice(0, most).map(({name, lostHours}) => [name, f.number(lostHours, 1)]),
  )
}

/** What is seen from the places around: of the proposal's walls and top, and of the ground from those of the study. */
export function viewsTable({analysis}: Outcome, {t, f}: Words, label = t.views): Node[] {
  if (!analysis || analysis.views.length === 0) return []
  const cellM2 = analysis.grid.cellMetres ** 2
  const areaOf = (ground: Uint8Array | null, kind: number) =>
    ground ? f.unit(ground.reduce((sum, one) => sum + (one === kind ? 1 : 0), 0) * cellM2, t.units.m2) : '–'
  const right = {class: 'r'}
  return [
    element('h3', {class: 'plan-sub'}, t.views),
    scrolling(
      label,
      element(
        'table',
        {class: 'tbl is-dense'},
        element(
          'thead',
          {},
          element(
            'tr',
            {},
            ...t.viewpoint.head.map((head, i) =>
              element('th', {scope: 'col', ...(i === 0 ? {} : right)}, head),
            ),
          ),
        ),
        element(
          'tbody',
          {},
          ...analysis.views.map(
            ({name, seen, of, isTopSeen, isIndoors, isEnclosed, ground, eyeMetres, isOwn}) =>
              element(
                'tr',
                {},
                element(
                  'th',
                  {scope: 'row'},
                  isOwn ? `${name} (${t.viewpoint.at(f.number(eyeMetres, 1))})` : name,
                  isEnclosed ? `. ${t.viewpoint.enclosed}` : isIndoors ? `. ${t.viewpoint.indoors}` : '',
                ),
                element('td', right, isEnclosed ? '–' : t.seenOf(f.number(seen), f.number(of))),
                element('td', right, isEnclosed ? '–' : t.viewpoint.top[isTopSeen ? 'seen' : 'hidden']),
                element('td', right, areaOf(ground, 2)),
                element('td', right, areaOf(ground, 3)),
              ),
          ),
        ),
      ),
    ),
  ]
}

function twoColumns(
  title: string,
  [name, value]: readonly [string, string],
  rows: [string, string][],
): Node[] {
  return [
    element('h3', {class: 'plan-sub'}, title),
    element(
      'table',
      {class: 'tbl'},
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          element('th', {scope: 'col'}, name),
          element('th', {scope: 'col', class: 'r'}, value),
        ),
      ),
      element(
        'tbody',
        {},
        ...rows.map(([head, cell]) =>
          element('tr', {}, element('th', {scope: 'row'}, head), element('td', {class: 'r'}, cell)),
        ),
      ),
    ),
  ]
}

/** What the colours of an overlay mean, with their numbers, and the marks that are always there. */
export function legend(overlay: Overlay | null, t: PlanningTexts): Node[] {
  const entry = (mark: HTMLElement, label: string) => element('li', {}, mark, label)
  const swatch = (colour: string, alpha: number) => {
    const mark = element('i', {class: 'plan-swatch'})
    mark.style.background = `color-mix(in srgb, var(${colour}) ${alpha * 100}%, transparent)`
    return mark
  }
  return [
    overlay && element('p', {class: 'cap'}, overlay.title),
    element(
      'ul',
      {class: 'plan-legend'},
      ...(overlay?.classes ?? []).map(({colour, alpha, label}) => entry(swatch(colour, alpha), label)),
      entry(element('i', {class: 'plan-swatch is-proposal'}), t.legend.proposal),
      overlay && entry(element('i', {class: 'plan-swatch is-losing'}), t.legend.losing),
      entry(element('i', {class: 'plan-swatch is-hidden'}), t.legend.hidden),
      entry(element('i', {class: 'plan-swatch is-zone'}), t.legend.zone),
      entry(element('i', {class: 'plan-swatch is-broken'}), t.legend.broken),
    ),
  ].filter(one => one !== null)
}

/** How the numbers were worked out, with the resolution. */
export const methodWords = ({cellMetres, radiusMetres, span}: StudySettings, {t, f}: Words): string =>
  t.method(
    f.number(span === 'year' ? yearStepMinutes : dayStepMinutes),
    f.number(cellMetres),
    f.number(radiusMetres),
    f.number(marginMetres),
  )

const scrolling = (label: string, table: HTMLElement) =>
  element('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': label}, table)
