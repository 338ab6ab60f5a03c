import {createReadStream, createWriteStream} from 'node:fs'
import {rename} from 'node:fs/promises'
import type {Transform} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {createBrotliDecompress, createGunzip, createInflate} from 'node:zlib'
import {FetchError} from '../fetcher.ts'
import {NetworkFault} from './network-fault.ts'

/** Codings of a body that are asked for and undone. */
const decoders: Record<string, () => Transform> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

/** Codings to offer a server. */
export const acceptEncoding = 'gzip, br'

/**
 * Turns a body as it travelled into the file it stands for. One that unpacks to more than
 * `mostBytes` was made to fill a disk, and is refused.
 */
export async function unpack(
  packed: string,
  target: string,
  encoding: string | null,
  address: string,
  mostBytes: number,
  signal: AbortSignal,
): Promise<void> {
  if (encoding === null) return rename(packed, target)
  const decoder = decoders[encoding]
  if (!decoder)
    throw new FetchError(
      `${address} comes packed as "${encoding}", which nobody asked for and cannot be unpacked.`,
    )
  let bytes = 0
  try {
    await pipeline(
      createReadStream(packed),
      decoder(),
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          bytes += chunk.length
          if (bytes > mostBytes)
            throw new FetchError(`${address} unpacks to more than ${mostBytes} bytes, and is not kept.`)
          yield chunk
        }
      },
      createWriteStream(target, {flush: true}),
      {signal},
    )
  } catch (error) {
    const {code = ''} = error as NodeJS.ErrnoException
    if (code.startsWith('Z_') || code.startsWith('ERR__ERROR_FORMAT') || code.startsWith('ERR_BROTLI'))
      throw new NetworkFault(`its ${encoding} packing is damaged`, {mayPass: true})
    throw error
  }
}
