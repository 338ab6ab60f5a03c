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

/** Proposals to compare, and what is asked of them: what an address carries. */
export type Study = {city: string; variants: Proposal[]; settings: StudySettings}

const schema = 'hromada-study/1'
export const mostVariants = 4
const mostBytes = 600_000

/** A study as text for the part of an address after `#`: JSON, deflated (RFC 1951), in base64url (RFC 4648). */
export async function studyToHash({city, variants, settings}: Study): Promise<string> {
  const text = JSON.stringify({
    schema,
    city,
    settings,
    variants: variants.map(variant => JSON.parse(writeProposal(variant)) as unknown),
  })
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer())
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/**
 * The study that an address carries.
 * @throws ProposalFault for what is none, or what would unpack to more than a study can be
 */
export async function studyFromHash(hash: string): Promise<Study> {
  let text: string
  try {
    const binary = atob(hash.replaceAll('-', '+').replaceAll('_', '/'))
    text = await unpacked(Uint8Array.from(binary, character => character.charCodeAt(0)))
  } catch (error) {
    if (error instanceof ProposalFault) throw error
    throw new ProposalFault('NOT_JSON', '', 'The address is damaged: what it carries cannot be unpacked.')
  }
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch {
    throw new ProposalFault('NOT_JSON', '', 'The address is damaged: what it carries is not JSON.')
  }
  const study = (document ?? {}) as {schema?: unknown; city?: unknown; variants?: unknown; settings?: unknown}
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
  }
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

/** Inflates no further than a study can be: a short address may unpack to gigabytes. */
async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  const decoder = new TextDecoder('utf-8', {fatal: true})
  let [text, size] = ['', 0]
  for (;;) {
    const {done, value} = await reader.read()
    if (done) return text + decoder.decode()
    size += value.length
    if (size > mostBytes) {
      await reader.cancel()
      throw new ProposalFault('TOO_LARGE', '', `The address unpacks to more than ${mostBytes} bytes.`)
    }
    text += decoder.decode(value, {stream: true})
  }
}
