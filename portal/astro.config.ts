import node from '@astrojs/node'
import {withoutChecks} from '@hromada/twin/without-checks'
import {defineConfig} from 'astro/config'

// Folders that find their own files (declarations, simulations) must run as files: a bundle would move them away
// from what they look for. Only what goes to the browser is bundled.
const runAsFiles = /^@hromada\/(datasets|pipelines|warehouse|notebooks|twin|api)(\/|$)/

export default defineConfig({
  output: 'server',
  outDir: process.env.HROMADA_PORTAL_OUT ?? './dist/dev',
  adapter: node({mode: 'middleware', experimentalDisableStreaming: true}),
  devToolbar: {enabled: false},
  compressHTML: true,
  build: {inlineStylesheets: 'never'},
  // The one form that is posted is read before Astro, and nobody signs in: there is no session to keep.
  session: false,
  vite: {
    // The pages' policy lets no script stand in a page, however small.
    build: {assetsInlineLimit: 0},
    plugins: [
      withoutChecks(),
      {
        name: 'hromada-folders-run-as-files',
        enforce: 'pre',
        applyToEnvironment: environment => environment.name !== 'client',
        resolveId: id => (runAsFiles.test(id) ? {id, external: true} : undefined),
      },
    ],
  },
})
