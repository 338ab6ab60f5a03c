import {glob, mkdir, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {UsageError} from '@hromada/pipelines/command'
import {dataset} from './dataset.ts'
import type {Kind} from './kind.ts'
import {model} from './model.ts'
import {notebook} from './notebook.ts'
import {simulation} from './simulation.ts'

const kinds = {dataset, model, notebook, simulation} satisfies Record<string, Kind>

export type KindName = keyof typeof kinds
export const kindNames = ['dataset', 'model', 'notebook', 'simulation'] as const satisfies KindName[]

const styles = {
  'kebab-case': {written: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, separator: '-'},
  snake_case: {written: /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, separator: '_'},
} as const

// Longer ones make addresses and tables that nobody can read; the skeletons are laid out for these.
const longest = 40

/**
 * Writes a skeleton with a test that fails and says what to do. Answers the files written, as paths below `root`, and
 * what to do next.
 * @throws UsageError for an id that is not well written or is taken; then nothing is written
 */
export async function writeNew(
  kind: KindName,
  id: string,
  root: string,
): Promise<{written: string[]; next: string[]}> {
  const {style, taken, refuse, files, next}: Kind = kinds[kind]
  const example = `npm run new ${kind} ${suggest(id, styles[style].separator) ?? 'bikes'}`
  if (!styles[style].written.test(id))
    throw new UsageError(
      `"${id}" is not ${style}, which the id of a ${kind} must be: small Latin letters and digits, words joined by "${styles[style].separator}". Try ${example}`,
    )
  if (id.length > longest)
    throw new UsageError(`"${id}" has ${id.length} letters; the id of a ${kind} has at most ${longest}.`)
  const refused = refuse?.(id)
  if (refused) throw new UsageError(`A ${kind} cannot be called "${id}": ${refused}.`)
  const texts = Object.entries(files(id))
  for (const pattern of [...taken(id), ...texts.map(([path]) => path)])
    for await (const there of glob(pattern, {cwd: root}))
      throw new UsageError(
        `There is ${there.replaceAll('\\', '/')} already. Choose another id, or change what is there.`,
      )

  for (const [path, text] of texts) {
    await mkdir(dirname(join(root, path)), {recursive: true})
    await writeFile(join(root, path), text, {flag: 'wx'})
  }
  return {written: texts.map(([path]) => path), next: next(id)}
}

/** How the id could be written: "Bike parking" and "bikeParking" become bike-parking. Null where no letters are left. */
function suggest(id: string, separator: string): string | null {
  const words = id
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join(separator)
  return /^[a-z]/.test(words) ? words : null
}
