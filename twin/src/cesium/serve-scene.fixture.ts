import {createReadStream, existsSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {extname, join, resolve} from 'node:path'
import {build} from 'vite'
import {cesiumAssets} from './assets.ts'
import {withoutChecks} from './without-checks.ts'

const mediaTypes: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.glb': 'model/gltf-binary',
}

/**
 * Builds a page, a folder with an index.html, into `folder`, and serves it with the engine's files and with what lies in
 * the folder under `tiles` and `terrain`. For tests and benches.
 */
export async function serveScene(
  folder: string,
  page: string,
): Promise<{address: string; close: () => Promise<void>}> {
  await build({
    configFile: false,
    root: page,
    logLevel: 'error',
    plugins: [withoutChecks()],
    build: {outDir: join(folder, 'page'), target: 'esnext', minify: false, chunkSizeWarningLimit: 1e5},
  })
  const mounts = [
    ...cesiumAssets(),
    {prefix: '/tiles/', root: join(folder, 'tiles')},
    {prefix: '/terrain/', root: join(folder, 'terrain')},
    {prefix: '/', root: join(folder, 'page')},
  ]
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const {prefix, root} = mounts.find(mount => path.startsWith(mount.prefix))!
    const file = resolve(root, path.slice(prefix.length) || 'index.html')
    if (!existsSync(file)) return response.writeHead(404).end()
    response.setHeader('content-type', mediaTypes[extname(file)] ?? 'application/octet-stream')
    createReadStream(file).pipe(response)
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections()
      return new Promise(done => void server.close(() => done()))
    },
  }
}
