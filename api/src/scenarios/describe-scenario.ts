import {createHash} from 'node:crypto'
import {
  type CommentReceipt,
  fillPath,
  type PublicComment,
  paths,
  type ScenarioComments,
  type ScenarioDetail,
  type ScenarioDocument,
  type ScenarioSummary,
} from '../contract/index.ts'
import type {Comment, Scenario} from './scenario-state.ts'

/** What lists say of a scenario, but for its comments. */
export function summaryOf({id, holder, versions, head}: Scenario): Omit<ScenarioSummary, 'comments'> {
  const newest = versions.at(-1)!
  const {zone: _, ...told} = head
  return {
    id,
    ...told,
    published_by: holder,
    published_at: versions[0]!.at,
    version: newest.version,
    changed_at: newest.at,
    sha256: newest.sha256,
    links: {
      self: fillPath(paths.scenario, {id}),
      document: documentAddress(id, newest.version),
      comments: fillPath(paths.scenarioComments, {id}),
    },
  }
}

export const detailOf = (
  scenario: Scenario,
  {variants, settings, view}: ScenarioDocument,
): ScenarioDetail => ({
  ...summaryOf(scenario),
  variants,
  settings,
  view: view ?? null,
  versions: scenario.versions.map(({version, at, sha256}) => ({
    version,
    at,
    sha256,
    document: documentAddress(scenario.id, version),
  })),
})

const documentAddress = (id: string, version: number) =>
  fillPath(paths.scenarioDocument, {id, version: String(version)})

export const countsOf = ({comments}: Scenario): ScenarioComments['counts'] => {
  const counts = {published: 0, pending: 0, rejected: 0}
  for (const {status} of comments) counts[status]++
  return counts
}

/** The published comments of a scenario, as everybody sees them. */
export const publicComments = ({comments}: Scenario): PublicComment[] =>
  comments.flatMap(({id, number, version, receivedAt, status, publishedAt, decided, content}) =>
    status === 'published' && content?.shown
      ? [
          {
            id,
            number,
            version,
            received_at: receivedAt,
            published_at: publishedAt!,
            text: content.shown.text,
            name: content.shown.name,
            place: content.place,
            is_redacted: decided!.isRedacted,
            answer: content.answer,
          },
        ]
      : [],
  )

export const receiptOf = ({id, scenario, status, receivedAt, decided}: Comment): CommentReceipt => ({
  id,
  scenario,
  status,
  received_at: receivedAt,
  decided_at: decided?.at ?? null,
  reason: decided?.reason ?? null,
  links: {self: fillPath(paths.scenarioComment, {id: scenario, comment: id})},
})

/** Why a scenario takes no comments; null where it does. */
export function whyClosed(
  {head: {comments_until: until, zone}}: Scenario,
  hasModerator: boolean,
  now: Date,
): ScenarioComments['closed_because'] {
  if (!hasModerator) return 'no_moderator'
  // Swedish dates are those of ISO 8601.
  const today = new Intl.DateTimeFormat('sv-SE', {timeZone: zone, dateStyle: 'short'}).format(now)
  return until !== null && today > until ? 'over' : null
}

/** Of whatever an answer depends on. */
export const etagFrom = (...parts: unknown[]): string =>
  `"${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40)}"`

export const scenarioEtag = ({id, versions}: Scenario): string => etagFrom('scenario', id, versions)
export const commentEtag = ({id, revision, isErased}: Comment): string =>
  etagFrom('comment', id, revision, isErased)
