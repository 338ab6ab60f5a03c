import type {Need, RuleKind} from '@hromada/twin/planning'
import type {Format} from '../../format.ts'
import type {Outcome} from './outcome.ts'
import type {PlanningTexts} from './planning-texts.ts'

/** One figure of a variant: null where it is not worked out, or there is no norm for it. */
type Figure = {
  id: keyof PlanningTexts['figures']
  unit: keyof PlanningTexts['units']
  decimals: number
  of: (outcome: Outcome) => number | null
}

const need = (kind: Need['kind']) => (outcome: Outcome) =>
  outcome.needs.find(one => one.kind === kind)?.count ?? null
const rule = (kind: RuleKind) => (outcome: Outcome) =>
  outcome.findings.find(one => one.kind === kind)?.value ?? null

/** Every figure by which variants are compared, in the order of the table. */
export const figures: Figure[] = [
  {id: 'height', unit: 'm', decimals: 1, of: ({quantities}) => quantities.heightMetres},
  {id: 'storeys', unit: 'none', decimals: 0, of: ({quantities}) => quantities.storeys},
  {id: 'footprint', unit: 'm2', decimals: 0, of: ({quantities}) => quantities.footprintM2},
  {id: 'floorArea', unit: 'm2', decimals: 0, of: ({quantities}) => quantities.floorAreaM2},
  {id: 'volume', unit: 'm3', decimals: 0, of: ({quantities}) => quantities.volumeM3},
  {id: 'coverage', unit: 'percent', decimals: 1, of: rule('max_coverage_pct')},
  {id: 'floorAreaRatio', unit: 'none', decimals: 2, of: rule('max_floor_area_ratio')},
  {id: 'residents', unit: 'none', decimals: 0, of: need('residents')},
  {id: 'parking', unit: 'none', decimals: 0, of: need('parking')},
  {id: 'school', unit: 'none', decimals: 0, of: need('school')},
  {id: 'kindergarten', unit: 'none', decimals: 0, of: need('kindergarten')},
  {
    id: 'broken',
    unit: 'none',
    decimals: 0,
    of: ({zone, findings}) => zone && findings.filter(({isMet}) => isMet === false).length,
  },
  {id: 'losing', unit: 'm2', decimals: 0, of: ({analysis}) => analysis?.losingM2 ?? null},
  {id: 'lost', unit: 'h', decimals: 2, of: ({analysis}) => analysis?.meanLostHours ?? null},
  {id: 'newShade', unit: 'm2', decimals: 0, of: ({analysis}) => analysis?.newShadeM2 ?? null},
  {id: 'losingBuildings', unit: 'none', decimals: 0, of: ({analysis}) => analysis?.losing.length ?? null},
  {
    id: 'worstLoss',
    unit: 'h',
    decimals: 1,
    of: ({analysis}) => analysis && (analysis.losing[0]?.lostHours ?? 0),
  },
  {id: 'residentsInShade', unit: 'none', decimals: 0, of: ({residentsInShade}) => residentsInShade},
  {id: 'ownLeast', unit: 'h', decimals: 1, of: ({analysis}) => analysis?.ownFacadeHours.least ?? null},
  {
    id: 'ownUnbroken',
    unit: 'h',
    decimals: 1,
    of: ({analysis}) => analysis?.ownFacadeHours.leastUnbroken ?? null,
  },
  {id: 'ownMean', unit: 'h', decimals: 1, of: ({analysis}) => analysis?.ownFacadeHours.mean ?? null},
  {id: 'skyToday', unit: 'none', decimals: 3, of: ({analysis}) => analysis?.skyToday ?? null},
  {id: 'skyProposed', unit: 'none', decimals: 3, of: ({analysis}) => analysis?.skyProposed ?? null},
  {
    id: 'seenFromPlaces',
    unit: 'none',
    decimals: 0,
    of: ({analysis}) =>
      analysis && analysis.views.length > 0 ? analysis.views.filter(({seen}) => seen > 0).length : null,
  },
  {
    id: 'seen',
    unit: 'percent',
    decimals: 0,
    of: ({analysis}) => (analysis ? analysis.seenShare * 100 : null),
  },
]

/** A figure as people read it. */
export function writeFigure(
  {of, decimals, unit}: Figure,
  outcome: Outcome,
  t: PlanningTexts,
  f: Format,
): string {
  const value = of(outcome)
  if (value === null) return '–'
  const symbol = t.units[unit]
  return symbol === '' ? f.number(value, decimals) : f.unit(value, symbol, decimals)
}

/** The figures of all variants as RFC 4180 CSV, in plain numbers; what is not known is empty. */
export function figuresCsv(names: string[], outcomes: (Outcome | null)[], t: PlanningTexts): string {
  const cell = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const lines = [
    [t.figure, t.unit, ...names],
    ...figures.map(({id, unit, of}) => [
      t.figures[id],
      t.units[unit],
      ...outcomes.map(outcome => {
        const value = outcome && of(outcome)
        // Six digits tell all that was worked out, and the same on every machine.
        return value === null ? '' : String(Number(value.toPrecision(6)))
      }),
    ]),
  ]
  return lines.map(line => `${line.map(cell).join(',')}\r\n`).join('')
}

/**
 * A fingerprint of the figures of all variants, SHA-256 in hexadecimal: six digits of each, so that the same study and
 * release have the same one on every machine and in every language.
 */
export async function figuresDigest(outcomes: Outcome[]): Promise<string> {
  const values = outcomes.map(outcome =>
    figures.map(({id, of}): [string, number | null] => {
      const value = of(outcome)
      return [id, value === null ? null : Number(value.toPrecision(6))]
    }),
  )
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(values)))
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('')
}

/** What came out, in a few sentences. */
export function outcomeWords(outcome: Outcome, name: string, t: PlanningTexts, f: Format): string {
  const {quantities, findings, zone, analysis, residentsInShade} = outcome
  const broken = findings.filter(({isMet}) => isMet === false).length
  const sentences = [
    t.says.size(
      name,
      f.unit(quantities.floorAreaM2, t.units.m2),
      f.unit(quantities.heightMetres, t.units.m, 1),
    ),
    zone ? (broken > 0 ? t.says.broken(zone.code, f.number(broken)) : t.says.kept(zone.code)) : t.says.noZone,
  ]
  if (analysis)
    sentences.push(
      t.says.shade(
        f.unit(analysis.losingM2, t.units.m2),
        f.unit(analysis.newShadeM2, t.units.m2),
        analysis.longestToday === null,
      ),
      analysis.losing.length === 0
        ? t.says.noneLose
        : t.says.lose(
            f.number(analysis.losing.length),
            analysis.losing[0]!.name,
            f.unit(analysis.losing[0]!.lostHours, t.units.h, 1),
          ),
    )
  if (residentsInShade !== null && residentsInShade > 0)
    sentences.push(t.says.people(f.number(residentsInShade)))
  return sentences.join(' ')
}
