import type {IncomingMessage, ServerResponse} from 'node:http'
import {resolve} from 'node:path'
import helmet from '@fastify/helmet'
import fastifyStatic from '@fastify/static'
import type {TypeBoxTypeProvider} from '@fastify/type-provider-typebox'
import Fastify, {type FastifyInstance, type FastifyServerOptions} from 'fastify'
import {ApiError} from './errors.ts'
import {compress} from './http/compress.ts'
import {contentSecurityPolicy} from './http/content-security-policy.ts'
import {refuseConnection, sendProblem} from './http/problems.ts'
import {isPublicArea} from './http/public-area.ts'
import {readOnly} from './http/read-only.ts'
import {Gate} from './release/gate.ts'
import {ReleaseReader, type ReleaseReaderOptions} from './release/release-reader.ts'
import {artefactRoutes} from './routes/artefacts.ts'
import {catalogRoutes} from './routes/catalog.ts'
import {describeApi} from './routes/describe-api.ts'
import {diffRoutes} from './routes/diff.ts'
import {errorRoutes} from './routes/errors.ts'
import {healthRoutes} from './routes/health.ts'
import {lineageRoutes} from './routes/lineage.ts'
import {openapiRoutes} from './routes/openapi.ts'
import {releaseRoutes} from './routes/releases.ts'
import {rowRoutes} from './routes/rows.ts'
import {scenarioCommentRoutes} from './routes/scenario-comments.ts'
import {scenarioRoutes} from './routes/scenarios.ts'
import {tableRoutes} from './routes/tables.ts'
import {RateLimit} from './scenarios/rate-limit.ts'
import {ScenarioStore} from './scenarios/scenario-store.ts'
import {type KeptToken, TokenBook} from './scenarios/tokens.ts'
import {fiscalDataPackageRoutes} from './standards/fiscal-data-package/routes.ts'
import {resolution835Routes} from './standards/resolution-835/routes.ts'

/** A folder of files to serve below a prefix. `isImmutable`: names change with the content, so browsers keep them. */
export type Mount = {prefix: string; root: string; isImmutable?: boolean}

export type AppOptions = Omit<ReleaseReaderOptions, 'log'> & {
  /** As Fastify takes it; absent: what goes wrong is logged. */
  logger?: FastifyServerOptions['logger']
  /** Downloads at once; more wait `patienceMilliseconds` and are refused then. */
  downloads?: number
  patienceMilliseconds?: number
  /** Other static files: the globe's, the pages' own. */
  mounts?: Mount[]
  /** Tokens of planners and moderators beside those of the data folder. */
  tokens?: KeptToken[]
  /** Addresses of proxies in front, whose word for the address of a sender is taken. */
  trustedProxies?: string[]
  /** The clock by which scenarios are kept and comments are counted. */
  now?: () => Date
  /** Answers everything that is neither the API nor a file: the pages. */
  fallback?: (request: IncomingMessage, response: ServerResponse) => void
}

/** The whole server but for its port. Close it with `close()`, which closes the release too. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const {
    logger = {level: 'warn'},
    downloads = 32,
    patienceMilliseconds = 10_000,
    mounts = [],
    fallback,
    tokens: given = [],
    trustedProxies = [],
    now = () => new Date(),
    ...reading
  } = options
  const app = Fastify({
    logger,
    routerOptions: {maxParamLength: 500},
    trustProxy: trustedProxies.length > 0 ? trustedProxies : false,
    // Who takes no byte of an answer for so long gets no more of it.
    connectionTimeout: 120_000,
    clientErrorHandler: refuseConnection,
    frameworkErrors: (error, request, reply) => sendProblem(error, request, reply),
  }).withTypeProvider<TypeBoxTypeProvider>()

  const log = {
    info: (message: string) => app.log.info(message),
    error: (message: string) => app.log.error(message),
  }
  const data = resolve(reading.data)
  const reader = new ReleaseReader({...reading, data, log})
  app.addHook('onClose', () => reader.close())

  const store = new ScenarioStore({data, now, log})
  const eraser = setInterval(() => void store.eraseOld().catch(() => {}), 6 * 3_600_000).unref()
  app.addHook('onReady', () => store.eraseOld().catch(() => {}))
  app.addHook('onClose', () => {
    clearInterval(eraser)
    return store.close()
  })

  // Few routes of ours have a body, and say so; those of the pages are for the pages to read.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
  await app.register(helmet, {
    contentSecurityPolicy,
    // Whether a whole domain is served over TLS is for the one who runs it to say.
    strictTransportSecurity: false,
  })
  readOnly(app)
  app.setErrorHandler(sendProblem)
  app.setNotFoundHandler((request, reply) => {
    if (!fallback || isPublicArea(request.url))
      throw new ApiError(
        'ROUTE_NOT_FOUND',
        `There is nothing at ${request.url.split('?')[0]?.slice(0, 200)}.`,
      )
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) reply.raw.setHeader(name, value)
    reply.hijack()
    fallback(request.raw, reply.raw)
  })

  await describeApi(app)
  await app.register(async api => {
    compress(api)
    const gate = new Gate(downloads, patienceMilliseconds)
    for (const routes of [
      healthRoutes,
      catalogRoutes,
      tableRoutes,
      lineageRoutes,
      releaseRoutes,
      artefactRoutes,
      fiscalDataPackageRoutes,
    ])
      await api.register(routes, {reader})
    await api.register(rowRoutes, {reader, gate})
    await api.register(resolution835Routes, {reader, gate})
    await api.register(diffRoutes, {reader, gate})
    const services = {
      reader,
      store,
      now,
      tokens: new TokenBook({data, given, now}),
      rate: new RateLimit(() => now().getTime()),
    }
    await api.register(scenarioRoutes, services)
    await api.register(scenarioCommentRoutes, services)
    await api.register(errorRoutes)
    await api.register(openapiRoutes)
  })
  await app.register(async files => {
    compress(files)
    for (const {prefix, root, isImmutable = false} of mounts)
      await files.register(fastifyStatic, {
        prefix,
        root: resolve(root),
        decorateReply: false,
        preCompressed: true,
        ...(isImmutable ? {immutable: true, maxAge: '365d'} : {}),
      })
  })
  return app
}
