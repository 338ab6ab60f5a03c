import {mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {TestProject} from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of this run's temporary files: what lies there was made by the present code, and goes away with the run. */
    runFolder: string
  }
}

/** Gives a run of tests a folder for its temporary files and takes it away at the end, whatever was left in it. */
export default function ownTemporaryFolder(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'hromada-tests-'))
  // Workers and what they start inherit it, and commands after the first find their code compiled.
  process.env.TMPDIR = folder
  process.env.NODE_COMPILE_CACHE = join(folder, 'compiled')
  project.provide('runFolder', folder)
  // While files are watched, what an earlier state of the code made is of no use.
  project.onTestsRerun(() => {
    for (const name of readdirSync(folder)) rmSync(join(folder, name), {recursive: true, force: true})
  })
  const remove = () => rmSync(folder, {recursive: true, force: true, maxRetries: 3})
  return () => {
    remove()
    // A worker that ends after this may still have left something.
    process.once('exit', remove)
  }
}
