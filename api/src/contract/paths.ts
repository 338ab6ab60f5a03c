/** Routes as the server registers them. Everything is read with GET or HEAD; scenarios and comments are written too. */
export const paths = {
  health: '/healthz',
  ready: '/readyz',
  catalog: '/api/v1/catalog',
  dataset: '/api/v1/datasets/:id',
  tables: '/api/v1/tables',
  table: '/api/v1/tables/:name',
  rows: '/api/v1/tables/:name.:format',
  fiscalDataPackage: '/api/v1/datapackage.json',
  officialStructure: '/api/v1/resolution-835/:annex/:resource.csv',
  lineage: '/api/v1/lineage',
  releases: '/api/v1/releases',
  release: '/api/v1/releases/:id',
  diff: '/api/v1/releases/:id/diff/:to',
  diffRows: '/api/v1/releases/:id/diff/:to/:table.:format',
  scenarios: '/api/v1/scenarios',
  scenarioExport: '/api/v1/scenarios.:format',
  scenario: '/api/v1/scenarios/:id',
  scenarioDocument: '/api/v1/scenarios/:id/versions/:version',
  scenarioComments: '/api/v1/scenarios/:id/comments',
  scenarioComment: '/api/v1/scenarios/:id/comments/:comment',
  moderation: '/api/v1/moderation/comments',
  moderatedComment: '/api/v1/moderation/comments/:comment',
  token: '/api/v1/token',
  errors: '/api/v1/errors',
  error: '/api/v1/errors/:code',
  openapi: '/api/v1/openapi.json',
} as const

/** An address from a route: `fillPath(paths.rows, {name: 'appeals', format: 'csv'})` → `/api/v1/tables/appeals.csv`. */
export const fillPath = (path: string, values: Record<string, string>): string =>
  path.replaceAll(/:([a-z]+)/g, (_, key: string) => encodeURIComponent(values[key] ?? ''))
