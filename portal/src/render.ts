import {type IncomingMessage, ServerResponse} from 'node:http'
import {Answer} from './page-cache.ts'

/** What the built bundle exports: Node's request and response, what to do where no route matches, and `Astro.locals`. */
export type AstroHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
  locals: object,
) => Promise<void>

/** Renders one page and keeps what came out, so that it can be cached and compared. */
export function render(astro: AstroHandler, request: IncomingMessage, locals: object): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const kept = new KeptResponse(request, resolve)
    // The bundle's catch-all page takes every path; an unreadable one still gets an answer.
    const next = (error?: unknown) => (error ? reject(error) : resolve(plainFailure(404)))
    astro(bodiless(request), kept, next, locals).then(() => {
      if (!kept.isDone) resolve(plainFailure(500))
    }, reject)
  }).catch((error: unknown) => {
    console.error(error)
    return plainFailure(500)
  }) as Promise<Answer>
}

/** HEAD is answered from the page that GET would give, and so is a form, which was read already. */
function bodiless(request: IncomingMessage): IncomingMessage {
  if (request.method === 'GET') return request
  return Object.create(request, {method: {value: 'GET'}}) as IncomingMessage
}

class KeptResponse extends ServerResponse {
  #chunks: Buffer[] = []
  #status = 200
  #headers: Record<string, string> = {}
  #done: (answer: Answer) => void
  isDone = false

  constructor(request: IncomingMessage, done: (answer: Answer) => void) {
    super(request)
    this.#done = done
  }

  override writeHead(status: number, ...rest: unknown[]): this {
    this.#status = status
    const headers = rest.find(part => typeof part === 'object' && part !== null) as
      | Record<string, unknown>
      | undefined
    for (const [name, value] of Object.entries(headers ?? {}))
      this.#headers[name.toLowerCase()] = value === 'text/html' ? 'text/html; charset=utf-8' : String(value)
    return this
  }

  override write(chunk: Uint8Array | string): boolean {
    this.#chunks.push(Buffer.from(chunk as Uint8Array))
    return true
  }

  override end(chunk?: unknown): this {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) this.write(chunk)
    this.isDone = true
    this.#done(new Answer(this.#status, this.#headers, Buffer.concat(this.#chunks)))
    // Nothing is sent from here, so these would never come; Astro waits for them to let go of the connection.
    this.emit('finish')
    this.emit('close')
    return this
  }

  override destroy(): this {
    this.isDone = true
    this.#done(plainFailure(500))
    this.emit('close')
    return this
  }
}

const plainFailure = (status: number) =>
  new Answer(
    status,
    {'content-type': 'text/html; charset=utf-8'},
    Buffer.from(
      '<!doctype html><html lang="uk"><meta charset="utf-8"><title>Громада</title><h1>Сторінку не вдалося скласти</h1>' +
        '<p lang="en">This page could not be made. Try again; the data are not harmed.</p><p><a href="/">Головна</a></p></html>',
    ),
  )
