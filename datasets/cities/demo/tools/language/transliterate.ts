/**
 * Ukrainian text in Latin letters, by the table of the Cabinet's resolution No. 55 of 27 January 2010. What is not a
 * Ukrainian letter stays as it is; the soft sign and the apostrophe fall away, as the table says.
 */
export function transliterate(text: string): string {
  let latin = ''
  for (let index = 0; index < text.length; index++) {
    const letter = text[index]!
    const small = letter.toLowerCase()
    const before = text[index - 1] ?? ''
    const after = text[index + 1] ?? ''
    if (isApostrophe(letter) && isCyrillic(before) && isCyrillic(after)) continue
    const plain = small === 'г' && before.toLowerCase() === 'з' ? 'gh' : inside[small]
    if (plain === undefined) {
      latin += letter
      continue
    }
    const piece = isWordStart(text, index) ? (atStart[small] ?? plain) : plain
    if (letter === small) latin += piece
    else
      latin +=
        isUpper(after) || (!isCyrillic(after) && isUpper(before)) ? piece.toUpperCase() : capital(piece)
  }
  return latin
}

const inside: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'h',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: 'ie',
  ж: 'zh',
  з: 'z',
  и: 'y',
  і: 'i',
  ї: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ь: '',
  ю: 'iu',
  я: 'ia',
}

/** Letters that are written otherwise at the beginning of a word. */
const atStart: Record<string, string> = {є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya'}

const isApostrophe = (letter: string) => letter === "'" || letter === '’' || letter === '\u02bc'
const isCyrillic = (letter: string) => letter.toLowerCase() in inside
const isUpper = (letter: string) => isCyrillic(letter) && letter !== letter.toLowerCase()

/** A letter after an apostrophe goes on with its word; one after a hyphen begins another. */
const isWordStart = (text: string, index: number) =>
  index === 0 || !(isCyrillic(text[index - 1]!) || isApostrophe(text[index - 1]!))

const capital = (piece: string) => piece.slice(0, 1).toUpperCase() + piece.slice(1)
