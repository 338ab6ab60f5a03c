import {type CommentDecision, rejectionReasons} from '../contract/index.ts'
import {ApiError} from '../errors.ts'
import {findingsIn, withoutFindings} from './find-in-comment.ts'
import {limits} from './limits.ts'
import {characters, plainText} from './plain-text.ts'
import type {Comment} from './scenario-state.ts'
import type {Decision} from './scenario-store.ts'

const fields = ['decision', 'reason', 'answer', 'redact', 'seen']

/** @throws ApiError INVALID_DECISION */
export function readDecision(body: unknown): CommentDecision {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw fault('It must be an object.')
  const given = body as Record<string, unknown>
  const unknown = Object.keys(given).find(name => !fields.includes(name))
  if (unknown !== undefined) throw fault(`There is no field "${unknown.slice(0, 60)}".`)
  const {decision, redact = false, seen = []} = given
  if (decision !== 'publish' && decision !== 'reject') throw fault('decision: must be publish or reject.')
  const reason = rejectionReasons.find(one => one === given.reason)
  if (decision === 'reject' && !reason) throw fault(`reason: must be one of ${rejectionReasons.join(', ')}.`)
  if (decision === 'publish' && given.reason !== undefined) throw fault('reason: is of a rejection.')
  if (typeof redact !== 'boolean') throw fault('redact: must be true or false.')
  if (!Array.isArray(seen) || seen.some(rule => typeof rule !== 'string'))
    throw fault('seen: must be a list of rules.')
  return {decision, redact, seen, answer: answerOf(given.answer), ...(reason ? {reason} : {})}
}

function answerOf(given: unknown): string | null {
  if (given === undefined || given === null) return null
  const text = typeof given === 'string' ? plainText(given) : null
  if (text === null) throw fault('answer: must be a text.')
  if (characters(text) > limits.commentCharacters)
    throw fault(`answer: has ${characters(text)} characters; at most ${limits.commentCharacters} are kept.`)
  return text === '' ? null : text
}

/**
 * What becomes of a comment by a decision. What the detectors find is redacted, or the moderator has named its rules;
 * the answer is the city's own and is never redacted, so there the rules must be named.
 * @throws ApiError FINDINGS_NOT_SEEN
 */
export function decideOn(
  {content}: Comment,
  {decision, reason, answer = null, redact, seen = []}: CommentDecision,
): Decision {
  const {text, name} = content!
  const findings = findingsIn({text, name, answer})
  const found = [...new Set(findings.map(({rule}) => rule))]
  if (decision === 'reject')
    return {
      status: 'rejected',
      reason: reason!,
      shown: null,
      answer: null,
      found,
      seen: [],
      isRedacted: false,
    }
  const unseen = findings.filter(one => !(redact && one.in !== 'answer') && !seen.includes(one.rule))
  if (unseen.length > 0)
    throw new ApiError(
      'FINDINGS_NOT_SEEN',
      `Found and neither redacted nor seen: ${[...new Set(unseen.map(one => `${one.rule} in ${one.in}`))].join(', ')}.`,
    )
  const shown = redact ? withoutFindings({text, name}, seen) : {text, name}
  return {
    status: 'published',
    reason: null,
    shown,
    answer,
    found,
    seen: seen.filter(rule => found.includes(rule)),
    isRedacted: shown.text !== text || shown.name !== name,
  }
}

const fault = (what: string) => new ApiError('INVALID_DECISION', what)
