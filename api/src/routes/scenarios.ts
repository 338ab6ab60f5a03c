import type {FastifyPluginAsyncTypebox} from '@fastify/type-provider-typebox'
import type {FastifyRequest} from 'fastify'
import {Type} from 'typebox'
import {
  fillPath,
  paths,
  ref,
  ScenarioDetail,
  ScenarioDocument,
  ScenarioExport,
  ScenarioForm,
  Scenarios,
  TokenHolder,
} from '../contract/index.ts'
import {ApiError} from '../errors.ts'
import {isNotModified} from '../http/etag.ts'
import {ifMatch} from '../http/if-match.ts'
import {lease} from '../http/lease.ts'
import {readBody, takeBodies} from '../http/read-body.ts'
import {sameOrigin} from '../http/same-origin.ts'
import {authorise} from '../scenarios/authorise.ts'
import {
  countsOf,
  detailOf,
  etagFrom,
  publicComments,
  scenarioEtag,
  summaryOf,
} from '../scenarios/describe-scenario.ts'
import {limits} from '../scenarios/limits.ts'
import {characters, plainText} from '../scenarios/plain-text.ts'
import {readScenario} from '../scenarios/read-scenario.ts'
import type {Head, Scenario, ScenarioState} from '../scenarios/scenario-state.ts'
import {scenarioIn} from '../scenarios/scenario-store.ts'
import type {ScenarioServices} from '../scenarios/services.ts'
import type {Token} from '../scenarios/tokens.ts'
import {withProblems} from './with-problems.ts'

const byId = Type.Object({id: Type.String()})
const secured = [{token: []}]
/** Bodies and parameters of what is written are read by our own readers, which say what is wrong with them. */
const validatorCompiler = () => () => true

