import type {FastifyInstance} from 'fastify'
import type {FetchLike} from './client.ts'

/** A fetch that asks an app in the same process, without a connection. */
export const injectFetch =
  (app: FastifyInstance): FetchLike =>
  async (address, {method = 'GET', headers: sent = {}, body, remoteAddress} = {}) => {
    const answer = await app.inject({
      method: method as 'GET',
      url: address,
      headers: sent,
      ...(body === undefined ? {} : {payload: body}),
      ...(remoteAddress === undefined ? {} : {remoteAddress}),
    })
    const headers = Object.entries(answer.headers).map(([name, value]): [string, string] => [
      name,
      String(value),
    ])
    return new Response(new Uint8Array(answer.rawPayload), {status: answer.statusCode, headers})
  }
