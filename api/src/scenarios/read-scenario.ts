import {
  cellSizes,
  middleOf,
  mostVariants,
  type Proposal,
  ProposalFault,
  proposalFrom,
  radii,
  spans,
  writeProposal,
} from '@hromada/twin/planning'
import {type ScenarioDocument, scenarioLanguages} from '../contract/index.ts'
import {ApiError} from '../errors.ts'
import {isIn} from './is-in.ts'
import {limits} from './limits.ts'
import {characters, plainText} from './plain-text.ts'
import {readView} from './read-view.ts'

type City = {id: string; bbox: [number, number, number, number]}

const fields = [
  'schema',
  'city',
  'lang',
  'title',
  'summary',
  'comments_until',
  'variants',
  'settings',
  'view',
]

/**
 * A scenario as it is kept, from what was sent. Proposals are read by the reader of the planning page and written by
 * its writer, so that nothing else is kept.
 * @throws ApiError INVALID_SCENARIO that names the place in the document
 */
export function readScenario(body: unknown, cities: readonly City[]): ScenarioDocument {
  const given = objectOf(body, '')
  const unknown = Object.keys(given).find(name => !fields.includes(name))
  if (unknown !== undefined)
    throw fault('', `has no field "${unknown.slice(0, 60)}". Fields: ${fields.slice(1).join(', ')}.`)
  if (given.schema !== undefined && given.schema !== 'hromada-scenario/1')
    throw fault('schema', 'must be hromada-scenario/1, or left out.')
  const city = cities.find(({id}) => id === given.city)
  if (!city) throw fault('city', `must be one of ${cities.map(({id}) => id).join(', ')}.`)
  const lang = scenarioLanguages.find(one => one === given.lang)
  if (!lang) throw fault('lang', `must be one of ${scenarioLanguages.join(', ')}.`)
  return {
    schema: 'hromada-scenario/1',
    city: city.id,
    lang,
    title: textOf(given.title, 'title', limits.titleCharacters).replaceAll(/\s+/g, ' '),
    summary: textOf(given.summary, 'summary', limits.summaryCharacters),
    comments_until: dayOf(given.comments_until),
    variants: variantsOf(given.variants, city),
    settings: settingsOf(given.settings),
    ...(given.view === undefined || given.view === null ? {} : {view: readView(given.view, city)}),
  }
}

function variantsOf(given: unknown, city: City): ScenarioDocument['variants'] {
  if (!Array.isArray(given) || given.length === 0 || given.length > mostVariants)
    throw fault('variants', `must be a list of one to ${mostVariants} proposals.`)
  return given.map((variant: unknown, index) => {
    const proposal = proposalOf(variant, `variants[${index}]`)
    const away = proposal.parts.findIndex(({rings}) => !isIn(city, middleOf([rings])))
    if (away >= 0) throw fault(`variants[${index}], body ${away + 1}`, `stands outside ${city.id}.`)
    return JSON.parse(writeProposal(proposal)) as ScenarioDocument['variants'][number]
  })
}

function proposalOf(variant: unknown, at: string): Proposal {
  try {
    return proposalFrom(variant, `${at}.`)
  } catch (error) {
    if (error instanceof ProposalFault)
      throw new ApiError('INVALID_SCENARIO', `${error.message} (${error.code})`)
    if (error instanceof RangeError) throw fault(at, 'is nested too deep.')
    throw error
  }
}

function settingsOf(given: unknown): ScenarioDocument['settings'] {
  const {day, span, minute, cellMetres, radiusMetres} = objectOf(given, 'settings')
  const [knownSpan, cell, radius] = [
    spans.find(one => one === span),
    cellSizes.find(one => one === cellMetres),
    radii.find(one => one === radiusMetres),
  ]
  if (!isDay(day)) throw fault('settings.day', 'must be a date such as 2026-03-21.')
  if (!knownSpan) throw fault('settings.span', `must be one of ${spans.join(', ')}.`)
  if (!Number.isInteger(minute) || (minute as number) < 0 || (minute as number) > 1439)
    throw fault('settings.minute', 'must be a whole number from 0 to 1439.')
  if (!cell) throw fault('settings.cellMetres', `must be one of ${cellSizes.join(', ')}.`)
  if (!radius) throw fault('settings.radiusMetres', `must be one of ${radii.join(', ')}.`)
  return {day, span: knownSpan, minute: minute as number, cellMetres: cell, radiusMetres: radius}
}

function dayOf(given: unknown): string | null {
  if (given === undefined || given === null || given === '') return null
  if (!isDay(given)) throw fault('comments_until', 'must be a date such as 2026-12-31, or null.')
  return given
}

function isDay(given: unknown): given is string {
  if (typeof given !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(given)) return false
  const at = new Date(`${given}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(given)
}

function textOf(given: unknown, at: string, most: number): string {
  const text = typeof given === 'string' ? plainText(given) : null
  if (text === null || text === '') throw fault(at, 'must be a text.')
  if (characters(text) > most)
    throw fault(at, `has ${characters(text)} characters; at most ${most} are kept.`)
  return text
}

function objectOf(value: unknown, at: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw fault(at, 'must be an object.')
  return value as Record<string, unknown>
}

const fault = (at: string, what: string) =>
  new ApiError('INVALID_SCENARIO', at === '' ? `The scenario ${what}` : `${at}: ${what}`)
