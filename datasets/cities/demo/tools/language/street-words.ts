/** A street's name as sentences need it. */
export type StreetWords = {
  /** вул. Лиманна: as addresses have it, whatever the case. */
  plain: string
  /** [на] вулиці Лиманній */
  on: string
  /** [від] вулиці Лиманної */
  of: string
  /** [перекрито] вулицю Лиманну */
  to: string
  /** Лиманна: as neighbours say it. */
  bare: string
}

type Gender = 'feminine' | 'masculine' | 'neuter'
type InCase = 'on' | 'of' | 'to'

/** The types of streets: their own forms, in full, and the gender that their adjectives take. */
const types: Record<string, Record<InCase, string> & {gender: Gender}> = {
  'вул.': {on: 'вулиці', of: 'вулиці', to: 'вулицю', gender: 'feminine'},
  'просп.': {on: 'проспекті', of: 'проспекту', to: 'проспект', gender: 'masculine'},
  'бульв.': {on: 'бульварі', of: 'бульвару', to: 'бульвар', gender: 'masculine'},
  'пров.': {on: 'провулку', of: 'провулку', to: 'провулок', gender: 'masculine'},
  'пл.': {on: 'площі', of: 'площі', to: 'площу', gender: 'feminine'},
  'наб.': {on: 'набережній', of: 'набережної', to: 'набережну', gender: 'feminine'},
  узвіз: {on: 'узвозі', of: 'узвозу', to: 'узвіз', gender: 'masculine'},
  проїзд: {on: 'проїзді', of: 'проїзду', to: 'проїзд', gender: 'masculine'},
  шосе: {on: 'шосе', of: 'шосе', to: 'шосе', gender: 'neuter'},
}

/** Adjectives of streets end so; all other words of their names are genitives and stay. */
const adjective: Record<Gender, RegExp> = {
  feminine: /(?<!річч|овтн)[ая]$/,
  masculine: /[иі]й$/,
  neuter: /(?<=[а-яґєії])[еє]$/,
}

/** 2-га, 3-тє, 1-й: the number and its ending. */
const ordinal = /^(\d+)-(?!річчя)\p{Ll}+$/u

const ordinalEndings: Record<Gender, Partial<Record<InCase, string>>> = {
  feminine: {on: 'й', of: 'ї'},
  masculine: {on: 'му', of: 'го'},
  neuter: {on: 'му', of: 'го'},
}

/** The forms of a street's name: «вул. Лиманна», «узвіз Якірний», «пров. 2-й Літній», «вул. Чумацького Шляху». */
export function streetWords(name: string): StreetWords {
  const space = name.indexOf(' ')
  const bare = name.slice(space + 1)
  const type = types[name.slice(0, Math.max(0, space))]
  if (!type) return {plain: name, on: name, of: name, to: name, bare: name}
  const form = (inCase: InCase) =>
    [type[inCase], ...bare.split(' ').map(word => decline(word, type.gender, inCase))].join(' ')
  return {plain: name, on: form('on'), of: form('of'), to: form('to'), bare}
}

function decline(word: string, gender: Gender, inCase: InCase): string {
  const [, number] = ordinal.exec(word) ?? []
  if (number) {
    const ending = ordinalEndings[gender][inCase]
    return ending
      ? `${number}-${ending}`
      : gender === 'feminine'
        ? word.replace(/а$/, 'у').replace(/я$/, 'ю')
        : word
  }
  if (!adjective[gender].test(word)) return word
  const stem = word.slice(0, gender === 'masculine' ? -2 : -1)
  const isSoft = /[яє]$|ій$/.test(word)
  if (gender === 'feminine')
    return stem + {on: 'ій', of: isSoft ? 'ьої' : 'ої', to: isSoft ? 'ю' : 'у'}[inCase]
  return inCase === 'to' ? word : stem + (isSoft ? 'ьо' : 'о') + (inCase === 'on' ? 'му' : 'го')
}
