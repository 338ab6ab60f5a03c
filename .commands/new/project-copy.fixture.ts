import {spawnSync} from 'node:child_process'
import {cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {temporaryFolder} from '../../.config/temporary-folder.ts'

const project = join(import.meta.dirname, '../..')
const folders = ['datasets', 'pipelines', 'warehouse', 'notebooks', 'twin']

export type ProjectCopy = {
  root: string
  /** Runs a program of node_modules in the copy and answers how it ended and all it said. */
  run: (program: string, ...args: string[]) => {code: number | null; output: string}
  /** Checks the types of files of a folder, and of what they import, under its own tsconfig.json. */
  checkTypes: (folder: string, files: string[]) => {code: number | null; output: string}
}

/** The folders that people add to, as a project of their own; it goes away with the process. */
export function projectCopy(): ProjectCopy {
  const root = temporaryFolder('hromada-copy')
  for (const name of ['.biome.json', '.gitignore', '.config', 'package.json', 'tsconfig.json', ...folders])
    cpSync(join(project, name), join(root, name), {
      recursive: true,
      filter: path => !/node_modules$/.test(path),
    })

  // What is installed is shared; the project's own packages are those of the copy.
  const modules = join(root, 'node_modules')
  mkdirSync(join(modules, '@hromada'), {recursive: true})
  for (const name of readdirSync(join(project, 'node_modules')))
    if (name !== '@hromada') symlinkSync(join(project, 'node_modules', name), join(modules, name))
  for (const name of folders) symlinkSync(join(root, name), join(modules, '@hromada', name))

  const run = (program: string, ...args: string[]) => {
    const env = Object.entries(process.env).filter(([name]) => !/^VITEST|^NODE_OPTIONS$/.test(name))
    const {status, stdout, stderr} = spawnSync(process.execPath, [join(modules, program), ...args], {
      cwd: root,
      encoding: 'utf8',
      // As in CI: a golden that is missing is a fault and is not written.
      env: {...Object.fromEntries(env), CI: '1', NO_COLOR: '1'},
    })
    return {code: status, output: stdout + stderr}
  }
  return {
    root,
    run,
    checkTypes(folder, files) {
      // What was there before is checked by npm run check.
      const include = files.map(file => relative(folder, file))
      const config = join(root, folder, 'tsconfig.only.json')
      writeFileSync(config, JSON.stringify({extends: './tsconfig.json', include}))
      return run('@typescript/native/bin/tsc', '--pretty', 'false', '-p', config)
    },
  }
}
