import {type FSWatcher, readdirSync, statSync, watch} from 'node:fs'
import {join} from 'node:path'

// An editor writes a file in several strokes, a checkout writes many files.
const quietMs = 150

/**
 * Calls `onChange` with the files that have changed below the folders, as paths below `root` with slashes, once nothing
 * has happened for a moment. Ends with the signal.
 */
export function watchFiles(
  root: string,
  folders: readonly string[],
  onChange: (paths: string[]) => void,
  signal: AbortSignal,
): void {
  const changed = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  const report = () => {
    const paths = [...changed].sort()
    changed.clear()
    onChange(paths)
  }
  const note = (path: string) => {
    changed.add(path)
    clearTimeout(timer)
    timer = setTimeout(report, quietMs)
  }

  // Folder by folder: Node's own recursive watch loses a file on Linux when an editor puts another in its place.
  const watchers = new Map<string, FSWatcher>()
  const watchFolder = (folder: string) => {
    watchers.get(folder)?.close()
    const watcher = watch(join(root, folder), {signal}, (_, name) => {
      if (name === null || signal.aborted) return
      const path = `${folder}/${name}`
      note(path)
      // Whatever was written into a new folder before it was watched counts as changed as well.
      if (isFolder(join(root, path))) watchNew(path)
    })
    // A folder that is gone has nothing more to say.
    watcher.on('error', () => watcher.close())
    watchers.set(folder, watcher)
  }
  const watchTree = (top: string): string[] => {
    watchFolder(top)
    return readdirSync(join(root, top), {withFileTypes: true}).flatMap(entry => {
      const path = `${top}/${entry.name}`
      return entry.isDirectory() ? watchTree(path) : [path]
    })
  }
  const watchNew = (folder: string) => {
    try {
      for (const file of watchTree(folder)) note(file)
    } catch (error) {
      // A folder may go as fast as it came.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
  for (const folder of folders) watchTree(folder)
  signal.addEventListener('abort', () => clearTimeout(timer), {once: true})
}

const isFolder = (path: string): boolean => statSync(path, {throwIfNoEntry: false})?.isDirectory() ?? false
