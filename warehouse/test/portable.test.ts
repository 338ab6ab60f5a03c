import {glob, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {duckdbForms} from '../src/engines/duckdb/forms.ts'
import {trinoForms} from '../src/engines/trino/forms.ts'

const home = join(import.meta.dirname, '..')

test('SQL is written by hand in functions.ts and the engines alone', async () => {
  const found: string[] = []
  for (const file of await Array.fromAsync(glob(['models/**/*.ts', 'src/**/*.ts'], {cwd: home}))) {
    if (/\.test\.ts$|^src\/functions\.ts$|^src\/engines\//.test(file.replaceAll('\\', '/'))) continue
    const text = await readFile(join(home, file), 'utf8')
    if (/import \{[^}]*\bsql\b[^}]*\} from 'kysely'/.test(text)) found.push(file)
  }
  expect(found).toEqual([])
})

test('every portable function has a form for both engines, and takes the same arguments', () => {
  const taken = (form: readonly (string | number)[]) =>
    [...new Set(form.filter(part => typeof part === 'number'))].sort()
  expect(Object.keys(trinoForms)).toEqual(Object.keys(duckdbForms))
  for (const [name, form] of Object.entries(trinoForms))
    expect([name, taken(form)]).toEqual([name, taken(duckdbForms[name as keyof typeof duckdbForms])])
  // A database's own words stay in its own forms.
  const foreign = /::|json_extract_string|arg_max|generate_series|make_date|\bleft\(|\bright\(|try_strptime/
  expect(Object.entries(trinoForms).filter(([, form]) => foreign.test(form.join('')))).toEqual([])
})

test('no power is taken but squares: other versions of the language give other last bits', async () => {
  const found: string[] = []
  for (const file of await Array.fromAsync(glob('src/**/*.ts', {cwd: home}))) {
    if (/\.(test|fixture)\.ts$/.test(file)) continue
    // What is no comment.
    const text = (await readFile(join(home, file), 'utf8')).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    // A power of two or ten to a whole number is exact.
    if (/Math\.pow|(?<!\b(?:2|10)) \*\* (?!2\b)/.test(text)) found.push(file)
  }
  expect(found).toEqual([])
})
