/* Runs before npm's scripts (prestart, pretest …): installs what the lock names when node_modules lacks it, so that
   a fresh clone needs nothing but `npm start`. CommonJS, so that old versions of Node can run it. */
const fs = require('node:fs')
const path = require('node:path')
const npm = require('./npm.cjs')

const root = path.join(__dirname, '..')
const reason = whyInstall(
  readPackages(path.join(root, 'package-lock.json')),
  readPackages(path.join(root, 'node_modules', '.package-lock.json')),
)
if (reason) {
  console.log(`Installing what Hromada needs, because ${reason} (about a minute)`)
  npm(['ci'])
}
// npm may be set to run no scripts; the newer Node is needed all the same.
require('./node.cjs')

/** Compares what is asked with what npm says it installed; times of files say little after a checkout. */
function whyInstall(asked, installed) {
  if (!asked) return null
  if (!installed) return 'node_modules is missing or incomplete'
  for (const [place, {version, link, optional, devOptional, peer}] of Object.entries(asked)) {
    if (!place.includes('node_modules/')) continue
    const there = installed[place]
    // Other platforms' binaries are named in the lock and not installed.
    if (!there && (optional || devOptional || peer)) continue
    if (!there) return `${place} is missing`
    if (!link && there.version !== version) return `${place} is ${there.version} and should be ${version}`
  }
  return null
}

function readPackages(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')).packages
  } catch {
    return null
  }
}
