import {mkdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {type City, defineCity, feed} from '@hromada/datasets'
import appealsData from '@hromada/datasets/appeals/dataset.ts'
import {temporaryFolder} from '../../.config/temporary-folder.ts'
import {inOrder} from '../src/build/order.ts'
import {loadModels} from '../src/index.ts'
import {builtCity} from './city.fixture.ts'

/** Columns of the dataset, as its own file names them. */
export type AppealRow = Partial<Record<keyof (typeof appealsData)['columns'], string>>

/** Models of these names, and what they read. */
export async function modelsOf(...names: string[]) {
  const models = await loadModels()
  return inOrder(names.map(name => models.find(model => model.name === name)!))
}

/**
 * A town whose whole register of appeals is these rows; what is not said is ordinary. Its clock is UTC.
 * @param table the table that is asked for
 */
export async function townOfAppeals(rows: AppealRow[], table: string, profile: Partial<City> = {}) {
  const mirror = temporaryFolder('appeals')
  await mkdir(join(mirror, 'appeals'))
  const columns = Object.entries(appealsData.columns)
  const lines = rows.map((row, index) => {
    const status = row.closed_at ? 'closed' : 'open'
    const filled: AppealRow = {appeal_id: String(index + 1), category: 'Roads', status, ...row}
    return columns.map(([name]) => filled[name as keyof AppealRow] ?? '').join(';')
  })
  await writeFile(
    join(mirror, 'appeals/appeals.csv'),
    [columns.map(([, {from}]) => (Array.isArray(from) ? from[0] : from)).join(';'), ...lines].join('\n'),
  )
  const town = defineCity({
    id: 'town',
    name: {uk: 'Місто', en: 'Town'},
    nameOf: {uk: 'Міста', en: 'Town'},
    country: 'UA',
    zone: 'UTC',
    bbox: [31, 45, 32, 46],
    feeds: [
      feed(appealsData, {
        mirror: {path: 'appeals/appeals.csv', format: {kind: 'csv', delimiter: ';'}},
        columns: Object.fromEntries(
          columns.flatMap(([name, {type, from}]) =>
            type === 'timestamp' ? [[name, {from: from as string, zone: 'UTC'}]] : [],
          ),
        ),
      }),
    ],
    ...profile,
  })
  return builtCity([town], mirror, {models: await modelsOf(table)})
}

/** An instant so many days after the first of January 2025, as the register writes it. */
export const atDay = (days: number): string =>
  new Date(Date.UTC(2025, 0, 1) + Math.round(days * 86_400) * 1000).toISOString().slice(0, 19)
