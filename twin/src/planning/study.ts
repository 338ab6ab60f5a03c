import {packText, unpackText} from '../packed-text.ts'
import type {Viewpoint} from './analyse.ts'
import {type Proposal, ProposalFault, proposalFrom, writeProposal} from './proposal.ts'

/** What is asked of proposals: everything that decides the numbers, but the city's data. */
export type StudySettings = {
  /** YYYY-MM-DD. */
  day: string
  /** Hours of sun on that day, or on the mean day of its year. */
  span: (typeof spans)[number]
  /** Minutes after midnight by the city's clock, for the picture of the shadow. */
  minute: number
  cellMetres: (typeof cellSizes)[number]
  radiusMetres: (typeof radii)[number]
}

export const spans = ['day', 'year'] as const
export const cellSizes = [1, 2, 4] as const
export const radii = [100, 150, 200, 300] as const
export const usualSettings: StudySettings = {
  day: '2026-03-21',
  span: 'day',
  minute: 12 * 60,
  cellMetres: 2,
  radiusMetres: 150,
}

/** A place that a study looks from. */
export type StudyViewpoint = Omit<Viewpoint, 'isOwn'>

/** Proposals to compare, what is asked of them, and places to look from: what an address carries. */
export type Study = {
  city: string
  variants: Proposal[]
  settings: StudySettings
  viewpoints: StudyViewpoint[]
}

export const mostViewpoints = 12
/** From a puddle's edge to the top of a tower. */
export const eyeLimits = {least: 0.1, most: 300}

const schema = 'hromada-study/1'
export const mostVariants = 4
const mostBytes = 600_000

/** A model whose mesh takes more characters than this is named by an address, not held: an address must stay one. */
export const mostMeshInAddress = 24_000

/** A study as text for the part of an address after `#`: JSON, deflated (RFC 1951), in base64url (RFC 4648). */
export async function studyToHash({city, variants, settings, viewpoints}: Study): Promise<string> {
  return packText(
    JSON.stringify({
      schema,
      city,
      settings,
      ...(viewpoints.length > 0 ? {viewpoints} : {}),
      variants: variants.map(
        variant => JSON.parse(writeProposal(variant, {mostMeshCharacters: mostMeshInAddress})) as unknown,
      ),
    }),
  )
}

/**
 * The study that an address carries.
 * @throws ProposalFault for what is none, or what would unpack to more than a study can be
 */
export async function studyFromHash(hash: string): Promise<Study> {
  let text: string
  try {
    text = await unpackText(hash, mostBytes)
  } catch (error) {
    if (error instanceof RangeError) throw new ProposalFault('TOO_LARGE', '', error.message)
    throw new ProposalFault('NOT_JSON', '', 'The address is damaged: what it carries cannot be unpacked.')
  }
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch {
    throw new ProposalFault('NOT_JSON', '', 'The address is damaged: what it carries is not JSON.')
  }
  const study = (document ?? {}) as {
    schema?: unknown
    city?: unknown
    variants?: unknown
    settings?: unknown
    viewpoints?: unknown
  }
  if (study.schema !== schema)
    throw new ProposalFault(
      'UNKNOWN_VERSION',
      '',
      `The address was made by another version; this page reads ${schema}.`,
    )
  const {variants, city} = study
  if (
    !Array.isArray(variants) ||
    variants.length > mostVariants ||
    typeof city !== 'string' ||
    city.length > 80
  )
    throw new ProposalFault(
      'NOT_GEOJSON',
      'variants',
      `must be a list of at most ${mostVariants} proposals of a city.`,
    )
  return {
    city,
    variants: variants.map((variant, index) => proposalFrom(variant, `variants[${index}].`)),
    settings: settingsFrom(study.settings),
    viewpoints: viewpointsFrom(study.viewpoints),
  }
}

/** Viewpoints that are whole; what is none is left out, as a study stands without it. */
function viewpointsFrom(given: unknown): StudyViewpoint[] {
  if (!Array.isArray(given)) return []
  return given.slice(0, mostViewpoints).flatMap((one: unknown): StudyViewpoint[] => {
    const {name, lon, lat, eyeMetres} = (one ?? {}) as Record<string, unknown>
    const isWithin = (value: unknown, least: number, most: number): value is number =>
      typeof value === 'number' && value >= least && value <= most
    const isWhole =
      typeof name === 'string' &&
      isWithin(lon, -180, 180) &&
      isWithin(lat, -85, 85) &&
      isWithin(eyeMetres, eyeLimits.least, eyeLimits.most)
    return isWhole ? [{name: name.slice(0, 120), lon, lat, eyeMetres}] : []
  })
}

/** Settings with the usual ones in place of what is missing or none of ours. */
function settingsFrom(given: unknown): StudySettings {
  const {day, span, minute, cellMetres, radiusMetres} = (given ?? {}) as Record<string, unknown>
  const isDay = typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day))
  return {
    day: isDay ? day : usualSettings.day,
    span: spans.find(one => one === span) ?? usualSettings.span,
    minute:
      typeof minute === 'number' && minute >= 0 && minute < 1440 ? Math.round(minute) : usualSettings.minute,
    cellMetres: cellSizes.find(size => size === cellMetres) ?? usualSettings.cellMetres,
    radiusMetres: radii.find(radius => radius === radiusMetres) ?? usualSettings.radiusMetres,
  }
}
