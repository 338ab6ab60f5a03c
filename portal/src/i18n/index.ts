import type {Text} from '@hromada/datasets'
import type {uk} from './uk.ts'

/** Every text of the portal. Ukrainian is the original; other languages have the same keys. */
export type Texts = typeof uk

/** A language is a file in this folder, named by its two letters, that exports its texts under that name. */
const files = import.meta.glob<Record<string, Texts>>('./??.ts', {eager: true})
export const languages: Record<string, Texts> = Object.fromEntries(
  Object.entries(files).map(([path, module]) => [path.slice(2, -3), module[path.slice(2, -3)]!]),
)

export type Lang = string
export const firstLang: Lang = 'uk'

/** Data texts exist in Ukrainian and English; other languages read the English ones. */
export const pick = (text: Text, lang: Lang): string => (lang === 'uk' ? text.uk : text.en)

/** `/en/budget` → English and `/budget`; paths without a language are Ukrainian. */
export function splitLang(pathname: string): {lang: Lang; path: string} {
  const [, first, rest] = /^\/([a-z]{2})(\/.*)?$/.exec(pathname) ?? []
  if (first && first !== firstLang && first in languages) return {lang: first, path: trim(rest ?? '/')}
  return {lang: firstLang, path: trim(pathname)}
}

const trim = (path: string) => (path.length > 1 ? path.replace(/\/+$/, '') || '/' : path)
