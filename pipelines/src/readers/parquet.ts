import {open, stat} from 'node:fs/promises'
import {identifier, literal, rowsOf} from '../duckdb.ts'
import {uniqueHeaders} from './csv/header-of.ts'
import {fileKind} from './file-kind.ts'
import {type Reader, SourceError} from './reader.ts'

/** Parquet. Numbers become their shortest exact text; nothing is rounded. */
export const readParquet: Reader<'parquet'> = async ({path, address}, _format, {duck}) => {
  const kind = await fileKind(path)
  if (kind !== 'a Parquet file') throw new SourceError(`${address} is not Parquet: it is ${kind}.`)
  if (!(await endsLikeParquet(path)))
    throw new SourceError(`${address} is cut short: a Parquet file ends with its own mark. Fetch it again.`)
  const explain = (error: Error) =>
    new SourceError(`${address} is damaged: ${error.message.split('\n')[0]} Fetch it again.`)
  const damaged = (error: Error) => {
    throw explain(error)
  }
  const source = `read_parquet(${literal(path)})`
  const described = await rowsOf<{column_name: string}>(duck, `describe select * from ${source}`).catch(
    damaged,
  )
  const [count] = await rowsOf<{records: number}>(
    duck,
    `select sum(num_rows)::bigint as records from parquet_file_metadata(${literal(path)})`,
  ).catch(damaged)
  const names = described.map(({column_name}) => column_name)
  const {columns, findings} = uniqueHeaders(names)
  const texts = names.map((name, index) => `${identifier(name)}::varchar as ${identifier(columns[index]!)}`)
  return {
    relation: `(select ${texts.join(', ')} from ${source})`,
    columns,
    findings,
    explain,
    afterwards: () => Promise.resolve({findings: [], setAside: [], records: count?.records ?? 0}),
  }
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
