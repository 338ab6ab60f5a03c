import {readFile} from 'node:fs/promises'
import Schemas from 'typebox/schema'
import {afterAll, beforeAll, expect, test} from 'vitest'
import * as contract from '../src/contract/index.ts'
import {errors} from '../src/errors.ts'
import {appeals, demoBudget, everyType} from './sample-tables.ts'
import {form, serveTown, type Town} from './scenario-town.ts'
import {type Served, serve} from './serve.ts'

let served: Served
let town: Town
let description: Description
beforeAll(async () => {
  served = await serve({tables: [everyType, appeals, demoBudget]})
  town = await serveTown()
  description = (await (await served.get('/api/v1/openapi.json')).json()) as Description
})
afterAll(() => Promise.all([served.close(), town.close()]))

type Schema = Record<string, unknown>
type Operation = {
  operationId: string
  summary: string
  parameters?: {name: string; in: string; required: boolean; schema: Schema}[]
  responses: Record<string, {description: string; content?: Record<string, {schema: Schema}>}>
}
type Method = 'get' | 'post' | 'put' | 'delete'
type Description = {
  openapi: string
  info: {title: string; version: string}
  paths: Record<string, Partial<Record<Method, Operation>>>
  components: {schemas: Record<string, Schema>}
}

const braces = (path: string) => path.replaceAll(/:([a-z]+)/g, '{$1}')

/** What is wrong with an answer by the schema that the description gives for it. */
const faults = (schema: Schema | undefined, body: unknown) =>
  Schemas.Errors({...(schema ?? {not: {}}), components: description.components}, body)[1].map(
    ({instancePath, message}) => `${instancePath} ${message}`,
  )

test('every route is described, and nothing else', () => {
  const files = ['/tiles/{path}', '/terrain/{path}']
  expect(Object.keys(description.paths).sort()).toEqual(
    [...Object.values(contract.paths).map(braces), ...files].sort(),
  )
})

test('the description is one of OpenAPI 3.1', () => {
  expect(description.openapi).toMatch(/^3\.1\.\d+$/)
  expect(description.info).toMatchObject({title: 'Hromada', version: '1'})
  const operations = Object.entries(description.paths).flatMap(([path, item]) =>
    Object.values(item).map(operation => ({path, ...operation})),
  )
  expect(new Set(operations.map(operation => operation.operationId)).size).toBe(operations.length)
  for (const {path, parameters = [], responses, summary} of operations) {
    expect(summary).toBeTruthy()
    const inPath = parameters.filter(parameter => parameter.in === 'path')
    expect(inPath.map(parameter => `{${parameter.name}}`).sort()).toEqual(
      [...path.matchAll(/\{[a-z]+\}/g)].map(String).sort(),
    )
    expect(inPath.every(parameter => parameter.required)).toBe(true)
    expect(new Set(parameters.map(parameter => `${parameter.in} ${parameter.name}`)).size).toBe(
      parameters.length,
    )
    for (const [status, response] of Object.entries(responses)) {
      expect(status).toMatch(/^([1-5]\d\d|[1-5]XX)$/)
      expect(response.description).toBeTruthy()
      for (const [type, {schema}] of Object.entries(response.content ?? {})) {
        expect(type).toMatch(/^[a-z]+\/[a-z.+-]+$/)
        expect(Object.keys(schema)).not.toEqual([])
      }
    }
    expect(responses['4XX']?.content).toHaveProperty(['application/problem+json'])
    expect(responses['5XX']?.content).toHaveProperty(['application/problem+json'])
  }
  // Keywords of OpenAPI 3.0 that 3.1 does not know.
  expect(JSON.stringify(description)).not.toMatch(/"nullable":|"exclusiveM(in|ax)imum":(true|false)/)
  const pointers = [...JSON.stringify(description).matchAll(/"\$ref":"([^"]+)"/g)].map(
    found => found[1] ?? '',
  )
  for (const pointer of pointers)
    expect(description.components.schemas).toHaveProperty(pointer.replace('#/components/schemas/', ''))
})

test.each([
  ['/healthz', '/healthz'],
  ['/readyz', '/readyz'],
  ['/api/v1/catalog', '/api/v1/catalog'],
  ['/api/v1/datasets/{id}', '/api/v1/datasets/appeals'],
  ['/api/v1/tables', '/api/v1/tables'],
  ['/api/v1/tables/{name}', '/api/v1/tables/every_type'],
  ['/api/v1/tables/{name}', '/api/v1/tables/budget_totals'],
  ['/api/v1/tables/{name}.{format}', '/api/v1/tables/every_type.json'],
  ['/api/v1/errors', '/api/v1/errors'],
  ['/api/v1/errors/{code}', '/api/v1/errors/NO_RELEASE'],
  ['/api/v1/openapi.json', '/api/v1/openapi.json'],
])('%s answers as described', async (path, address) => {
  const schema = description.paths[path]?.get?.responses['200']?.content?.['application/json']?.schema
  expect(faults(schema, await (await served.get(address)).json())).toEqual([])
})

