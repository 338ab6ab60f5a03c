import {randomUUID} from 'node:crypto'
import type {FastifyPluginAsyncTypebox} from '@fastify/type-provider-typebox'
import {Type} from 'typebox'
import {
  CommentDecision,
  CommentForm,
  CommentReceipt,
  type ModeratedComment,
  ModerationQuery,
  ModerationQueue,
  paths,
  ref,
  ScenarioComments,
} from '../contract/index.ts'
import {ApiError} from '../errors.ts'
import {isNotModified} from '../http/etag.ts'
import {ifMatch} from '../http/if-match.ts'
import {lease} from '../http/lease.ts'
import {readBody, takeBodies} from '../http/read-body.ts'
import {sameOrigin} from '../http/same-origin.ts'
import {authorise} from '../scenarios/authorise.ts'
import {
  commentEtag,
  countsOf,
  etagFrom,
  publicComments,
  receiptOf,
  whyClosed,
} from '../scenarios/describe-scenario.ts'
import {findingsIn} from '../scenarios/find-in-comment.ts'
import {limits} from '../scenarios/limits.ts'
import {readComment} from '../scenarios/read-comment.ts'
import {decideOn, readDecision} from '../scenarios/read-decision.ts'
import type {Comment, ScenarioState} from '../scenarios/scenario-state.ts'
import {scenarioIn} from '../scenarios/scenario-store.ts'
import type {ScenarioServices} from '../scenarios/services.ts'
import {withProblems} from './with-problems.ts'

const secured = [{token: []}]
const validatorCompiler = () => () => true

