import {execFileSync} from 'node:child_process'
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'

test('dependencies are installed when they are missing or not those of the lock, and only then', () => {
  const root = mkdtempSync(join(tmpdir(), 'hromada-bootstrap-'))
  onTestFinished(() => rmSync(root, {recursive: true}))
  cpSync(new URL('../.bootstrap', import.meta.url), join(root, '.bootstrap'), {recursive: true})
  // A root with one workspace, so that npm has something to install without a network.
  const manifest = {name: 'town', version: '1.0.0', workspaces: ['well']}
  const packages = {
    '': manifest,
    'node_modules/well': {resolved: 'well', link: true},
    well: {version: '1.0.0'},
  }
  mkdirSync(join(root, 'well'))
  writeFileSync(join(root, 'package.json'), JSON.stringify(manifest))
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({...manifest, lockfileVersion: 3, packages}))
  writeFileSync(join(root, 'well/package.json'), JSON.stringify({name: 'well', version: '1.0.0'}))
  const install = () =>
    execFileSync(process.execPath, [join(root, '.bootstrap/install.cjs')], {cwd: root, encoding: 'utf8'})

  expect(install()).toMatch(/^Installing what Hromada needs, because node_modules is missing or incomplete/)
  expect(install()).toBe('')

  const installed = join(root, 'node_modules/.package-lock.json')
  writeFileSync(installed, readFileSync(installed, 'utf8').replace('node_modules/well', 'node_modules/wall'))
  expect(install()).toMatch(/^Installing what Hromada needs, because node_modules\/well is missing/)
  expect(install()).toBe('')
})
