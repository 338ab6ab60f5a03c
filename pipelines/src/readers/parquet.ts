import {open, stat} from 'node:fs/promises'
import {identifier, literal, rowsOf} from '../duckdb.ts'
import {fileKind} from './file-kind.ts'
import {type Reader, SourceError} from './reader.ts'

/** Parquet. Numbers become their shortest exact text; nothing is rounded. */
export const readParquet: Reader<'parquet'> = async (file, _format, {duck}) => {
  const kind = await fileKind(file.path)
  if (kind !== 'a Parquet file') throw new SourceError(`${file.address} is not Parquet: it is ${kind}.`)
  if (!(await endsLikeParquet(file.path)))
    throw new SourceError(
      `${file.address} is cut short: a Parquet file ends with its own mark. Fetch it again.`,
    )
  const source = `read_parquet(${literal(file.path)})`
  const columns = await rowsOf<{column_name: string}>(duck, `describe select * from ${source}`).catch(
    (error: Error) => {
      throw new SourceError(`${file.address} is damaged: ${error.message.split('\n')[0]}`)
    },
  )
  const names = columns.map(({column_name}) => column_name)
  const texts = names.map(name => `${identifier(name)}::varchar as ${identifier(name)}`)
  return {relation: `(select ${texts.join(', ')} from ${source})`, columns: names, findings: []}
}

async function endsLikeParquet(path: string) {
  const {size} = await stat(path)
  const file = await open(path)
  try {
    const {buffer} = await file.read(Buffer.alloc(4), 0, 4, Math.max(0, size - 4))
    return size > 12 && buffer.toString('latin1') === 'PAR1'
  } finally {
    await file.close()
  }
}