/** Comments on scenarios: sent by anybody, decided on by moderators, and only then seen by everybody. */
export const scenarioCommentRoutes: FastifyPluginAsyncTypebox<ScenarioServices> = async (app, services) => {
  const {reader, store, tokens, rate, now} = services
  takeBodies(app)

  app.get(
    paths.scenarioComments,
    {
      schema: {
        operationId: 'getScenarioComments',
        summary: 'The published comments of a scenario, with the city’s answers',
        tags: ['scenarios'],
        params: Type.Object({id: Type.String()}),
        response: withProblems({200: ref(ScenarioComments)}),
      },
    },
    async (request, reply) => {
      const scenario = scenarioIn(await store.read(), request.params.id)
      const closed = whyClosed(scenario, await tokens.has('moderator'), now())
      const answer: ScenarioComments = {
        scenario: scenario.id,
        is_open: closed === null,
        closed_because: closed,
        counts: countsOf(scenario),
        comments: publicComments(scenario),
        rejected: scenario.comments.flatMap(({id, number, receivedAt, status, decided}) =>
          status === 'rejected'
            ? [{id, number, received_at: receivedAt, decided_at: decided!.at, reason: decided!.reason!}]
            : [],
        ),
      }
      return isNotModified(request, reply, etagFrom(answer)) ? reply : answer
    },
  )

  app.post(
    paths.scenarioComments,
    {
      bodyLimit: limits.commentBytes,
      onRequest: sameOrigin,
      validatorCompiler,
      schema: {
        operationId: 'sendComment',
        summary: 'Say what one thinks of a scenario; a moderator decides whether it is published',
        tags: ['scenarios'],
        params: Type.Object({id: Type.String()}),
        body: ref(CommentForm),
        response: withProblems({202: ref(CommentReceipt)}),
      },
    },
    async (request, reply) => {
      const scenario = scenarioIn(await store.read(), request.params.id)
      const closed = whyClosed(scenario, await tokens.has('moderator'), now())
      if (closed !== null)
        throw new ApiError(
          'COMMENTS_CLOSED',
          closed === 'over'
            ? `Comments were taken until ${scenario.head.comments_until}.`
            : 'There is no valid token of a moderator: nobody would read it.',
        )
      const {cities} = (await lease(reader, reply, undefined)).manifest
      const city = cities.find(({id}) => id === scenario.head.city) ?? null
      const {isByMachine, ...content} = readComment(readBody(request), city)
      rate.count('comment', request.ip)
      reply.code(202)
      // A machine is told nothing: it goes away content, and nothing is kept.
      if (isByMachine) return receiptOf(neverKept(scenario.id, now()))
      return receiptOf(await store.receive(scenario.id, content))
    },
  )

  app.get(
    paths.scenarioComment,
    {
      schema: {
        operationId: 'getCommentReceipt',
        summary: 'What became of a comment; its text is among the published ones, or nowhere',
        tags: ['scenarios'],
        params: Type.Object({id: Type.String(), comment: Type.String()}),
        response: withProblems({200: ref(CommentReceipt)}),
      },
    },
    async (request, reply) => {
      const {id, comment: name} = request.params
      const state = await store.read()
      scenarioIn(state, id)
      const comment = state.comments.get(name)
      if (comment?.scenario !== id)
        throw new ApiError('COMMENT_NOT_FOUND', `The scenario has no comment "${name.slice(0, 100)}".`)
      if (isNotModified(request, reply, commentEtag(comment))) return reply
      return receiptOf(comment)
    },
  )

  app.get(
    paths.moderation,
    {
      onRequest: sameOrigin,
      schema: {
        operationId: 'getModerationQueue',
        summary:
          'Comments with what the detectors of personal data find in them, with a token of a moderator',
        tags: ['moderation'],
        security: secured,
        querystring: ModerationQuery,
        response: withProblems({200: ref(ModerationQueue)}),
      },
    },
    async request => {
      await authorise(request, services, 'moderator')
      const {status = 'pending', limit = 50} = request.query
      const state = await store.read()
      const found = [...state.comments.values()].filter(
        comment => comment.status === status && !state.scenarios.get(comment.scenario)!.withdrawn,
      )
      const inOrder =
        status === 'pending' ? found : found.sort((a, b) => (a.decided!.at < b.decided!.at ? 1 : -1))
      return {
        status,
        total: found.length,
        comments: inOrder.slice(0, limit).map(comment => moderated(state, comment)),
      }
    },
  )

  app.put(
    paths.moderatedComment,
    {
      bodyLimit: limits.commentBytes,
      onRequest: sameOrigin,
      validatorCompiler,
      schema: {
        operationId: 'decideOnComment',
        summary: 'Publish a comment, with an answer or without, or reject it; with its ETag in If-Match',
        tags: ['moderation'],
        security: secured,
        params: Type.Object({comment: Type.String()}),
        body: ref(CommentDecision),
        response: withProblems({200: ref(CommentReceipt)}),
      },
    },
    async (request, reply) => {
      const {holder, id} = await authorise(request, services, 'moderator')
      const decision = readDecision(readBody(request))
      const decided = await store.decide({holder, token: id}, request.params.comment, comment => {
        ifMatch(request, commentEtag(comment))
        return decideOn(comment, decision)
      })
      reply.header('etag', commentEtag(decided))
      return receiptOf(decided)
    },
  )
}

function moderated(state: ScenarioState, comment: Comment): ModeratedComment {
  const {id, scenario, number, status, receivedAt, decided, content} = comment
  const {text = '', name = null, place = null, shown = null, answer = null} = content ?? {}
  return {
    id,
    scenario,
    scenario_title: state.scenarios.get(scenario)!.head.title,
    number,
    etag: commentEtag(comment),
    status,
    received_at: receivedAt,
    text,
    name,
    place,
    findings: findingsIn({text, name, answer: answer?.text ?? null}),
    decided_at: decided?.at ?? null,
    decided_by: decided?.by ?? null,
    reason: decided?.reason ?? null,
    answer,
    shown,
  }
}

/** What a receipt is made from where there is nothing. */
const neverKept = (scenario: string, at: Date): Comment => ({
  id: randomUUID().replaceAll('-', '').slice(0, 13),
  scenario,
  number: 0,
  version: 1,
  receivedAt: at.toISOString(),
  revision: 0,
  status: 'pending',
  publishedAt: null,
  decided: null,
  isErased: false,
  content: null,
})
