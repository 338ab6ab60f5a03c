import {execFile} from 'node:child_process'
import {existsSync} from 'node:fs'
import {mkdir, readFile, rename, rm} from 'node:fs/promises'
import {join, resolve} from 'node:path'
import {promisify} from 'node:util'
import {type Browser, chromium, type LaunchOptions} from 'playwright-core'

const root = resolve(import.meta.dirname, '..')
const carrier = join(root, 'node_modules/@sparticuz/chromium')

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const flags = [
  '--no-sandbox',
  // WebGL without a graphics card.
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  // The product talks to its own server alone; here every other name fails to resolve.
  '--disable-background-networking',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
  '--font-render-hinting=none',
]

type Chromium = {executablePath: string; env: Record<string, string>}

let saidMissing = false

/**
 * Is there a browser to test with? Use it as `describe.skipIf(!hasBrowser())`. Where there is none it says so, and in
 * CI it throws, because a browser test that nobody runs protects nothing.
 */
export function hasBrowser(): boolean {
  if (process.env.CHROME_PATH || installed.some(path => existsSync(path)) || carrierFits()) return true
  if (process.env.CI) throw new Error(missing)
  if (!saidMissing) console.log(`Skipped: browser tests. ${missing}`)
  saidMissing = true
  return false
}

/**
 * A headless Chromium with WebGL and without network beyond loopback: CHROME_PATH, else the machine's own, else the
 * one from npm. Close it, or declare it as `await using browser = await launchBrowser()`.
 */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const {executablePath, env} = await findChromium()
  return chromium.launch({
    executablePath,
    headless: true,
    ...options,
    args: [...flags, ...(options.args ?? [])],
    env: {...(process.env as Record<string, string>), ...env, ...options.env},
  })
}

const missing =
  `There is no Chromium: @sparticuz/chromium carries one for Linux on x64, and this is ${process.platform} on ` +
  `${process.arch}. Install Chromium or Chrome, or name one: CHROME_PATH=/path/to/chrome npm test`

const carrierFits = () => process.platform === 'linux' && process.arch === 'x64' && existsSync(carrier)

async function findChromium(): Promise<Chromium> {
  const named = process.env.CHROME_PATH
  if (named && !existsSync(named))
    throw new Error(`CHROME_PATH is ${named}, and there is no such file. Correct it or unset it.`)
  const executablePath = named || installed.find(path => existsSync(path))
  if (executablePath) return {executablePath, env: {}}
  if (!carrierFits()) throw new Error(missing)
  const folder = await unpacked()
  const libraries = [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: libraries,
      FONTCONFIG_PATH: join(folder, 'fonts'),
      XDG_CACHE_HOME: join(folder, 'cache'),
    },
  }
}

/** Folder with the unpacked npm Chromium; unpacks it once per version, also when several test files ask at once. */
async function unpacked(): Promise<string> {
  const {version} = JSON.parse(await readFile(join(carrier, 'package.json'), 'utf8')) as {version: string}
  const folder = join(root, `node_modules/.cache/hromada/chromium-${version}`)
  if (existsSync(folder)) return folder
  const staging = `${folder}-${process.pid}`
  await mkdir(staging, {recursive: true})
  try {
    await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'unpack-chromium.ts')], {
      env: {...process.env, TMPDIR: staging},
    })
    await rename(staging, folder)
  } catch (error) {
    // Another process may have been first; its copy is as good.
    await rm(staging, {recursive: true, force: true})
    if (!existsSync(folder)) throw error
  }
  return folder
}
