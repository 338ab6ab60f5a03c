import {createHash} from 'node:crypto'
import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {currentRelease, openWarehouse} from '@hromada/warehouse'

/**
 * Of what is compared, files by their path and hash. Fetched files are only on their way into a landing, and what is
 * known of source files is of this disk.
 */
export async function filesOf(data: string): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  for (const top of ['landing', 'releases', 'objects', 'current']) {
    const entries =
      top === 'current'
        ? [{parentPath: data, name: 'current', isFile: () => true}]
        : await readdir(join(data, top), {recursive: true, withFileTypes: true})
    for (const entry of entries) {
      if (!entry.isFile() || entry.name.startsWith('.known-files')) continue
      const path = join(entry.parentPath, entry.name)
      files.set(
        path.slice(data.length + 1),
        createHash('sha256')
          .update(await readFile(path))
          .digest('hex'),
      )
    }
  }
  return files
}

/** The files of the release that is current, by their hash. */
export async function sealedIn(data: string): Promise<Map<string, string>> {
  const current = await currentRelease(data)
  if (!current) return new Map()
  const {tables, artefacts} = current.manifest
  return new Map([
    ...tables.map(({file, sha256}) => [file, sha256] as const),
    ...artefacts.map(({path, sha256}) => [path, sha256] as const),
  ])
}

/** Every table of a warehouse, its rows in their order, as a hash. */
export async function tablesOf(data: string): Promise<Map<string, string>> {
  const warehouse = await openWarehouse(data)
  try {
    const names = await warehouse.rows<{table_name: string}>(
      `select table_name from information_schema.tables where table_schema = 'main' and table_name not like '\\_%' escape '\\' order by 1`,
    )
    const tables = new Map<string, string>()
    for (const {table_name: name} of names) {
      const rows = await warehouse.rows(`select * from "${name}"`)
      tables.set(`table ${name}`, createHash('sha256').update(JSON.stringify(rows)).digest('hex'))
    }
    return tables
  } finally {
    await warehouse.close()
  }
}

/** What differs, in words. */
export function differences(expected: Map<string, string>, found: Map<string, string>): string[] {
  return [...new Set([...expected.keys(), ...found.keys()])].sort().flatMap(name => {
    if (expected.get(name) === found.get(name)) return []
    return [
      !found.has(name)
        ? `${name} is missing`
        : !expected.has(name)
          ? `${name} is there, and should not be`
          : `${name} is not the same`,
    ]
  })
}
