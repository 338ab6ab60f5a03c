import {availableParallelism} from 'node:os'
import {fileURLToPath} from 'node:url'
import {defineConfig} from 'vitest/config'

/** Folders with tests, as projects: `npm test -- --project warehouse`. */
const folders = ['datasets', 'pipelines', 'warehouse', 'notebooks', 'twin', 'api', 'portal']

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    projects: [
      ...folders.map(folder => ({
        extends: true as const,
        test: {name: folder, include: [`${folder}/**/*.test.ts`]},
      })),
      {
        extends: true as const,
        test: {name: 'root', include: ['.config/**/*.test.ts', '.commands/**/*.test.ts']},
      },
    ],
    exclude: ['**/node_modules/**', '**/dist/**', '**/.astro/**', '**/.data/**'],
    pool: 'forks',
    // Much of the time a test waits for a browser or a command: one worker would leave a machine with two cores idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    globalSetup: fileURLToPath(new URL('own-temporary-folder.ts', import.meta.url)),
    // It names its own modules as only bundlers find them.
    server: {deps: {inline: ['dt-sql-parser']}},
    // Tests start browsers, servers and DuckDB on machines with two cores.
    testTimeout: 60_000,
    hookTimeout: 180_000,
    reporters: ['default', fileURLToPath(new URL('summary-reporter.ts', import.meta.url))],
  },
})
