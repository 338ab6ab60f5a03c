import {mkdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'

const header =
  'CASE_ENQUIRY_ID,OPEN_DT,TARGET_DT,CLOSED_DT,REASON,TYPE,CASE_STATUS,Source,Department,neighborhood,LONGITUDE,LATITUDE,Location,CASE_TITLE,CLOSURE_REASON'

const row = (id: number) =>
  `${101_000_000_000 + id},2015-01-02 10:15:00,2015-02-02 10:15:00,2015-01-05 12:00:00,Street Lights,Street Light Outages,Closed,Citizens Connect App,PWDx,Roxbury,-71.0${id % 1000},42.3${id % 1000},"${id} Blue Hill Ave",Street light out,Case resolved`

const blockRows = 10_000

/** Writes a mirror of Boston's appeals with so many rows; landing two million takes some seconds. */
export async function writeManyAppeals(folder: string, rows: number): Promise<void> {
  const size = Math.min(rows, blockRows)
  const lines = Array.from({length: size}, (_, id) => `${row(id)}\n`).join('')
  // Compressed parts one after another are one compressed file.
  const block = gzipSync(lines, {level: 1})
  await mkdir(join(folder, 'appeals'), {recursive: true})
  await writeFile(
    join(folder, 'appeals/boston_311_2015_merged.csv.gz'),
    Buffer.concat([gzipSync(`${header}\n`), ...Array.from({length: rows / size}, () => block)]),
  )
}
