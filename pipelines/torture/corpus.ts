import {existsSync, globSync} from 'node:fs'
import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {basename, dirname, join} from 'node:path'
import {buffer} from 'node:stream/consumers'
import {gunzipSync} from 'node:zlib'
import {DuckDBInstance} from '@duckdb/node-api'
import type {Format} from '@hromada/datasets'
import {SourceError} from '../src/index.ts'
import {openZip} from '../src/readers/zip/open-zip.ts'
import {zipAgain} from './zip-again.ts'

/** A file to break: its name, its bytes, how it is read; the files in it where it is an archive. */
export type Good = {
  name: string
  format: Format
  bytes: Buffer
  members: [name: string, data: Buffer][] | null
}

const tests = join(import.meta.dirname, '../test')

/** The files of all readers' golden folders, rasters, and Parquet of several kinds, by their readers. */
export async function corpus(): Promise<Map<string, Good[]>> {
  const files: Good[] = []
  for (const path of globSync('golden/*/*/input.*', {cwd: tests}).sort()) {
    const folder = join(tests, dirname(path))
    // What is refused as it is would be refused whatever is broken in it.
    if ((await readFile(join(folder, 'findings.json'), 'utf8')).includes('"refused"')) continue
    const declared = join(folder, 'format.json')
    const format = existsSync(declared)
      ? (JSON.parse(await readFile(declared, 'utf8')) as Format)
      : ({kind: basename(dirname(folder))} as Format)
    files.push(await good(join(tests, path), basename(path), format))
  }
  for (const path of globSync('rasters/*.tif', {cwd: tests}).sort())
    files.push(await good(join(tests, path), basename(path), {kind: 'geotiff', crs: 'EPSG:32636'}))
  files.push(...texts(), workbook(), ...(await parquetFiles()))
  return Map.groupBy(files, ({format}) => format.kind)
}

/** Files of many rows, of which most are whole when a few are broken. */
function texts(): Good[] {
  const rows = Array.from({length: 150}, (_, index) => ({
    id: index + 1,
    name: ['Яма на дорозі', 'Немає "світла"; знову', 'Рядок\nдругий', ''][index % 4]!,
    sum: (index * 17.35).toFixed(2),
    place: {lon: 30.5 + index / 1000, lat: 50.4, tags: ['a', index]},
  }))
  const quoted = (text: string) => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const lines = rows.map(({id, name, sum, place}) =>
    [String(id), quoted(name), sum, `"${place.lon};${place.lat}"`].join(';'),
  )
  const features = rows.map(({id, name, place}) => ({
    type: 'Feature',
    id,
    properties: {name},
    geometry: {type: 'Point', coordinates: [place.lon, place.lat]},
  }))
  const cells = rows.map(({id}) =>
    Array.from({length: 40}, (_, column) => ((id * column) % 50) / 4).join(' '),
  )
  const made: [name: string, format: Format, text: string][] = [
    ['rows.csv', {kind: 'csv'}, `id;name;sum;place\n${lines.join('\n')}\n`],
    ['rows.csv', {kind: 'csv', delimiter: ';'}, `id;name;sum;place\r\n${lines.join('\r\n')}\r\n`],
    ['rows.json', {kind: 'json', records: 'data'}, JSON.stringify({total: rows.length, data: rows}, null, 1)],
    ['rows.ndjson', {kind: 'ndjson'}, rows.map(row => `${JSON.stringify(row)}\n`).join('')],
    ['rows.geojson', {kind: 'geojson'}, JSON.stringify({type: 'FeatureCollection', features})],
    [
      'rows.xml',
      {kind: 'xml', record: 'row'},
      `<rows>\n${rows.map(({id, sum, place}) => `<row id="${id}"><sum>${sum}</sum><lon>${place.lon}</lon></row>`).join('\n')}\n</rows>`,
    ],
    [
      'grid.asc',
      {kind: 'asciigrid', crs: 'EPSG:32636'},
      `ncols 40\nnrows 150\nxllcorner 100\nyllcorner 200\ncellsize 10\nNODATA_value -9999\n${cells.join('\n')}\n`,
    ],
  ]
  return made.map(([name, format, text]) => ({name, format, bytes: Buffer.from(text), members: null}))
}

