/** One entry of package-lock.json's `packages`. */
export type LockEntry = {
  version?: string
  resolved?: string
  integrity?: string
  link?: boolean
  optional?: boolean
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}
export type Lock = {packages: Record<string, LockEntry>}

const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'] as const

/**
 * Edges of a lock that lead nowhere or to another version than the exact one asked for, as
 * `place → name@range`. A lock made with packages whose other platforms' binaries are not published has them, and
 * `npm ci` refuses it.
 */
export function missingFromLock({packages}: Lock): {edges: number; missing: string[]} {
  const missing: string[] = []
  let edges = 0
  for (const [place, entry] of Object.entries(packages))
    for (const kind of kinds)
      for (const [name, range] of Object.entries(entry[kind] ?? {})) {
        edges++
        const found = resolveInLock(packages, place, name)
        const isWrong = found?.version && /^\d+\.\d+\.\d+[^\s|]*$/.test(range) && found.version !== range
        if (!found || isWrong) missing.push(`${place || 'the root'} → ${name}@${range}`)
      }
  return {edges, missing}
}

/** Finds a package as Node would: in the node_modules of the asking package, then of each folder above it. */
function resolveInLock(packages: Lock['packages'], place: string, name: string): LockEntry | undefined {
  for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    const found = packages[`${folder && `${folder}/`}node_modules/${name}`]
    if (found || folder === '') return found
  }
}
