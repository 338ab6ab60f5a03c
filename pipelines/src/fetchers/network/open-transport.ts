import dns from 'node:dns/promises'
import http, {type IncomingMessage} from 'node:http'
import https from 'node:https'
import type {LookupFunction} from 'node:net'
import {FetchError} from '../fetcher.ts'
import {type Checked, refusal, withoutQuery} from './check-address.ts'
import {NetworkFault} from './network-fault.ts'
import {whyNotPublic} from './why-not-public.ts'

/** Every address of a host name. */
export type Lookup = (host: string) => Promise<{address: string; family: number}[]>

export const systemLookup: Lookup = host => dns.lookup(host, {all: true})

/** A server's answer, its body still to come. */
export type Answer = {
  status: number
  statusText: string
  headers: Record<string, string | undefined>
  body: IncomingMessage
  /** A fault of the line that showed after the body seemed complete, such as bytes that nobody announced. */
  fault: () => Error | null
}

export type Transport = {
  /** One request, no redirects. The signal ends it at any point, the body's arrival included. */
  send: (
    to: Checked,
    headers: Record<string, string>,
    connectMilliseconds: number,
    signal: AbortSignal,
  ) => Promise<Answer>
  close: () => void
}

/**
 * HTTP and HTTPS that connect to public addresses only, or to the internal hosts that a city names. The address is
 * checked as the socket is about to use it: a name that answers differently a moment later is not believed, and one
 * that leads both inside and outside is refused.
 */
export function openTransport(lookup: Lookup): Transport {
  const agents = {http: new http.Agent({keepAlive: true}), https: new https.Agent({keepAlive: true})}

  const guarded =
    (to: Checked): LookupFunction =>
    (host, options, done) => {
      lookup(host).then(
        found => {
          const refused = to.isInternal
            ? undefined
            : found.map(({address}) => ({address, why: whyNotPublic(address)})).find(({why}) => why !== null)
          if (refused?.why)
            done(new FetchError(refusal(withoutQuery(to.url), refused.address, refused.why)), [])
          else if (options.all) done(null, found)
          else if (found[0]) done(null, found[0].address, found[0].family)
          else done(Object.assign(new Error('no address'), {code: 'ENOTFOUND'}), [])
        },
        (error: NodeJS.ErrnoException) => done(error, []),
      )
    }

  return {
    send: (to, headers, connectMilliseconds, signal) =>
      new Promise((resolve, reject) => {
        const isSecure = to.url.protocol === 'https:'
        let fault: Error | null = null
        const request = (isSecure ? https : http).request(to.url, {
          agent: isSecure ? agents.https : agents.http,
          lookup: guarded(to),
          headers,
          signal,
        })
        const timer = setTimeout(
          () =>
            request.destroy(
              new NetworkFault(`no connection within ${connectMilliseconds / 1000} s`, {mayPass: true}),
            ),
          connectMilliseconds,
        )
        const connected = () => clearTimeout(timer)
        request.on('socket', socket => {
          if (request.reusedSocket) connected()
          else socket.once(isSecure ? 'secureConnect' : 'connect', connected)
        })
        request.on('error', error => {
          connected()
          fault = error
          reject(error)
        })
        request.on('response', body => {
          connected()
          resolve({
            status: body.statusCode ?? 0,
            statusText: body.statusMessage ?? '',
            headers: Object.fromEntries(
              Object.entries(body.headers).map(([name, value]) => [
                name,
                Array.isArray(value) ? value.join(', ') : value,
              ]),
            ),
            body,
            fault: () => fault,
          })
        })
        request.end()
      }),
    close() {
      agents.http.destroy()
      agents.https.destroy()
    },
  }
}
