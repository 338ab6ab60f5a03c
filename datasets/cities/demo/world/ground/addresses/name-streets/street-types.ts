import type {Text} from '../../../../../../src/index.ts'
import {transliterate} from '../../../../tools/language/transliterate.ts'
import type {Street} from '../../ground.ts'

/** What a street is called besides its own name: «вул.», and which form of an adjective goes with it. */
export type StreetType = {
  /** As addresses abbreviate it. */
  short: string
  /** In full. */
  full: string
  english: string
  gender: 'feminine' | 'masculine' | 'neuter'
  kind: Street['kind']
}

export const streetTypes = {
  street: {short: 'вул.', full: 'вулиця', english: 'Street', gender: 'feminine', kind: 'street'},
  avenue: {short: 'просп.', full: 'проспект', english: 'Avenue', gender: 'masculine', kind: 'avenue'},
  boulevard: {short: 'бульв.', full: 'бульвар', english: 'Boulevard', gender: 'masculine', kind: 'boulevard'},
  highway: {short: 'шосе', full: 'шосе', english: 'Highway', gender: 'neuter', kind: 'avenue'},
  lane: {short: 'пров.', full: 'провулок', english: 'Lane', gender: 'masculine', kind: 'lane'},
  drive: {short: 'проїзд', full: 'проїзд', english: 'Drive', gender: 'masculine', kind: 'lane'},
  descent: {short: 'узвіз', full: 'узвіз', english: 'Descent', gender: 'masculine', kind: 'descent'},
  embankment: {
    short: 'наб.',
    full: 'набережна',
    english: 'Embankment',
    gender: 'feminine',
    kind: 'embankment',
  },
  square: {short: 'пл.', full: 'площа', english: 'Square', gender: 'feminine', kind: 'square'},
} as const satisfies Record<string, StreetType>

export type StreetTypeId = keyof typeof streetTypes

/** Adjectives are kept in the feminine; all other names are genitives and do not change. */
export const isAdjective = (word: string): boolean => /[ая]$/.test(word)

/**
 * A street's name with its type: «вул. Лиманна», «пров. 2-й Лиманний», «просп. Миру»; in English with the type behind.
 * @param ordinal its number in a set of the same name, 0 where it is in none
 */
export function streetName(type: StreetTypeId, word: string, ordinal = 0): Text {
  const {short, english, gender} = streetTypes[type]
  const declined = declinedFor(word, gender)
  const latin = `${transliterate(declined)} ${english}`
  return ordinal === 0
    ? {uk: `${short} ${declined}`, en: latin}
    : {uk: `${short} ${ordinalOf(ordinal, gender)} ${declined}`, en: `${englishOrdinal(ordinal)} ${latin}`}
}

/** Лиманна → Лиманний, Літня → Літній. */
export function declinedFor(word: string, gender: StreetType['gender']): string {
  if (gender === 'feminine' || !isAdjective(word)) return word
  const stem = word.slice(0, -1)
  const isSoft = word.endsWith('я')
  if (gender === 'masculine') return stem + (isSoft ? 'ій' : 'ий')
  return stem + (isSoft ? 'є' : 'е')
}

/** 1-ша, 2-й, 3-тє: the number with the last letters of its word, as the spelling rules of 2019 ask (§ 38). */
export function ordinalOf(number: number, gender: StreetType['gender']): string {
  const forms = endings[number % 100 >= 11 && number % 100 <= 19 ? 0 : number % 10]!
  return `${number}-${forms[gender]}`
}

const hard = {masculine: 'й', feminine: 'та', neuter: 'те'}
/** By the number's last digit: нульовий, перший, другий, третій, четвертий … сьомий, восьмий, дев'ятий. */
const endings = [
  hard,
  {masculine: 'й', feminine: 'ша', neuter: 'ше'},
  {masculine: 'й', feminine: 'га', neuter: 'ге'},
  {masculine: 'й', feminine: 'тя', neuter: 'тє'},
  hard,
  hard,
  hard,
  {masculine: 'й', feminine: 'ма', neuter: 'ме'},
  {masculine: 'й', feminine: 'ма', neuter: 'ме'},
  hard,
]

function englishOrdinal(number: number): string {
  const isTeen = number % 100 >= 11 && number % 100 <= 13
  return `${number}${isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')}`
}
