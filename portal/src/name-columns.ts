type Described = {name: string; description: {uk: string; en: string}}

/**
 * A sentence about columns, with what each means beside its name: `closed_at (When it was closed) is no later than …`.
 * @param names the columns it is about, with commas between, or null; each is named at its first place alone
 * @param text picks the page's language
 */
export function nameColumns(
  sentence: string,
  names: string | null,
  columns: readonly Described[],
  text: (text: {uk: string; en: string}) => string,
): string {
  const found = (names ?? '')
    .split(', ')
    .flatMap(name => columns.filter(column => column.name === name))
    // Each is put in behind its name, so what was put in before is not looked through again.
    .flatMap(({name, description}) => {
      const at = sentence.search(new RegExp(`(?<!\\w)${name}(?!\\w)`))
      return at < 0 ? [] : [{end: at + name.length, meaning: text(description)}]
    })
    .sort((a, b) => b.end - a.end)
  return found.reduce(
    (told, {end, meaning}) => `${told.slice(0, end)} (${meaning})${told.slice(end)}`,
    sentence,
  )
}
