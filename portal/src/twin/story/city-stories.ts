import {readStory, type Story} from '@hromada/twin/layers'

/** Files as the page saves them: a folder for each city, in it one for each story, in it a file for each language. */
const files = import.meta.glob<string>('../../content/stories/*/*/??.json', {
  eager: true,
  query: '?raw',
  import: 'default',
})

/**
 * A city's own stories in a language; in English, or in the language there is, where it was not translated.
 * @throws StoryFault for a file that is none
 */
export function cityStories(city: string, lang: string): {id: string; story: Story}[] {
  const languages = new Map<string, Map<string, string>>()
  for (const [path, text] of Object.entries(files)) {
    const [, of, id, language] = /([^/]+)\/([^/]+)\/(..)\.json$/.exec(path)!
    if (of === city) languages.set(id!, (languages.get(id!) ?? new Map()).set(language!, text))
  }
  return [...languages].map(([id, texts]) => ({
    id,
    story: readStory(texts.get(lang) ?? texts.get('en') ?? [...texts.values()][0]!),
  }))
}