/** Public scenarios: `/api/v1/scenarios` and what is below. Read by anybody, written by planners. */
export const scenarioRoutes: FastifyPluginAsyncTypebox<ScenarioServices> = async (app, services) => {
  const {reader, store, tokens, rate} = services
  takeBodies(app)

  app.get(
    paths.scenarios,
    {
      schema: {
        operationId: 'getScenarios',
        summary: 'Every public scenario, the newest first',
        tags: ['scenarios'],
        querystring: Type.Object({city: Type.Optional(Type.String({description: 'Of this city alone'}))}),
        response: withProblems({200: ref(Scenarios)}),
      },
    },
    async (request, reply) => {
      const {city} = request.query
      const answer: Scenarios = {
        is_publishing_open: await tokens.has('planner'),
        scenarios: publicScenarios(await store.read())
          .filter(({head}) => city === undefined || head.city === city)
          .map(scenario => ({...summaryOf(scenario), comments: countsOf(scenario)})),
      }
      return isNotModified(request, reply, etagFrom(answer)) ? reply : answer
    },
  )

  app.get(
    paths.scenarioExport,
    {
      schema: {
        operationId: 'getScenarioExport',
        summary: 'Every public scenario with its document and its published comments, as one file',
        tags: ['scenarios'],
        params: Type.Object({format: Type.String({description: 'json or ndjson'})}),
        response: withProblems({
          200: {
            description: 'JSON: ScenarioExport; NDJSON: one of its scenarios a line',
            content: {
              'application/json': {schema: ref(ScenarioExport)},
              'application/x-ndjson': {schema: Type.String()},
            },
          },
        }),
      },
    },
    async (request, reply) => {
      const {format} = request.params
      if (format !== 'json' && format !== 'ndjson')
        throw new ApiError(
          'FORMAT_NOT_FOUND',
          `Scenarios come as json and ndjson, not as ${format.slice(0, 40)}.`,
        )
      const shown = publicScenarios(await store.read())
      const heads = shown.map(scenario => ({...summaryOf(scenario), comments: publicComments(scenario)}))
      if (isNotModified(request, reply, etagFrom('export', format, heads))) return reply
      const isDemo = heads.some(({is_demo}) => is_demo)
      reply.headers({
        'content-type': format === 'json' ? 'application/json; charset=utf-8' : 'application/x-ndjson',
        'content-disposition': `attachment; filename="scenarios${isDemo ? '-demo' : ''}.${format}"`,
        ...(isDemo ? {'hromada-demo': 'true'} : {}),
      })
      const lines: string[] = []
      for (const {comments, ...head} of heads) {
        // Documents are kept as JSON, and stay the very bytes of their SHA-256.
        const document = await store.document(head.sha256)
        lines.push(
          `${JSON.stringify(head).slice(0, -1)},"document":${document},"comments":${JSON.stringify(comments)}}`,
        )
      }
      const text =
        format === 'json' ? `{"scenarios":[${lines.join(',')}]}` : lines.map(line => `${line}\n`).join('')
      return reply.send(Buffer.from(text) as never)
    },
  )

  app.get(
    paths.scenario,
    {
      schema: {
        operationId: 'getScenario',
        summary: 'One public scenario',
        tags: ['scenarios'],
        params: byId,
        response: withProblems({200: ref(ScenarioDetail)}),
      },
    },
    async (request, reply) => {
      const scenario = scenarioIn(await store.read(), request.params.id)
      if (isNotModified(request, reply, scenarioEtag(scenario))) return reply
      return describe(scenario)
    },
  )

  app.get(
    paths.scenarioDocument,
    {
      schema: {
        operationId: 'getScenarioDocument',
        summary: 'A version of a scenario, as it was published',
        tags: ['scenarios'],
        params: Type.Object({id: Type.String(), version: Type.String()}),
        response: withProblems({200: ref(ScenarioDocument)}),
      },
    },
    async (request, reply) => {
      const {versions} = scenarioIn(await store.read(), request.params.id)
      const version = versions.find(one => String(one.version) === request.params.version)
      if (!version)
        throw new ApiError('SCENARIO_NOT_FOUND', `The scenario has the versions 1 to ${versions.length}.`)
      if (isNotModified(request, reply, `"${version.sha256}"`)) return reply
      reply.type('application/json; charset=utf-8')
      return reply.send(Buffer.from(await store.document(version.sha256)) as never)
    },
  )

  app.post(
    paths.scenarios,
    {
      bodyLimit: limits.scenarioBytes,
      onRequest: sameOrigin,
      validatorCompiler,
      schema: {
        operationId: 'publishScenario',
        summary: 'Publish a scenario, with a token of a planner',
        tags: ['scenarios'],
        security: secured,
        body: ref(ScenarioForm),
        response: withProblems({201: ref(ScenarioDetail)}),
      },
    },
    async (request, reply) => {
      const planner = await mayPublish(request)
      const {head, document} = await read(request, reply)
      const scenario = await store.publish(actor(planner), head, document)
      reply.code(201).headers({
        location: fillPath(paths.scenario, {id: scenario.id}),
        etag: scenarioEtag(scenario),
      })
      return describe(scenario)
    },
  )

  app.put(
    paths.scenario,
    {
      bodyLimit: limits.scenarioBytes,
      onRequest: sameOrigin,
      validatorCompiler,
      schema: {
        operationId: 'replaceScenario',
        summary: 'Publish a new version of one’s own scenario, with its ETag in If-Match',
        tags: ['scenarios'],
        security: secured,
        params: byId,
        body: ref(ScenarioForm),
        response: withProblems({200: ref(ScenarioDetail)}),
      },
    },
    async (request, reply) => {
      const planner = await mayPublish(request)
      const {head, document} = await read(request, reply)
      const {id} = request.params
      const scenario = await store.replace(actor(planner), id, mayChange(request, planner), head, document)
      reply.header('etag', scenarioEtag(scenario))
      return describe(scenario)
    },
  )

  app.delete(
    paths.scenario,
    {
      onRequest: sameOrigin,
      validatorCompiler,
      schema: {
        operationId: 'withdrawScenario',
        summary: 'Withdraw one’s own scenario, with its ETag in If-Match; its address then says why',
        tags: ['scenarios'],
        security: secured,
        params: byId,
        querystring: Type.Object({reason: Type.String({description: 'Told to everybody who asks for it'})}),
        response: withProblems({204: Type.Null({description: 'It is withdrawn'})}),
      },
    },
    async (request, reply) => {
      const planner = await authorise(request, services, 'planner')
      const given: unknown = request.query.reason
      const reason = typeof given === 'string' ? plainText(given)?.replaceAll(/\s+/g, ' ') : null
      if (!reason || characters(reason) > limits.reasonCharacters)
        throw new ApiError(
          'INVALID_PARAMETER',
          `reason: must be a text of at most ${limits.reasonCharacters} characters.`,
        )
      await store.withdraw(actor(planner), request.params.id, mayChange(request, planner), reason)
      return reply.code(204).send(null)
    },
  )

  app.get(
    paths.token,
    {
      onRequest: sameOrigin,
      schema: {
        operationId: 'getTokenHolder',
        summary: 'Whose the token of this request is, and what it allows',
        tags: ['scenarios'],
        security: secured,
        response: withProblems({200: ref(TokenHolder)}),
      },
    },
    async request => {
      const {holder, roles, expires_at} = await authorise(request, services, null)
      return {holder, roles, expires_at}
    },
  )

  async function describe(scenario: Scenario): Promise<ScenarioDetail> {
    const newest = await store.document(scenario.versions.at(-1)!.sha256)
    return detailOf(scenario, JSON.parse(newest) as ScenarioDocument)
  }

  async function mayPublish(request: FastifyRequest): Promise<Token> {
    const planner = await authorise(request, services, 'planner')
    rate.count('publish', planner.holder)
    return planner
  }

  /** What was sent, as it is kept, and what lists need of it. */
  async function read(
    request: FastifyRequest,
    reply: Parameters<typeof lease>[1],
  ): Promise<{head: Head; document: string}> {
    const {cities} = (await lease(reader, reply, undefined)).manifest
    const document = readScenario(readBody(request), cities)
    const {lang, title, summary, comments_until} = document
    const {id, is_demo, zone} = cities.find(city => city.id === document.city)!
    return {
      head: {city: id, lang, title, summary, comments_until, is_demo, zone},
      document: JSON.stringify(document),
    }
  }
}

/** Those that are not withdrawn, the last published first. */
const publicScenarios = ({scenarios}: ScenarioState): Scenario[] =>
  [...scenarios.values()].filter(({withdrawn}) => withdrawn === null).reverse()

const actor = ({holder, id}: Token) => ({holder, token: id})

/** A scenario is changed by who published it, from what they have read. */
const mayChange = (request: FastifyRequest, planner: Token) => (scenario: Scenario) => {
  if (scenario.holder !== planner.holder)
    throw new ApiError(
      'NOT_ALLOWED',
      `The scenario is of ${scenario.holder}, and the token of ${planner.holder}.`,
    )
  ifMatch(request, scenarioEtag(scenario))
}
