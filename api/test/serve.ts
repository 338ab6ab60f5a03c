import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {FastifyInstance} from 'fastify'
import {type AppOptions, buildApp} from '../src/app.ts'
import {listen} from '../src/server.ts'
import {type ReleaseSpec, sealRelease} from './release-folder.ts'

export type Served = {
  app: FastifyInstance
  data: string
  address: string
  /** Asks over a real connection, uncompressed unless told otherwise. */
  get(path: string, init?: RequestInit): Promise<Response>
  close(): Promise<void>
}

/** A server on a port of its own over a new data folder, with one release unless it shall have none. */
export async function serve(release: ReleaseSpec | null, options: Partial<AppOptions> = {}): Promise<Served> {
  const data = await mkdtemp(join(tmpdir(), 'hromada-test-'))
  if (release) await sealRelease(data, 'first', release)
  const app = await buildApp({
    data,
    logger: false,
    checkEveryMilliseconds: 0,
    retryAfterMilliseconds: 0,
    ...options,
  })
  const server = await listen(app, {port: 0, graceMilliseconds: 100})
  return {
    app,
    data,
    address: server.address,
    get: (path, init) =>
      fetch(server.address + path, {...init, headers: {'accept-encoding': 'identity', ...init?.headers}}),
    async close() {
      await server.close()
      await rm(data, {recursive: true, force: true})
    },
  }
}
