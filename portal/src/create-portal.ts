import type {IncomingMessage, ServerResponse} from 'node:http'
import {fileURLToPath, pathToFileURL} from 'node:url'
import type {Client} from '@hromada/api'
import {builtPortal} from './build-portal.ts'
import {type Answer, PageCache} from './page-cache.ts'
import {type AstroHandler, render} from './render.ts'
import {securityHeaders} from './security-headers.ts'

export type Portal = {
  handler: {
    /** Answers any request that no route of the API took. */
    answer: (request: IncomingMessage, response: ServerResponse) => void
    /** Says where the pages get their data. Until then they answer that there is none. */
    connect: (client: Client) => void
  }
  /** Folders of files that the pages refer to, to be served under their prefixes. */
  mounts: {prefix: string; root: string; isImmutable: boolean}[]
}

type Options = {
  client?: Client
  /** Folder of the built portal; found by itself after `buildPortal()`. */
  root?: string
  /** Address under which readers see the portal, where it is not the one they ask for. */
  origin?: string
}

/** The portal as a handler for Node's HTTP. Throws where it has not been built. */
export async function createPortal({client, root, origin}: Options = {}): Promise<Portal> {
  const folder = pathToFileURL(`${root ?? (await builtPortal())}/`)
  const {handler: astro} = (await import(new URL('server/entry.mjs', folder).href)) as {handler: AstroHandler}
  const cache = new PageCache()

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://portal')
    if (url.pathname === '/theme') return chooseTheme(url, response)
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response)
    const locals = {client, theme: themeOf(request), origin: origin ?? originOf(request)}
    // A release never changes, so its id with the question is all that an answer depends on.
    const release = (await client?.catalog().catch(() => null))?.release ?? null
    const key = JSON.stringify([release, url.pathname, url.search, locals.theme, locals.origin])
    const known = release === null ? null : cache.get(key)
    const made = known ?? (await render(astro, request, locals))
    if (!known && release !== null && made.status < 500) cache.set(key, made)
    send(request, response, made)
  }

  return {
    handler: {
      answer: (request, response) => {
        answer(request, response).catch((error: unknown) => {
          console.error(error)
          response.destroy()
        })
      },
      connect: connected => {
        client = connected
      },
    },
    mounts: [{prefix: '/_astro/', root: fileURLToPath(new URL('client/_astro/', folder)), isImmutable: true}],
  }
}

function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  for (const [name, value] of Object.entries({...securityHeaders, ...answer.headers}))
    if (!response.hasHeader(name)) response.setHeader(name, value)
  response.setHeader('etag', answer.etag)
  response.setHeader('cache-control', answer.status < 400 ? 'private, no-cache' : 'no-store')
  response.setHeader('vary', 'accept-encoding, cookie')
  if (answer.status === 200 && request.headers['if-none-match']?.split(/,\s*/).includes(answer.etag)) {
    response.removeHeader('content-type')
    response.writeHead(304).end()
    return
  }
  const isBrotli = /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''))
  const body = isBrotli ? answer.brotli() : answer.body
  if (isBrotli) response.setHeader('content-encoding', 'br')
  response.setHeader('content-length', body.byteLength)
  response.writeHead(answer.status)
  response.end(request.method === 'HEAD' ? undefined : body)
}

const themeOf = (request: IncomingMessage) =>
  (/(?:^|;\s*)theme=(light|dark)(?:;|$)/.exec(request.headers.cookie ?? '')?.[1] as
    | 'light'
    | 'dark'
    | undefined) ?? null

/** Scheme and host the reader asked for; anything that is not a plain host name is not repeated. */
function originOf(request: IncomingMessage): string {
  const host = request.headers.host ?? ''
  const isSecure = request.headers['x-forwarded-proto'] === 'https'
  return `${isSecure ? 'https' : 'http'}://${/^[\w.-]+(:\d{1,5})?$/.test(host) ? host : 'localhost'}`
}

/** Keeps the reader's choice of light or dark and goes back to the page, which must be one of ours. */
function chooseTheme(url: URL, response: ServerResponse): void {
  const chosen = url.searchParams.get('set')
  const back = url.searchParams.get('back') ?? '/'
  const value =
    chosen === 'light' || chosen === 'dark' ? `theme=${chosen}; Max-Age=31536000` : 'theme=; Max-Age=0'
  response.setHeader('set-cookie', `${value}; Path=/; SameSite=Lax; HttpOnly`)
  response.setHeader('location', /^\/(?![/\\])[\x21-\x7e]*$/.test(back) ? back : '/')
  response.setHeader('cache-control', 'no-store')
  response.writeHead(303).end()
}

function refuse(response: ServerResponse): void {
  response.setHeader('allow', 'GET, HEAD')
  response.setHeader('content-type', 'application/problem+json')
  response.writeHead(405).end(
    JSON.stringify({
      type: 'about:blank',
      title: 'Pages are read with GET',
      status: 405,
      code: 'METHOD_NOT_ALLOWED',
    }),
  )
}
