import {buildApp, createClient, injectFetch, listen, tokensFromEnvironment} from '@hromada/api'
import type {CommandEffects} from '@hromada/pipelines/command'
import {createPortal} from '@hromada/portal'
import {cesiumAssets} from '@hromada/twin'

/** Serves the current release, API and pages, until told to stop. */
export async function serveCity(
  {data, port, host}: {data: string; port: number; host: string},
  {print, signal, env}: CommandEffects,
): Promise<void> {
  const {handler, mounts} = await createPortal()
  const app = await buildApp({
    data,
    mounts: [...cesiumAssets(), ...mounts],
    fallback: handler.answer,
    tokens: tokensFromEnvironment(env.HROMADA_TOKENS ?? ''),
    trustedProxies: (env.HROMADA_TRUSTED_PROXIES ?? '').split(',').filter(Boolean),
  })
  handler.connect(createClient(injectFetch(app)))
  const server = await listen(app, {port, host})
  print(`\nHromada is at ${server.address}  (Ctrl-C stops it)`)
  if (!signal.aborted) await new Promise(stop => signal.addEventListener('abort', stop, {once: true}))
  await server.close()
}
