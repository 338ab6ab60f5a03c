import {buildApp, createClient, injectFetch, listen} from '@hromada/api'
import {cesiumAssets} from '@hromada/twin'
import {buildPortal, createPortal} from '../src/index.ts'

/** Serves the release of a data folder with its pages, and writes nothing there. */
export async function servePortal(data: string): Promise<{address: string; close: () => Promise<void>}> {
  const {root} = await buildPortal()
  const {handler, mounts} = await createPortal({root})
  const app = await buildApp({data, mounts: [...cesiumAssets(), ...mounts], fallback: handler.answer})
  handler.connect(createClient(injectFetch(app)))
  const server = await listen(app, {port: 0, host: '127.0.0.1'})
  return {address: server.address.replace(/\/$/, ''), close: () => server.close()}
}
