import {Readable} from 'node:stream'
import type {FastifyPluginAsyncTypebox} from '@fastify/type-provider-typebox'
import type {FastifyReply} from 'fastify'
import {Type} from 'typebox'
import {mediaTypes, OfficialStructureQuery, paths} from '../../contract/index.ts'
import {ApiError} from '../../errors.ts'
import {pieces} from '../../formats/pieces.ts'
import {etagOf, isNotModified} from '../../http/etag.ts'
import {lease} from '../../http/lease.ts'
import {sendBytes} from '../../http/send-bytes.ts'
import {whenAnswered} from '../../http/when-answered.ts'
import type {Gate} from '../../release/gate.ts'
import type {ReleaseReader} from '../../release/release-reader.ts'
import {findTable} from '../../routes/find-table.ts'
import {withProblems} from '../../routes/with-problems.ts'
import {officialCsv, officialRows} from './official-csv.ts'
import {officialFields, officialTables} from './official-fields.ts'

/** A mandatory data set in its official structure: `/api/v1/resolution-835/33/appeals.csv`. */
export const resolution835Routes: FastifyPluginAsyncTypebox<{reader: ReleaseReader; gate: Gate}> = async (
  app,
  {reader, gate},
) => {
  app.get(
    paths.officialStructure,
    {
      schema: {
        operationId: 'getOfficialStructure',
        summary: 'A mandatory data set in the structure recommended for resolution No. 835',
        description:
          'All records of a city under the official names of the fields, misspelt ones included, in their official ' +
          'order. What is missing or may not be published is `null`; `compliance_fields` says which fields have values.',
        tags: ['tables'],
        params: Type.Object({
          annex: Type.Integer({description: 'Number of the annex'}),
          resource: Type.String({description: 'Official name of the table'}),
        }),
        querystring: OfficialStructureQuery,
        response: withProblems({
          200: {description: 'The records', content: {'text/csv': {schema: Type.String()}}},
        }),
      },
    },
    async (request, reply) => {
      const {annex, resource} = request.params
      const release = await lease(reader, reply, request.query.as_of)
      const {cities} = release.manifest
      const asked = request.query.city
      const city =
        asked === undefined ? cities.find(({is_home}) => is_home) : cities.find(({id}) => id === asked)
      if (!city)
        throw new ApiError(
          'INVALID_PARAMETER',
          `There is no city "${asked?.slice(0, 50)}". Cities: ${cities.map(({id}) => id).join(', ')}.`,
        )
      const fields = await officialFields(release, city.id, annex, resource)
      const from = fields.find(({table}) => table !== null)?.table
      if (!from)
        throw new ApiError(
          'TABLE_NOT_FOUND',
          `${city.name.en} does not publish records of "${resource.slice(0, 50)}" of annex ${annex}. ` +
            `There are: ${(await officialTables(release, city.id)).join(', ') || 'none'}.`,
        )
      const table = findTable(release, from)
      if (isNotModified(request, reply, etagOf(release, 'resolution 835', city.id, String(annex), resource)))
        return reply
      const {head, line} = officialCsv(fields, table, city.zone)
      const {statement, rowCount} = await officialRows(release, table, line, city.id)
      reply.headers({
        'content-type': mediaTypes.csv,
        'content-disposition': `attachment; filename="${annex}-${resource}-${city.id}-${release.id}${city.is_demo ? '-demo' : ''}.csv"`,
        'hromada-row-count': rowCount,
        ...(city.is_demo ? {'hromada-demo': 'true'} : {}),
      })
      if (request.method === 'HEAD') return sendNothing(reply)
      whenAnswered(reply, await gate.enter())
      return sendBytes(reply, pieces(release.chunks(statement, rowCount), {head}), () => {})
    },
  )
}

// A stream, because Fastify would call an empty text's length the length of the answer.
const sendNothing = (reply: FastifyReply) => reply.send(Readable.from([]))
