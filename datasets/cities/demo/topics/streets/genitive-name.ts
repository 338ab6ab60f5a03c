/**
 * A street's name as it stands after «від» and «до»: «вул. Лиманна» → «вул. Лиманної», «пров. 2-й Крутий» → «пров. 2-го
 * Крутого». Abbreviated types stay, and so do names that are genitives already.
 */
export function genitiveName(name: string): string {
  const [type, ...words] = name.split(' ')
  return [types[type!] ?? type, ...words.map(genitive)].join(' ')
}

const types: Record<string, string> = {проїзд: 'проїзду', узвіз: 'узвозу'}

/** Endings of adjectives and of ordinals in figures, the nominative's and the genitive's; the first that fits counts. */
const endings: [nominative: RegExp, genitive: string][] = [
  [/(?<=\d-)(ша|га|тя|та|ма)$/, 'ї'],
  [/(?<=\d-)(й|ше|ге|тє|те|ме)$/, 'го'],
  [/а$/, 'ої'],
  [/я$/, 'ьої'],
  [/(ий|е)$/, 'ого'],
  [/(ій|є)$/, 'ього'],
]

function genitive(word: string): string {
  const ending = endings.find(([nominative]) => nominative.test(word))
  return ending ? word.replace(ending[0], ending[1]) : word
}
