import type {IncomingMessage, ServerResponse} from 'node:http'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {type Client, originOf} from '@hromada/api'
import {builtPortal} from './build-portal.ts'
import {type Answer, PageCache} from './page-cache.ts'
import {type Posted, readPosted} from './read-posted.ts'
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
    const isForm = request.method === 'POST' && formPages.test(url.pathname)
    if (!isForm && request.method !== 'GET' && request.method !== 'HEAD') return refuse(response)
    const posted: Posted | null = isForm ? await readPosted(request) : null
    if (isForm && posted === null) return refuseForm(response)
    const locals = {client, theme: themeOf(request), origin: origin ?? originOf(request), posted}
    if (livePages.test(url.pathname)) return send(request, response, await render(astro, request, locals))
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

/** Pages that take a form. */
const formPages = /^(?:\/[a-z]{2})?\/twin\/scenarios\/[^/]+\/?$/
/** Pages of what changes without a new release: they are never answered from memory. */
const livePages = /^(?:\/[a-z]{2})?\/twin\/scenarios(?:\/|$)/

function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  for (const [name, value] of Object.entries({...securityHeaders, ...answer.headers}))
    if (!response.hasHeader(name)) response.setHeader(name, value)
  response.setHeader('etag', answer.etag)
  const isKept = answer.status < 400 && request.method !== 'POST'
  response.setHeader('cache-control', isKept ? 'private, no-cache' : 'no-store')
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
  problem(response, 405, 'METHOD_NOT_ALLOWED', 'Pages are read with GET')
}

function refuseForm(response: ServerResponse): void {
  // What of it was not read is not waited for.
  response.setHeader('connection', 'close')
  problem(response, 400, 'INVALID_BODY', 'This is no form, or it is too large')
}

function problem(response: ServerResponse, status: number, code: string, title: string): void {
  response.setHeader('content-type', 'application/problem+json')
  response.writeHead(status).end(JSON.stringify({type: 'about:blank', title, status, code}))
}
