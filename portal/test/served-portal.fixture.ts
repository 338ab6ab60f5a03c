import {execFile} from 'node:child_process'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {promisify} from 'node:util'
import {buildApp, createClient, injectFetch, listen} from '@hromada/api'
import {cesiumAssets} from '@hromada/twin'
import {buildPortal, createPortal} from '../src/index.ts'

const commands = resolve(import.meta.dirname, '../../.commands')

/** A city from its sources to a server, in a folder of its own; its samples where no folder of sources is named. */
export async function servePortal({
  city,
  sources,
}: {
  city: string
  sources?: string
}): Promise<{address: string; close: () => Promise<void>}> {
  const data = await mkdtemp(join(tmpdir(), 'hromada-portal-'))
  const run = (command: string, ...options: string[]) =>
    promisify(execFile)(process.execPath, [
      join(commands, `${command}.ts`),
      '--city',
      city,
      '--data',
      data,
      ...options,
    ])
  await run('land', ...(sources ? ['--sources', sources] : []))
  await run('transform')
  await run('release')
  const {root} = await buildPortal()
  const {handler, mounts} = await createPortal({root})
  const app = await buildApp({data, mounts: [...cesiumAssets(), ...mounts], fallback: handler.answer})
  handler.connect(createClient(injectFetch(app)))
  const server = await listen(app, {port: 0, host: '127.0.0.1'})
  return {
    address: server.address.replace(/\/$/, ''),
    async close() {
      await server.close()
      await rm(data, {recursive: true, force: true})
    },
  }
}
