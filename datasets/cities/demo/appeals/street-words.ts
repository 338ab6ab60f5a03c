/** A street's name as sentences need it. */
export type StreetWords = {
  /** вул. Лиманна: as addresses have it, in every case of an address. */
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

type Type = {on: string; of: string; to: string; isFeminine: boolean}
const masculine = (stem: string, [on, of]: [string, string]): Type => ({
  on: stem + on,
  of: stem + of,
  to: stem,
  isFeminine: false,
})

const types: Record<string, Type> = {
  'вул.': {on: 'вулиці', of: 'вулиці', to: 'вулицю', isFeminine: true},
  'просп.': masculine('проспект', ['і', 'у']),
  'бульв.': masculine('бульвар', ['і', 'у']),
  'пров.': {on: 'провулку', of: 'провулку', to: 'провулок', isFeminine: false},
  'пл.': {on: 'площі', of: 'площі', to: 'площу', isFeminine: true},
  'наб.': {on: 'набережній', of: 'набережної', to: 'набережну', isFeminine: true},
  узвіз: {on: 'узвозі', of: 'узвозу', to: 'узвіз', isFeminine: false},
  проїзд: masculine('проїзд', ['і', 'у']),
  алея: {on: 'алеї', of: 'алеї', to: 'алею', isFeminine: true},
}

/** Words of street names that decline as adjectives; any other stays as it is, with the ones beside it. */
const adjective = {
  feminine: /(?:[сцз]ьк|[оеєї]в|н|ок|[лтдбх]|Стар|Добр|Бистр)а$|[тднл]я$/,
  masculine: /(?:[сцз]ьк|[оеєї]в|н|ок|[лтдбх]|Стар|Добр|Бистр)ий$|[тднл]ій$/,
}

/** 2-га, 3-тя, 1-й: the number and its ending. */
const ordinal = /^(\d+)-\p{Ll}+$/u

/** The forms of a street's name: «вул. Лиманна», «узвіз Якірний», «вул. 2-га Польова», «вул. Старих Рибалок». */
export function streetWords(name: string): StreetWords {
  const space = name.indexOf(' ')
  const bare = space < 0 ? name : name.slice(space + 1)
  const type = types[name.slice(0, Math.max(0, space))]
  if (!type) return {plain: name, on: name, of: name, to: name, bare: name}
  const words = bare.split(' ')
  const isDeclined = words.every(
    word => ordinal.test(word) || adjective[type.isFeminine ? 'feminine' : 'masculine'].test(word),
  )
  const declined = (inCase: 'on' | 'of' | 'to') =>
    isDeclined ? words.map(word => decline(word, type.isFeminine, inCase)).join(' ') : bare
  return {
    plain: name,
    on: `${type.on} ${declined('on')}`,
    of: `${type.of} ${declined('of')}`,
    to: `${type.to} ${declined('to')}`,
    bare,
  }
}

function decline(word: string, isFeminine: boolean, inCase: 'on' | 'of' | 'to'): string {
  const [, number] = ordinal.exec(word) ?? []
  if (number && inCase !== 'to') {
    const ending = isFeminine ? {on: 'й', of: 'ї'} : {on: 'му', of: 'го'}
    return `${number}-${ending[inCase]}`
  }
  if (isFeminine) {
    const stem = word.slice(0, -1)
    const isSoft = word.endsWith('я')
    if (inCase === 'on') return `${stem}ій`
    if (inCase === 'of') return stem + (isSoft ? 'ьої' : 'ої')
    return stem + (isSoft ? 'ю' : 'у')
  }
  if (inCase === 'to') return word
  const stem = word.slice(0, -2)
  const isSoft = word.endsWith('ій')
  return stem + (isSoft ? 'ьо' : 'о') + (inCase === 'on' ? 'му' : 'го')
}