/** A workbook of many rows, not packed. */
function workbook(): Good {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const relations = (...all: [type: string, target: string][]) =>
    `<Relationships>${all.map(([type, target], index) => `<Relationship Id="r${index}" Type="${office}/${type}" Target="${target}"/>`).join('')}</Relationships>`
  const rows = Array.from(
    {length: 80},
    (_, index) =>
      `<row r="${index + 2}"><c r="A${index + 2}"><v>${index}</v></c><c r="B${index + 2}" t="s"><v>${index % 2}</v></c>` +
      `<c r="C${index + 2}" s="1"><v>${45_000 + index}.5</v></c></row>`,
  )
  const head = ['A', 'B', 'C']
    .map(column => `<c r="${column}1" t="inlineStr"><is><t>${column}</t></is></c>`)
    .join('')
  const members: [string, Buffer][] = [
    ['_rels/.rels', relations(['officeDocument', 'xl/workbook.xml'])],
    ['xl/workbook.xml', '<workbook><sheets><sheet name="A" sheetId="1" r:id="r0"/></sheets></workbook>'],
    [
      'xl/_rels/workbook.xml.rels',
      relations(
        ['worksheet', 'worksheets/sheet1.xml'],
        ['styles', 'styles.xml'],
        ['sharedStrings', 'texts.xml'],
      ),
    ],
    ['xl/styles.xml', '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>'],
    ['xl/texts.xml', '<sst><si><t>Яма</t></si><si><t>Світло</t></si></sst>'],
    [
      'xl/worksheets/sheet1.xml',
      `<worksheet><sheetData><row r="1">${head}</row>${rows.join('')}</sheetData></worksheet>`,
    ],
  ].map(([name, text]) => [name!, Buffer.from(text!)])
  return {name: 'rows.xlsx', format: {kind: 'xlsx'}, bytes: zipAgain(members), members}
}

async function good(path: string, name: string, format: Format): Promise<Good> {
  const bytes = await readFile(path)
  if (name.endsWith('.gz')) {
    const plain = tryGunzip(bytes)
    return {name: name.replace(/\.gz$/, ''), format, bytes: plain, members: null}
  }
  return {name, format, bytes, members: await membersOf(path)}
}

function tryGunzip(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes)
  } catch {
    return bytes
  }
}

async function membersOf(path: string): Promise<Good['members']> {
  const head = await readFile(path)
  if (head.toString('latin1', 0, 2) !== 'PK') return null
  try {
    const archive = await openZip({path, address: path})
    const members: [string, Buffer][] = []
    for (const member of archive.members)
      members.push([member.name, await buffer(await archive.stream(member))])
    archive.close()
    return members
  } catch (error) {
    if (error instanceof SourceError) return null
    throw error
  }
}

async function parquetFiles(): Promise<Good[]> {
  const folder = await mkdtemp(join(tmpdir(), 'corpus-'))
  const instance = await DuckDBInstance.create()
  const duck = await instance.connect()
  try {
    const files: Good[] = []
    for (const [index, options] of ['snappy', 'zstd', 'gzip', 'uncompressed'].entries()) {
      const path = join(folder, `${options}.parquet`)
      await duck.run(
        `copy (select range as id, 'Назва ' || (range % 7) as name, range * 1.5 as sum, date '2025-01-01' + range::int as day,
         case when range % 3 = 0 then null else [range, range + 1] end as list, {'a': range, 'b': 'x' || range} as pair,
         (range % 2 = 0) as flag, range::decimal(18, 2) as money, now()::timestamp as at from range(${20 + index * 200}))
         to '${path}' (format parquet, compression ${options}, row_group_size 2048)`,
      )
      files.push({
        name: 'file.parquet',
        format: {kind: 'parquet'},
        bytes: await readFile(path),
        members: null,
      })
    }
    return files
  } finally {
    duck.closeSync()
    instance.closeSync()
    await rm(folder, {recursive: true, force: true})
  }
}
