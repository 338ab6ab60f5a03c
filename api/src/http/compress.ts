import {pipeline, Readable, type Transform} from 'node:stream'
import {constants, createBrotliCompress, createGzip} from 'node:zlib'
import type {FastifyInstance, FastifyRequest} from 'fastify'

/** Below this many bytes compression costs more than it saves. */
const worthwhileBytes = 1024

const compressible =
  /^(?:text\/|model\/gltf|application\/(?:javascript|wasm|vnd\.(?:quantized-mesh|mapbox-vector-tile)|(?:.+\+)?(?:json|x-ndjson)))/

const encoders: Record<string, () => Transform> = {
  br: () => createBrotliCompress({params: {[constants.BROTLI_PARAM_QUALITY]: 3}}),
  gzip: () => createGzip({level: 3}),
}

/**
 * Compresses answers of this scope that shrink by it, text, programmes, meshes and vector tiles, where the asker takes it and they are
 * not compressed yet, as they stream. A strong ETag gets the encoding's name, because it stands for other bytes. A
 * stream that breaks breaks the compressed one too.
 */
export function compress(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (
      !compressible.test(String(reply.getHeader('content-type') ?? '')) ||
      reply.statusCode === 304 ||
      reply.hasHeader('content-encoding')
    )
      return payload
    reply.header('vary', 'Accept-Encoding')
    if (request.method === 'HEAD' || reply.statusCode === 206) return payload
    if (Number(reply.getHeader('content-length') ?? worthwhileBytes) < worthwhileBytes) return payload
    const encoding = bestEncoding(request)
    const source = toStream(payload)
    if (encoding === null || source === null) return payload

    const encoder = encoders[encoding]!()
    const etag = reply.getHeader('etag')
    if (typeof etag === 'string' && !etag.startsWith('W/'))
      reply.header('etag', etag.replace(/"$/, `-${encoding}"`))
    reply.header('content-encoding', encoding).removeHeader('content-length').removeHeader('accept-ranges')
    // The callback is for pipeline's sake: whoever reads the encoder sees its error.
    return pipeline(source, encoder, () => {})
  })
}

function toStream(payload: unknown): Readable | null {
  if (payload instanceof Readable) return payload
  if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return null
  return payload.length >= worthwhileBytes ? Readable.from([payload], {objectMode: false}) : null
}

/** Of br and gzip the one that is liked better; br where both are equal, null where neither is taken. */
function bestEncoding(request: FastifyRequest): string | null {
  const accepted = new Map<string, number>()
  for (const part of String(request.headers['accept-encoding'] ?? '').split(',')) {
    const [name = '', ...parameters] = part.split(';').map(text => text.trim().toLowerCase())
    const weight = parameters.find(text => text.startsWith('q='))
    accepted.set(name, weight === undefined ? 1 : Number(weight.slice(2)))
  }
  const weights = Object.keys(encoders).map(name => ({
    name,
    weight: accepted.get(name) ?? accepted.get('*') ?? 0,
  }))
  const best = weights.reduce((a, b) => (b.weight > a.weight ? b : a))
  return best.weight > 0 ? best.name : null
}
