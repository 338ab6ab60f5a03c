import {existsSync, globSync, readdirSync, readFileSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {column, defineDataset, type Format, licences} from '@hromada/datasets'
import {describe, expect, test} from 'vitest'
import {landingFolder, SourceError} from '../src/index.ts'
import {rowsIn, townWith} from './lake.fixture.ts'

const golden = join(import.meta.dirname, 'golden')
const anything = defineDataset({
  id: 'anything',
  title: {uk: 'Будь-що', en: 'Anything'},
  describe: {uk: 'Для перевірок.', en: 'For tests.'},
  publisher: {uk: 'Місто', en: 'City'},
  licence: licences.ccBy4,
  theme: 'GOVE',
  cadence: 'DAILY',
  key: [],
  columns: {name: column.text({from: 'name', nullable: true, describe: {uk: 'Назва', en: 'Name'}})},
})

const ndjson = (rows: object[]) => rows.map(row => `${JSON.stringify(row)}\n`).join('')

/** Lands a case's file and writes down all that came of it, rows apart. */
async function landed(folder: string): Promise<{rows: string; told: string}> {
  const input = readdirSync(folder).find(name => name.startsWith('input.'))!
  const kind = folder.split(/[\\/]/).at(-2)!
  const declared = join(folder, 'format.json')
  const format = (existsSync(declared) ? JSON.parse(readFileSync(declared, 'utf8')) : {kind}) as Format
  const town = await townWith(anything, input, await readFile(join(folder, input)), format)
  try {
    const {manifest} = await town.land()
    const lake = landingFolder(town.data, 'town', 'anything')
    const kept = join(lake, manifest.file.replace('.parquet', '.set-aside.ndjson'))
    const setAside = existsSync(kept) ? readFileSync(kept, 'utf8').trimEnd().split('\n') : []
    const {records, findings} = manifest
    expect(records.landed + records.setAside + records.filtered).toBe(records.read)
    expect(setAside).toHaveLength(records.setAside)
    return {
      rows: ndjson(await rowsIn(join(lake, manifest.file))),
      told: `${JSON.stringify({records, findings, setAside: setAside.map(line => JSON.parse(line))}, null, 2)}\n`,
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    return {rows: '', told: `${JSON.stringify({refused: error.message}, null, 2)}\n`}
  }
}

// Each folder is a case: `input.*`, read as `format.json` says, gives `output.ndjson` and `findings.json`.
const cases = globSync('*/*/input.*', {cwd: golden}).map(
  path => path.split(/[\\/]/).slice(0, 2) as [string, string],
)

describe.each([...new Set(cases.map(([reader]) => reader))].sort())('%s', reader => {
  test.each(
    cases
      .filter(([own]) => own === reader)
      .map(([, name]) => name)
      .sort(),
  )('%s', async name => {
    const folder = join(golden, reader, name)
    const {rows, told} = await landed(folder)
    await expect(told).toMatchFileSnapshot(join(folder, 'findings.json'))
    if (rows !== '') await expect(rows).toMatchFileSnapshot(join(folder, 'output.ndjson'))
    else expect(existsSync(join(folder, 'output.ndjson'))).toBe(false)
    const truth = join(folder, 'expected.ndjson')
    if (existsSync(truth)) expect(maps(rows)).toEqual(maps(readFileSync(truth, 'utf8')))
  })
})

type Ring = number[][]
type Shape = {type: string; coordinates: unknown}

/** Names and shapes, however rings run and wherever they begin: GDAL has them the other way round. */
const maps = (lines: string) =>
  lines
    .trimEnd()
    .split('\n')
    .map(line => {
      const {name, geometry} = JSON.parse(line) as {name: string | null; geometry: string | Shape | null}
      const shape = typeof geometry === 'string' ? (JSON.parse(geometry) as Shape) : geometry
      if (shape === null) return {name, type: null}
      const polygons =
        shape.type === 'Polygon'
          ? [shape.coordinates]
          : shape.type === 'MultiPolygon'
            ? shape.coordinates
            : null
      return {
        name,
        type: shape.type,
        coordinates: polygons
          ? (polygons as Ring[][]).map(rings => rings.map(normalised))
          : shape.coordinates,
      }
    })

function normalised(ring: Ring): string {
  const open = ring.slice(0, -1).map(place => place.join(' '))
  const turns = [open, open.toReversed()].flatMap(one =>
    one.map((_, at) => [...one.slice(at), ...one.slice(0, at)].join(', ')),
  )
  return turns.sort()[0]!
}
