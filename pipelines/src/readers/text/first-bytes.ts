import {open} from 'node:fs/promises'

/** The first `limit` bytes of a file, or fewer. */
export async function firstBytes(path: string, limit: number): Promise<Buffer> {
  const file = await open(path)
  try {
    const {bytesRead, buffer} = await file.read(Buffer.alloc(limit), 0, limit, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
