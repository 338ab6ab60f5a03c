import {spawn} from 'node:child_process'
import {createHash, randomUUID} from 'node:crypto'
import {access, glob, mkdir, readdir, readFile, rename, rm, stat, utimes} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {compressAssets} from './compress-assets.ts'

const portal = fileURLToPath(new URL('../', import.meta.url))
const project = join(portal, '..')
/** What a build depends on, below the project's root. */
const sources = [
  'portal/src/**/*.{ts,astro,css,svg}',
  'portal/astro.config.ts',
  'twin/src/**/*.{ts,css}',
  'package-lock.json',
]

const weekMilliseconds = 7 * 24 * 3600 * 1000

export type Build = {
  /** Folder of the built portal. */
  root: string
  /** False where it was there already. */
  isNew: boolean
  seconds: number
}

export type BuildEffects = {
  /** Shows that it takes a while. */
  progress?: {task: (label: string) => {done: (text?: string) => void; fail: (text?: string) => void}}
  /** Stops the build; what it wrote is taken away. */
  signal?: AbortSignal
}

/**
 * Builds the portal, or finds the build of the very same sources. Each build has a folder named by what went into it,
 * so a running server keeps its own. Throws with Astro's output where the build fails.
 */
export async function buildPortal({progress, signal}: BuildEffects = {}): Promise<Build> {
  const start = performance.now()
  const root = await folderOf(await fingerprint())
  const seconds = () => (performance.now() - start) / 1000
  if (await isThere(join(root, 'server/entry.mjs'))) {
    await utimes(root, new Date(), new Date())
    return {root, isNew: false, seconds: seconds()}
  }
  const task = progress?.task('build the portal')
  const unfinished = `${root}.${randomUUID().slice(0, 8)}`
  await mkdir(dirname(root), {recursive: true})
  try {
    await astroBuild(unfinished, signal)
    await compressAssets(join(unfinished, 'client/_astro'))
    // Someone else may have finished the same build meanwhile; theirs is as good.
    if (await isThere(root)) await rm(unfinished, {recursive: true})
    else await rename(unfinished, root)
  } catch (error) {
    task?.fail()
    await rm(unfinished, {recursive: true, force: true})
    throw error
  }
  await forgetOld(dirname(root))
  task?.done()
  return {root, isNew: true, seconds: seconds()}
}

/** Folder of the build of the present sources. Throws where there is none. */
export async function builtPortal(): Promise<string> {
  const root = await folderOf(await fingerprint())
  if (await isThere(join(root, 'server/entry.mjs'))) return root
  throw new Error(
    'The portal is not built from its present sources. Call buildPortal() first, as npm start does.',
  )
}

const folderOf = async (fingerprint: string) => join(portal, 'dist', fingerprint)

/** Sixteen hex digits over the names and contents of all sources. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  const files = await Array.fromAsync(glob(sources, {cwd: project, exclude: name => name === 'node_modules'}))
  for (const file of files.sort()) {
    if ((await stat(join(project, file))).isDirectory() || file.includes('.test.')) continue
    hash
      .update(`${file}\0`)
      .update(await readFile(join(project, file)))
      .update('\0')
  }
  return hash.digest('hex').slice(0, 16)
}

function astroBuild(folder: string, signal?: AbortSignal): Promise<void> {
  const astro = join(dirname(createRequire(import.meta.url).resolve('astro/package.json')), 'bin/astro.mjs')
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [astro, 'build'], {
      cwd: portal,
      env: {
        ...process.env,
        ASTRO_TELEMETRY_DISABLED: '1',
        HROMADA_PORTAL_OUT: folder,
        NODE_ENV: 'production',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(signal ? {signal} : {}),
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (output += String(chunk)))
    child.on('error', reject)
    child.on('close', code =>
      code === 0
        ? resolve()
        : reject(new Error(`The portal could not be built (astro build ended with ${code}):\n${output}`)),
    )
  })
}

/** Takes builds away that are old and not among the three newest: a running server still serves files of its own. */
async function forgetOld(dist: string): Promise<void> {
  const builds = await Promise.all(
    (await readdir(dist))
      .filter(name => /^[0-9a-f]{16}$/.test(name))
      .map(async name => ({name, at: (await stat(join(dist, name))).mtimeMs})),
  )
  for (const {name, at} of builds.sort((a, b) => b.at - a.at).slice(3))
    if (Date.now() - at > weekMilliseconds) await rm(join(dist, name), {recursive: true, force: true})
}

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )
