import {createHash} from 'node:crypto'
import {join} from 'node:path'
import type {FastifyPluginAsyncTypebox} from '@fastify/type-provider-typebox'
import {diffColumns, type TableAt, tableDiffSql} from '@hromada/warehouse'
import type {FastifyReply} from 'fastify'
import {Type} from 'typebox'
import {fillPath, mediaTypes, paths, ReleaseDiff, ref} from '../contract/index.ts'
import type {TableDiff} from '../contract/releases.ts'
import {ApiError} from '../errors.ts'
import {pieces} from '../formats/pieces.ts'
import {isNotModified} from '../http/etag.ts'
import {lease} from '../http/lease.ts'
import {sendBytes} from '../http/send-bytes.ts'
import {whenAnswered} from '../http/when-answered.ts'
import type {Gate} from '../release/gate.ts'
import type {OpenRelease} from '../release/open-release.ts'
import {ReleasePair} from '../release/release-pair.ts'
import type {ReleaseReader} from '../release/release-reader.ts'
import {diffCsvHeader, diffCsvSql, diffNdjsonSql, type TablePair} from '../sql/diff-rows.ts'
import {findTable} from './find-table.ts'
import {withProblems} from './with-problems.ts'

/** What changed from one release to another: in numbers, and row by row. */
export const diffRoutes: FastifyPluginAsyncTypebox<{reader: ReleaseReader; gate: Gate}> = async (
  app,
  {reader, gate},
) => {
  // Two releases never change, and neither does what lies between them.
  const known = new Map<string, ReleaseDiff>()
  const params = {
    id: Type.String({description: 'The earlier release'}),
    to: Type.String({description: 'The later one'}),
  }

  app.get(
    paths.diff,
    {
      schema: {
        operationId: 'getReleaseDiff',
        summary: 'What changed between two releases, table by table',
        tags: ['releases'],
        params: Type.Object(params),
        response: withProblems({200: ref(ReleaseDiff)}),
      },
    },
    async (request, reply) => {
      const {from, to} = await leasePair(reader, reply, request.params)
      const etag = etagOfPair(from, to, 'diff')
      if (isNotModified(request, reply, etag)) return reply
      const before = known.get(etag)
      if (before) return before
      whenAnswered(reply, await gate.enter())
      const abort = new AbortController()
      whenAnswered(reply, () => abort.abort())
      const diff = await compare(from, to, reader, abort.signal)
      if (known.size >= 50) known.delete(known.keys().next().value ?? '')
      known.set(etag, diff)
      return diff
    },
  )
  app.get(
    paths.diffRows,
    {
      schema: {
        operationId: 'getReleaseDiffRows',
        summary: 'The rows of a table that differ between two releases',
        description:
          'ndjson: a line per row, with the whole row before and after. csv: a line per added or removed row, two per ' +
          'changed one. Rows come in the order of the grain.',
        tags: ['releases'],
        params: Type.Object({
          ...params,
          table: Type.String(),
          format: Type.String({description: 'ndjson, csv'}),
        }),
        querystring: Type.Object({
          limit: Type.Optional(Type.Integer({minimum: 0, description: 'At most so many rows'})),
        }),
        response: withProblems({
          200: {
            description: 'The rows that differ',
            content: {'application/x-ndjson': {schema: Type.String()}, 'text/csv': {schema: Type.String()}},
          },
        }),
      },
    },
    async (request, reply) => {
      const {table: name, format} = request.params
      const {limit} = request.query
      if (format !== 'ndjson' && format !== 'csv')
        throw new ApiError(
          'FORMAT_NOT_FOUND',
          `There is no format "${format.slice(0, 30)}" here. Formats: ndjson, csv.`,
        )
      const {from, to} = await leasePair(reader, reply, request.params)
      const pair = {before: tableAt(from, name), after: tableAt(to, name)}
      if (isNotModified(request, reply, etagOfPair(from, to, `${name}.${format}?${limit ?? ''}`)))
        return reply
      whenAnswered(reply, await gate.enter())
      const abort = new AbortController()
      whenAnswered(reply, () => abort.abort())
      const database = await ReleasePair.open([from, to])
      whenAnswered(reply, () => void database.close())
      const {
        added = 0,
        removed = 0,
        changed = 0,
      } = await database.counts(tableDiffSql(pair.before, pair.after).counts, abort.signal)
      const rows = Math.min(added + removed + changed, limit ?? Number.POSITIVE_INFINITY)
      const whole = format === 'csv' ? diffCsvSql(pair) : diffNdjsonSql(pair)
      const sql = limit === undefined ? whole : `${whole} limit ${limit}`
      reply.headers({
        'content-type': mediaTypes[format],
        'hromada-row-count': rows,
        'content-disposition': `attachment; filename="${name}-${from.id}-to-${to.id}.${format}"`,
      })
      const head = format === 'csv' ? `${diffCsvHeader(pair).join(',')}\n` : ''
      return sendBytes(reply, pieces(database.chunks({sql, parameters: []}, rows), {head}), () => {})
    },
  )
}

