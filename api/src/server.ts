import type {AddressInfo} from 'node:net'
import type {FastifyInstance} from 'fastify'

/** A server that listens. `close` ends answers under way within `graceMilliseconds`, then breaks them off. */
export type Listening = {address: string; close(): Promise<void>}

/** Starts listening. Throws an error that says what to do where the port is taken or not allowed. */
export async function listen(
  app: FastifyInstance,
  {
    port = 8080,
    host = '127.0.0.1',
    graceMilliseconds = 10_000,
  }: {port?: number; host?: string; graceMilliseconds?: number} = {},
): Promise<Listening> {
  try {
    await app.listen({port, host})
  } catch (cause) {
    await app.close()
    throw new Error(explain(cause, port, host), {cause})
  }
  const bound = app.server.address() as AddressInfo
  const shown = bound.family === 'IPv6' ? `[${bound.address}]` : bound.address
  return {
    address: `http://${shown}:${bound.port}`,
    async close() {
      const timer = setTimeout(() => app.server.closeAllConnections(), graceMilliseconds)
      await app.close()
      clearTimeout(timer)
    },
  }
}

function explain(cause: unknown, port: number, host: string): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === 'EADDRINUSE')
    return `Port ${port} on ${host} is in use, perhaps by another Hromada. Stop that one or choose another port with --port.`
  if (code === 'EACCES') return `Port ${port} may not be used by this user. Choose one from 1024 with --port.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `${host} is no address of this machine. Choose one with --host.`
  return `The server cannot listen on ${host}:${port}: ${cause instanceof Error ? cause.message : String(cause)}`
}