test('scenarios and comments answer as described, and what is sent is what the description wants', async () => {
  const schema = (path: string, method: Method, status: string) =>
    description.paths[path]?.[method]?.responses[status]?.content?.['application/json']?.schema
  const bodies = description.components.schemas
  expect(faults(bodies.ScenarioForm, form())).toEqual([])
  const {id, etag} = await town.publish()
  const sent = await town.comment(id, {
    text: 'Телефон 067 123 45 67',
    name: 'Я',
    place: {lon: 30.75, lat: 46.45},
  })
  const own = `/api/v1/scenarios/${id}`
  const as = (token: string) => ({token, headers: {'if-match': etag}})
  const {moderator, planner} = town.tokens
  for (const [path, method, status, address, options] of [
    ['/api/v1/scenarios', 'get', '200', '/api/v1/scenarios', {}],
    ['/api/v1/scenarios/{id}', 'get', '200', own, {}],
    ['/api/v1/scenarios/{id}/versions/{version}', 'get', '200', `${own}/versions/1`, {}],
    ['/api/v1/scenarios/{id}/comments', 'get', '200', `${own}/comments`, {}],
    ['/api/v1/scenarios/{id}/comments/{comment}', 'get', '200', sent.links.self, {}],
    ['/api/v1/moderation/comments', 'get', '200', '/api/v1/moderation/comments', as(moderator)],
    ['/api/v1/token', 'get', '200', '/api/v1/token', as(planner)],
    ['/api/v1/scenarios/{id}', 'put', '200', own, {...as(planner), body: form({title: 'Друга'})}],
  ] as const) {
    const {body, status: got} = await town.ask(method.toUpperCase(), address, options)
    expect([path, got, faults(schema(path, method, status), body)]).toEqual([path, Number(status), []])
  }
  const file = (await town.ask('GET', '/api/v1/scenarios.json')).body
  expect(faults(bodies.ScenarioExport, file)).toEqual([])
  expect(faults(bodies.CommentReceipt, sent)).toEqual([])
})

test('errors answer as described', async () => {
  const schema =
    description.paths['/api/v1/tables/{name}']?.get?.responses['4XX']?.content?.['application/problem+json']
      ?.schema
  const answer = await served.get('/api/v1/tables/nothing')
  expect(faults(schema, await answer.json())).toEqual([])
  expect(faults(schema, {code: 5})).not.toEqual([])
})

test('a table is described in full', async () => {
  const table = (await (await served.get('/api/v1/tables/budget_totals')).json()) as Record<string, unknown>
  expect(table).toMatchObject({
    name: 'budget_totals',
    title: {uk: 'budget_totals (укр)', en: 'budget_totals'},
    description: {uk: 'Table budget_totals (укр)', en: 'Table budget_totals'},
    grain: ['city', 'year', 'flow'],
    row_count: 12,
    release: 'first',
    is_demo: true,
    place: null,
    links: {csv: '/api/v1/tables/budget_totals.csv'},
    attribution: [{dataset: 'appeals', city: 'odesa', licence: {id: 'CC-BY-4.0'}}],
  })
  expect((table.columns as unknown[])[3]).toEqual({
    name: 'executed_uah',
    type: 'decimal',
    unit: 'UAH',
    description: {uk: 'executed_uah (укр)', en: 'executed_uah'},
  })
  expect(table.links).not.toHaveProperty('geojson')
})

test('every link of the catalogue leads somewhere', async () => {
  const catalog = await (await served.get('/api/v1/catalog')).text()
  const tables = await (await served.get('/api/v1/tables')).text()
  const dataset = await (await served.get('/api/v1/datasets/appeals')).text()
  const links = new Set(
    [...(catalog + tables + dataset).matchAll(/"(\/api\/[^"]+)"/g)].map(found => found[1] ?? ''),
  )
  expect(links.size).toBeGreaterThan(20)
  for (const link of links)
    expect([link, (await served.get(link, {method: 'HEAD'})).status]).toEqual([link, 200])
})

test('README lists exactly the error codes there are, with their status', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8')
  const listed = [...readme.matchAll(/^\| `([A-Z_]+)` \| (\d{3}) \|/gm)].map(
    ([, code, status]) => `${code} ${status}`,
  )
  expect(listed).toEqual(Object.entries(errors).map(([code, {status}]) => `${code} ${status}`))
})

test('the address that a problem gives as its type explains it', async () => {
  for (const code of Object.keys(errors))
    expect(await (await served.get(`/api/v1/errors/${code}`)).json()).toEqual({
      code,
      ...errors[code as keyof typeof errors],
    })
})