async function leasePair(reader: ReleaseReader, reply: FastifyReply, {id, to}: {id: string; to: string}) {
  const pair = {from: await lease(reader, reply, id), to: await lease(reader, reply, to)}
  reply.removeHeader('hromada-release')
  return pair
}

const etagOfPair = (from: OpenRelease, to: OpenRelease, what: string) =>
  `"${createHash('sha256')
    .update(JSON.stringify([1, from.manifest.digest, from.id, to.manifest.digest, to.id, what]))
    .digest('hex')
    .slice(0, 40)}"`

function tableAt(release: OpenRelease, name: string): TablePair['before'] {
  const {columns, grain, sha256, file} = findTable(release, name)
  return {columns, grain, sha256, path: join(release.folder, file)}
}

async function compare(
  from: OpenRelease,
  to: OpenRelease,
  reader: ReleaseReader,
  signal: AbortSignal,
): Promise<ReleaseDiff> {
  const names = [...new Set([...to.tables.keys(), ...from.tables.keys()])].sort()
  const database = await ReleasePair.open([from, to])
  try {
    const tables: TableDiff[] = []
    for (const name of names) {
      signal.throwIfAborted()
      tables.push(await compareTable(name, from, to, database, signal))
    }
    return {from: from.id, to: to.id, reasons: await reasonsBetween(from, to, reader), tables}
  } finally {
    await database.close()
  }
}

async function compareTable(
  name: string,
  from: OpenRelease,
  to: OpenRelease,
  database: ReleasePair,
  signal: AbortSignal,
): Promise<TableDiff> {
  const [old, now] = [from.tables.get(name), to.tables.get(name)]
  const nothing = {
    name,
    rows_added: 0,
    rows_removed: 0,
    rows_changed: 0,
    columns_added: [],
    columns_removed: [],
    columns_retyped: [],
    changes_by_column: {},
    links: null,
  }
  const namesOf = (table: {columns: {name: string}[]}) => table.columns.map(column => column.name)
  if (!old && now)
    return {...nothing, status: 'added', rows_added: now.row_count, columns_added: namesOf(now)}
  if (old && !now)
    return {...nothing, status: 'removed', rows_removed: old.row_count, columns_removed: namesOf(old)}
  if (old!.sha256 === now!.sha256) return {...nothing, status: 'same'}
  const [before, after]: [TableAt, TableAt] = [tableAt(from, name), tableAt(to, name)]
  const columns = diffColumns(before, after)
  const {
    added = 0,
    removed = 0,
    changed = 0,
    ...byColumn
  } = await database.counts(tableDiffSql(before, after).counts, signal)
  const isSame =
    added + removed + changed + columns.added.length + columns.removed.length + columns.retyped.length === 0
  if (isSame) return {...nothing, status: 'same'}
  const link = (format: string) => fillPath(paths.diffRows, {id: from.id, to: to.id, table: name, format})
  return {
    name,
    status: 'changed',
    rows_added: added,
    rows_removed: removed,
    rows_changed: changed,
    columns_added: columns.added,
    columns_removed: columns.removed,
    columns_retyped: columns.retyped,
    changes_by_column: Object.fromEntries(
      Object.entries(byColumn)
        .filter(([, count]) => count > 0)
        .map(([key, count]) => [key.replace(/^column:/, ''), count]),
    ),
    links: {ndjson: link('ndjson'), csv: link('csv')},
  }
}

/** Why rows or columns were taken out in the releases after the earlier one, up to the later one. */
async function reasonsBetween(from: OpenRelease, to: OpenRelease, reader: ReleaseReader) {
  const [early, late] = [from.manifest.created_at, to.manifest.created_at].sort()
  return (await reader.index.list()).flatMap(({id, sealedAt, reason}) =>
    reason !== null && sealedAt > early! && sealedAt <= late!
      ? [{release: id, sealed_at: sealedAt, reason}]
      : [],
  )
}
