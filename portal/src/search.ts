import MiniSearch from 'minisearch'
import {languages} from './i18n/index.ts'
import type {Dataset, Site} from './site.ts'

export type Found =
  | {kind: 'dataset'; dataset: Dataset}
  | {kind: 'page'; path: string; label: string; text: string}

/** Endings of Ukrainian and English words: enough to bring the forms of a word together. */
const endings =
  /(?:еннями|уваннями|ення|ень|ення[мх]|ями|ами|ого|ому|ими|іми|ової|ових|ові|ість|ості|ів|ей|ою|ею|єю|ах|ях|ам|ям|ом|ем|ий|ій|их|им|а|я|і|ї|и|у|ю|о|е|є|ь|й|ings?|ations?|ies|es|ed|s|y)$/u
/** What is left of a softened stem and of a vowel that comes and goes: петиці-й, зупин(о)к-. */
const remainders = /[іїйь]$|о?к$/u

/** One spelling for the forms of a word: lower case, no apostrophe, no ending. Short words keep more of theirs. */
export function stem(word: string): string | null {
  const plain = word
    .toLowerCase()
    .replace(/[ʼ’'`]/g, '')
    .replace(/ґ/g, 'г')
  if (plain.length < 2) return null
  if (plain.length < 5) return plain.replace(/[аяіїиуюоеєьй]$/u, '') || plain
  const cut = plain.replace(endings, '')
  const shorter = cut.replace(remainders, '')
  return [shorter, cut].find(stem => stem.length >= 3) ?? plain
}

type Entry = {id: string; title: string; description: string; columns: string; words: string}
let built: {release: string; index: MiniSearch<Entry>} | null = null

/**
 * Datasets and pages that answer a question, best first, in any of the portal's languages; word forms and small
 * misspellings are forgiven. The index is made once a release.
 */
export function search(site: Site, question: string): Found[] {
  const {release, datasets, sections, t} = site
  const pages = sections.filter(section => section !== 'data')
  if (built?.release !== release.id) {
    const index = new MiniSearch<Entry>({
      fields: ['title', 'words', 'description', 'columns'],
      tokenize: text => text.split(/[^\p{L}\p{N}ʼ’'`]+/u).filter(Boolean),
      processTerm: stem,
      searchOptions: {
        boost: {title: 4, words: 3, description: 2},
        prefix: term => term.length >= 3,
        fuzzy: term => (term.length > 4 ? 0.25 : false),
        combineWith: 'AND',
      },
    })
    const all = Object.values(languages)
    index.addAll([
      ...datasets.map(dataset => ({
        id: `dataset:${dataset.id}`,
        title: `${dataset.title.uk} ${dataset.title.en} ${dataset.id}`,
        words: all.map(words => words.themes[dataset.theme] ?? '').join(' '),
        description: [
          dataset.description,
          dataset.publisher,
          ...dataset.feeds.flatMap(feed =>
            site.cities.filter(city => city.id === feed.city).map(city => city.name),
          ),
        ]
          .map(text => `${text.uk} ${text.en}`)
          .join(' '),
        columns: dataset.columns
          .map(column => `${column.name} ${column.description.uk} ${column.description.en}`)
          .join(' '),
      })),
      ...pages.map(section => ({
        id: `page:${section}`,
        title: all.map(words => words.nav[section]).join(' '),
        words: all.map(words => words.topics[section]).join(' '),
        description:
          section === 'budget'
            ? all
                .map(words => Object.values({...words.budget.groups, ...words.budget.economic}).join(' '))
                .join(' ')
            : '',
        columns: '',
      })),
    ])
    built = {release: release.id, index}
  }
  const ask = (combineWith: 'AND' | 'OR') => built!.index.search(question, {combineWith})
  // All words first; where that finds nothing, any of them.
  const [strict] = [ask('AND')]
  return (strict.length > 0 ? strict : ask('OR')).flatMap((hit): Found[] => {
    const [kind, id] = String(hit.id).split(':')
    if (kind === 'page') {
      const section = pages.find(name => name === id)
      return section
        ? [{kind: 'page', path: `/${section}`, label: t.nav[section], text: t.topics[section]}]
        : []
    }
    const dataset = datasets.find(one => one.id === id)
    return dataset ? [{kind: 'dataset', dataset}] : []
  })
}
