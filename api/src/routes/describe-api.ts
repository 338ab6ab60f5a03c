import swagger from '@fastify/swagger'
import type {FastifyInstance} from 'fastify'
import {Type} from 'typebox'
import {
  Catalog,
  CommentDecision,
  CommentForm,
  CommentReceipt,
  DatasetDetail,
  ErrorCode,
  ErrorCodes,
  FiscalDataPackage,
  Health,
  Lineage,
  ModerationQueue,
  Problem,
  Readiness,
  ReleaseDetail,
  ReleaseDiff,
  Releases,
  Rows,
  ScenarioComments,
  ScenarioDetail,
  ScenarioDocument,
  ScenarioExport,
  ScenarioForm,
  Scenarios,
  TableDetail,
  Tables,
  TokenHolder,
} from '../contract/index.ts'

const named = [
  Catalog,
  CommentDecision,
  CommentForm,
  CommentReceipt,
  DatasetDetail,
  ErrorCode,
  ErrorCodes,
  FiscalDataPackage,
  Health,
  Lineage,
  ModerationQueue,
  Problem,
  Readiness,
  ReleaseDetail,
  ReleaseDiff,
  Releases,
  Rows,
  ScenarioComments,
  ScenarioDetail,
  ScenarioDocument,
  ScenarioExport,
  ScenarioForm,
  Scenarios,
  TableDetail,
  Tables,
  TokenHolder,
]

/** Names the schemas of the contract, and gathers the routes that come after into an OpenAPI 3.1 description. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  for (const schema of named) app.addSchema(schema)
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Hromada',
        version: '1',
        description:
          'Open data of a city. Everything comes from one sealed release, named by the header Hromada-Release; ' +
          'errors are RFC 9457 with permanent codes.',
      },
      tags: [
        {name: 'catalogue', description: 'What there is'},
        {name: 'tables', description: 'Published tables and their rows'},
        {name: 'releases', description: 'What was published when, and what changed'},
        {name: 'scenarios', description: 'What planners propose, and what residents say to it'},
        {name: 'moderation', description: 'Comments before they are published'},
        {name: 'files', description: 'Files of the release for the city in 3D'},
        {name: 'about', description: 'The server itself'},
      ],
      components: {securitySchemes: {token: {type: 'http', scheme: 'bearer'}}},
    },
    // OpenAPI has no path parameter "*": files are named by a path.
    transform: ({schema, url}) => ({
      schema: url.endsWith('/*') ? {...schema, params: Type.Object({path: Type.String()})} : schema,
      url: url.replace(/\*$/, ':path'),
    }),
    refResolver: {
      buildLocalReference: (schema, _base, _fragment, index) => String(schema.$id ?? `schema-${index}`),
    },
  })
}
