import {globSync, readFileSync} from 'node:fs'
import {dirname, relative, resolve, sep} from 'node:path'
import {expect, test} from 'vitest'
import {importsOf} from './imports-of.ts'

const root = resolve(import.meta.dirname, '..')

/** Data flows down this table; a folder imports only what stands above it, and only what is named here. */
const mayImport = {
  datasets: [],
  pipelines: ['datasets'],
  warehouse: ['datasets', 'pipelines'],
  notebooks: ['datasets', 'warehouse'],
  twin: ['datasets', 'warehouse'],
  api: ['datasets', 'pipelines', 'warehouse', 'twin'],
  portal: ['datasets', 'notebooks', 'twin', 'api'],
} as Record<string, string[]>

const folders = Object.keys(mayImport)

const filesOf = (folder: string): string[] =>
  globSync(`${folder}/**/*.{ts,mts,js,mjs,tsx,astro}`, {
    cwd: root,
    exclude: ['**/node_modules/**', '**/dist/**', '**/.astro/**'],
  })

test.each(folders)('%s imports only folders above it, by their package names', folder => {
  const wrong = filesOf(folder).flatMap(file =>
    importsOf(resolve(root, file))
      .filter(specifier => !isAllowed(folder, file, specifier))
      .map(specifier => `${file} imports ${specifier}`),
  )
  expect(wrong).toEqual([])
})

test.each(folders)('%s names in its package.json only folders above it', folder => {
  const {dependencies = {}} = JSON.parse(readFileSync(resolve(root, folder, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>
  }
  const named = Object.keys(dependencies).flatMap(name => /^@hromada\/(.+)$/.exec(name)?.[1] ?? [])
  expect(named.filter(name => !mayImport[folder]?.includes(name))).toEqual([])
})

test('the rule refuses what points down, and paths that leave a folder', () => {
  expect(isAllowed('warehouse', 'warehouse/src/build.ts', '@hromada/pipelines')).toBe(true)
  expect(isAllowed('warehouse', 'warehouse/src/build.ts', '@hromada/api')).toBe(false)
  expect(isAllowed('twin', 'twin/src/cesium/map.ts', '@hromada/api/client')).toBe(false)
  expect(isAllowed('twin', 'twin/src/cesium/map.ts', '../layers/points.ts')).toBe(true)
  expect(isAllowed('twin', 'twin/src/cesium/map.ts', '../../../warehouse/src/index.ts')).toBe(false)
  expect(isAllowed('api', 'api/src/app.test.ts', '../../.config/real-data.ts')).toBe(true)
  expect(isAllowed('api', 'api/src/app.ts', '../../.config/real-data.ts')).toBe(false)
  expect(isAllowed('portal', 'portal/test/portal.test.ts', '../../.commands/test/cells.ts')).toBe(true)
  expect(isAllowed('portal', 'portal/test/portal.test.ts', '../../.commands/start.ts')).toBe(false)
})

function isAllowed(folder: string, file: string, specifier: string): boolean {
  const [, named] = /^@hromada\/([^/]+)/.exec(specifier) ?? []
  if (named) return named === folder || mayImport[folder]!.includes(named)
  if (!specifier.startsWith('.')) return true
  const [top = '', below] = relative(root, resolve(root, dirname(file), specifier)).split(sep)
  const isForTests = top === '.config' || (top === '.commands' && below === 'test')
  return top === folder || (isForTests && /\.(test|fixture|bench)\.ts$|\/test\//.test(file))
}
