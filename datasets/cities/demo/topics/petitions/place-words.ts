import {districts} from '../../world/districts.ts'

/** What the district is called on a day: «Гаванський», before its renaming «Гвардійський». */
export function districtNameOn(district: number, day: number, renamedOn: number): string {
  const {name, former} = districts[district]!
  return day < renamedOn && former ? former.uk : name.uk
}

/** «в Узбережному районі», «у Степовому районі»; the preposition before a pause or a consonant. */
export function inDistrict(name: string): string {
  const preposition = /^[АЕЄИІЇОУЮЯ]/.test(name) ? 'в' : 'у'
  return `${preposition} ${name.replace(/ий$/, 'ому')} районі`
}

/** Generic words of names, in the locative with its preposition and in the genitive. */
const generics: Record<string, {in: string; of: string}> = {
  мікрорайон: {in: 'у мікрорайоні', of: 'мікрорайону'},
  'житловий масив': {in: 'у житловому масиві', of: 'житлового масиву'},
  селище: {in: 'у селищі', of: 'селища'},
  хутір: {in: 'на хуторі', of: 'хутора'},
  парк: {in: 'у парку', of: 'парку'},
  пляж: {in: 'на пляжі', of: 'пляжу'},
  урочище: {in: 'в урочищі', of: 'урочища'},
}

/** The forms of «парк «Плавні»»; nothing for names of other kinds. */
export function areaWords(name: string): {kind: string; in: string; of: string} | undefined {
  const [, kind, own] = /^([^«]+) («.+»)$/.exec(name) ?? []
  const words = kind === undefined ? undefined : generics[kind]
  return words && {kind: kind!, in: `${words.in} ${own}`, of: `${words.of} ${own}`}
}

const genitives: Record<string, string> = {
  ліцей: 'ліцею',
  гімназія: 'гімназії',
  дитячий: 'дитячого',
  садок: 'садка',
  поліклініка: 'поліклініки',
  стоматологічна: 'стоматологічної',
  міська: 'міської',
  дитяча: 'дитячої',
  інфекційна: 'інфекційної',
  лікарня: 'лікарні',
  пологовий: 'пологового',
  будинок: 'будинку',
}
const locatives: Record<string, string> = {
  ...genitives,
  ліцей: 'ліцеї',
  дитячий: 'дитячому',
  садок: 'садку',
  поліклініка: 'поліклініці',
  стоматологічна: 'стоматологічній',
  міська: 'міській',
  дитяча: 'дитячій',
  інфекційна: 'інфекційній',
  пологовий: 'пологовому',
}
const inCase = (short: string, forms: Record<string, string>) =>
  short
    .split(' ')
    .map(word => forms[word] ?? word)
    .join(' ')

/** «ліцею № 6», of what residents call an institution. */
export const genitiveOf = (short: string): string => inCase(short, genitives)
/** «ліцеї № 6» */
export const locativeOf = (short: string): string => inCase(short, locatives)

/** Two streets in the genitive: «вулиць Снопової й Шкільної», «проспекту Миру і вулиці Шкільної». */
export function crossingOf(one: string, other: string): string {
  const [first, second] = [one, other].map(words => words.replace(/^вулиці /, '')) as [string, string]
  const areStreets = first !== one && second !== other
  const [left, right] = areStreets ? [`вулиць ${first}`, second] : [one, other]
  const and = /[йєїюя]/i.test(right[0]!) ? 'та' : /[аеєиіїоуюя]$/.test(left) ? 'й' : 'і'
  return `${left} ${and} ${right}`
}

/** Puts the place into a text; between two vowels its «у» becomes «в», before a cluster it stays. */
export function atPlace(text: string, place: string): string {
  return text
    .replaceAll('{place}', place)
    .replace(/([аеєиіїоуюя],?) у (?=[бгґджзйклмнпрстхцчшщ][аеєиіїоуюя])/gi, '$1 в ')
    .replace(/([бвгґджзйклмнпрстфхцчшщь]) в (?=[бвгґджзйклмнпрстфхцчшщ])/gi, '$1 у ')
}
