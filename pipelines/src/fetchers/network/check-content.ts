import {open} from 'node:fs/promises'
import {fileKind} from '../../readers/file-kind.ts'
import {type Ask, FetchError} from '../fetcher.ts'
import {plainText} from '../plain-text.ts'

/** Refuses a file that says "success" and is a web page, or is not what the address was asked for. */
export async function checkContent(
  path: string,
  {address, expect}: Pick<Ask, 'address' | 'expect'>,
): Promise<void> {
  const kind = await fileKind(path)
  if (kind === 'a web page (HTML)') {
    const title = await titleOf(path)
    throw new FetchError(
      `${address} answers with a web page${title ? ` ("${title}")` : ''} instead of data. Open it in a browser to see what it wants, and correct the address.`,
    )
  }
  // Readers open gzip files themselves.
  if (expect === 'json' && kind !== 'JSON' && kind !== 'a gzip file')
    throw new FetchError(`${address} should answer with JSON, but it is ${kind}.`)
  if (expect === 'xml' && kind !== 'an XML file' && (await beginsWith(path)) !== '<')
    throw new FetchError(`${address} should answer with XML, but it is ${kind}.`)
}

const beginsWith = async (path: string) => (await firstText(path)).replace(/^\ufeff/, '').trimStart()[0]

const titleOf = async (path: string) =>
  plainText(/<title[^>]*>([^<]+)/i.exec(await firstText(path))?.[1] ?? '', 80)

async function firstText(path: string): Promise<string> {
  const file = await open(path)
  try {
    const {bytesRead, buffer} = await file.read(Buffer.alloc(4096), 0, 4096, 0)
    return buffer.subarray(0, bytesRead).toString('utf8')
  } finally {
    await file.close()
  }
}
