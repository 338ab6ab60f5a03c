import {existsSync, readFileSync} from 'node:fs'
import {dirname, resolve} from 'node:path'
import ts from 'typescript'

/** Specifiers that a TypeScript, JavaScript or Astro file imports: static, type-only, re-exported and dynamic. */
export function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  return scripts(file, text).flatMap(script =>
    ts.preProcessFile(script, true, true).importedFiles.map(({fileName}) => fileName),
  )
}

/** True when `file` is `target` or comes to it through relative imports, however many files lie between. */
export function importsReach(file: string, target: string, seen = new Set<string>()): boolean {
  if (file === target) return true
  if (seen.has(file) || !existsSync(file)) return false
  seen.add(file)
  return importsOf(file)
    .filter(specifier => specifier.startsWith('.'))
    .some(specifier => importsReach(resolve(dirname(file), specifier), target, seen))
}

/** An Astro file's code: the part between its first two fences, and its script elements. */
function scripts(file: string, text: string): string[] {
  if (!file.endsWith('.astro')) return [text]
  const fenced = /^\s*---\r?\n([\s\S]*?)\r?\n---/.exec(text)
  const elements = [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)]
  return [fenced, ...elements].flatMap(match => match?.[1] ?? [])
}
