import {join} from 'node:path'
import {Readable} from 'node:stream'
import type {FastifyPluginAsyncTypebox} from '@fastify/type-provider-typebox'
import type {FastifyReply} from 'fastify'
import {Type} from 'typebox'
import {
  type FormatName,
  fillPath,
  formatNames,
  mediaTypes,
  paths,
  Rows,
  RowsQuery,
  ref,
} from '../contract/index.ts'
import {ApiError} from '../errors.ts'
import type {Download} from '../formats/format.ts'
import {formats} from '../formats/index.ts'
import {etagOf, isNotModified} from '../http/etag.ts'
import {lease} from '../http/lease.ts'
import {sendBytes} from '../http/send-bytes.ts'
import {sendFile} from '../http/send-file.ts'
import {whenAnswered} from '../http/when-answered.ts'
import {isWholeTable, normalise, parseRowQuery} from '../query/parse-row-query.ts'
import type {RowQuery} from '../query/row-query.ts'
import type {Answer} from '../release/answers.ts'
import type {Gate} from '../release/gate.ts'
import type {OpenRelease, OpenTable} from '../release/open-release.ts'
import type {ReleaseReader} from '../release/release-reader.ts'
import {countRows, selectRows} from '../sql/select-rows.ts'
import {findTable} from './find-table.ts'
import {withProblems} from './with-problems.ts'

/** Answers up to here are made before anyone could be slow at reading them, so they wait for no place. */
const smallRows = 10_000

/** The rows of a table, the suffix chooses the form: `/api/v1/tables/:name.csv`, `.json`, … */
export const rowRoutes: FastifyPluginAsyncTypebox<{reader: ReleaseReader; gate: Gate}> = async (
  app,
  {reader, gate},
) => {
  app.get(
    paths.rows,
    {
      schema: {
        operationId: 'getRows',
        summary: 'The rows of a table, whole or in part',
        description:
          `Formats: ${formatNames.join(', ')}; geojson for tables with a place. Rows come in the order of the grain ` +
          'unless `order` says otherwise, and never fewer than `Hromada-Row-Count` says: an answer that cannot be ' +
          'completed breaks the connection. Any parameter that is none of those below is `column=value`.',
        tags: ['tables'],
        params: Type.Object({
          name: Type.String(),
          format: Type.String({description: formatNames.join(', ')}),
        }),
        querystring: RowsQuery,
        response: withProblems({
          200: {description: 'The rows', content: answers},
          206: {description: 'A range of the Parquet file', content: {[mediaTypes.parquet]: {schema: bytes}}},
        }),
      },
    },
    async (request, reply) => {
      const release = await lease(reader, reply, request.query.as_of)
      const table = findTable(release, request.params.name)
      const format = findFormat(request.params.format, table)
      const query = parseRowQuery(table.columns, request.query)
      const isWhole = isWholeTable(query, table.columns)

      describe(reply, {release, table, format, isWhole})
      if (isWhole && format === 'parquet') {
        reply.header('hromada-row-count', table.row_count)
        const {bytes, sha256} = table
        return sendFile(request, reply, {
          path: join(release.folder, table.file),
          bytes,
          sha256,
          mediaType: mediaTypes.parquet,
        })
      }

      const etag = etagOf(release, table.name, format, normalise(query))
      if (isNotModified(request, reply, etag)) return reply
      reply.header('content-type', mediaTypes[format])
      const known = release.answers.get(etag)
      if (known) return sendAnswer(reply, known)

      const download = await prepare(release, table, query)
      reply.header('hromada-row-count', download.rowCount)
      if (request.method === 'HEAD') return sendNothing(reply)
      if (download.rowCount > smallRows) whenAnswered(reply, await gate.enter())
      const abort = new AbortController()
      whenAnswered(reply, () => abort.abort())
      return sendBytes(reply, formats[format](download, abort.signal), body =>
        release.answers.set(etag, {body, rowCount: download.rowCount}),
      )
    },
  )
}

const sendAnswer = (reply: FastifyReply, {body, rowCount}: Answer) =>
  reply.header('hromada-row-count', rowCount).send(body)

// A stream, because Fastify would call an empty text's length the length of the answer.
const sendNothing = (reply: FastifyReply) => reply.send(Readable.from([]))

const bytes = Type.String({format: 'binary'})
const answers = Object.fromEntries(
  formatNames.map(name => {
    const schema =
      name === 'json' ? ref(Rows) : name === 'parquet' || name === 'arrow' ? bytes : Type.String()
    return [mediaTypes[name].split(';')[0] ?? name, {schema}]
  }),
)

function findFormat(name: string, table: OpenTable): FormatName {
  const format = formatNames.find(each => each === name)
  if (!format)
    throw new ApiError(
      'FORMAT_NOT_FOUND',
      `There is no format "${name.slice(0, 30)}". Formats: ${formatNames.join(', ')}.`,
    )
  if (format === 'geojson' && table.place === null)
    throw new ApiError(
      'TABLE_HAS_NO_PLACE',
      `The rows of "${table.name}" have no place on a map. Take csv or json.`,
    )
  return format
}

/** Counts the rows, and finds out in which order they have to be asked for. */
async function prepare(release: OpenRelease, table: OpenTable, query: RowQuery): Promise<Download> {
  const [rowCount, isInOrder] = await Promise.all([
    query.where.length === 0 && query.limit === null
      ? table.row_count
      : release.count(countRows(table.name, query)),
    query.order.length > 0 || release.isInGrainOrder(table),
  ])
  const ordering = {
    defaultOrder: isInOrder ? [] : table.grain,
    tieBreak: table.grain.length > 0 ? table.grain : table.columns.map(column => column.name),
  }
  return {
    release,
    table,
    query,
    rowCount,
    rows: expressions => selectRows(table.name, query, expressions, ordering),
  }
}

type Described = {release: OpenRelease; table: OpenTable; format: FormatName; isWhole: boolean}

/** Headers that say what the bytes are: name, licence, description, and whether they are invented. */
function describe(reply: FastifyReply, {release, table, format, isWhole}: Described): void {
  const name = `${table.name}-${release.id}${isWhole ? '' : '-part'}${table.is_demo ? '-demo' : ''}.${format}`
  const licences = release.manifest.datasets
    .filter(dataset => table.datasets.includes(dataset.id))
    .flatMap(dataset => [dataset.licence.url, ...dataset.feeds.map(feed => feed.licence.url)])
    .filter(url => url !== null)
  const links = [
    `<${fillPath(paths.table, {name: table.name})}>; rel="describedby"`,
    ...[...new Set(licences)].map(url => `<${encodeURI(url)}>; rel="license"`),
  ]
  reply.headers({
    'content-disposition': `${format === 'json' ? 'inline' : 'attachment'}; filename="${name}"`,
    link: links.join(', '),
    ...(table.is_demo ? {'hromada-demo': 'true'} : {}),
  })
}
