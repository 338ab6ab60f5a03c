/** A text as part of an address: deflated (RFC 1951), in base64url (RFC 4648). */
export async function packText(text: string): Promise<string> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer())
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/**
 * The text that was packed, unpacked no further than `mostBytes`: a short address may unpack to gigabytes.
 * @throws RangeError where there is more; another error for what was never packed
 */
export async function unpackText(packed: string, mostBytes: number): Promise<string> {
  const binary = atob(packed.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = Uint8Array.from(binary, character => character.charCodeAt(0))
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  const decoder = new TextDecoder('utf-8', {fatal: true})
  let [text, size] = ['', 0]
  for (;;) {
    const {done, value} = await reader.read()
    if (done) return text + decoder.decode()
    size += value.length
    if (size > mostBytes) {
      await reader.cancel()
      throw new RangeError(`The address unpacks to more than ${mostBytes} bytes.`)
    }
    text += decoder.decode(value, {stream: true})
  }
}
