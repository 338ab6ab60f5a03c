import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {type Lock, missingFromLock} from './missing-from-lock.ts'

const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as Lock

test('every dependency of the lock is in the lock, binaries of all platforms included', () => {
  const {edges, missing} = missingFromLock(lock)
  expect(missing).toEqual([])
  expect(edges).toBeGreaterThan(900)
})

test.each(['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64', 'win32-x64'])(
  'DuckDB, Biome and TypeScript for %s',
  platform => {
    for (const binary of ['@duckdb/node-bindings', '@biomejs/cli', '@typescript/typescript'])
      expect(Object.keys(lock.packages)).toContain(`node_modules/${binary}-${platform}`)
  },
)

test('a lock that lacks a platform, or has another version of it, is found out', () => {
  const packages = {
    '': {dependencies: {biome: '^2.5.0'}},
    'node_modules/biome': {
      version: '2.5.15',
      optionalDependencies: {'cli-mac': '2.5.15', 'cli-linux': '2.5.15'},
    },
    'node_modules/cli-linux': {version: '2.5.14'},
    'node_modules/biome/node_modules/cli-linux': {version: '2.5.15'},
  }
  const edge = 'node_modules/biome → cli-mac@2.5.15'
  expect(missingFromLock({packages})).toEqual({edges: 3, missing: [edge]})
  const mac = (version: string) =>
    missingFromLock({packages: {...packages, 'node_modules/cli-mac': {version}}})
  expect(mac('2.5.14').missing).toEqual([edge])
  expect(mac('2.5.15').missing).toEqual([])
})

test('packages are pinned by hash, from any registry that has them', () => {
  const strangers = Object.entries(lock.packages)
    .filter(([place, {link}]) => place.includes('node_modules/') && !link)
    .filter(([, {resolved, integrity}]) => !integrity?.startsWith('sha512-') || resolved !== undefined)
  expect(strangers).toEqual([])
})

test.each([
  ['@duckdb/node-api', '1.5.5-r.5'],
  ['@biomejs/biome', '2.5.15'],
  ['astro', '7.3.3'],
])('%s is %s, the newest with binaries for every platform', (name, version) => {
  expect(lock.packages[`node_modules/${name}`]?.version).toBe(version)
})
