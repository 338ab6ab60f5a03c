import {type Detector, spansOf} from './detector.ts'

/** UA and 27 digits, in groups or not, the letters of either alphabet; mistyped ones are accounts too. */
const ukrainian = /(?<![\p{L}\d])[UУ][AА]\s?\d{2}(?:\s?\d){25}(?!\d)/gu

const any = /(?<![\p{L}\d])[A-Z]{2}\d{2}(?:\s?[A-Z\d]){11,30}(?![\p{L}\d])/gu

/** Bank accounts: IBAN (ISO 13616). */
export const findIbans: Detector = text =>
  /\d{2}(?:\s?[A-Z\d]){9}/.test(text)
    ? [...spansOf(text, ukrainian), ...spansOf(text, any, ([found]) => isIban(found.replaceAll(/\s/g, '')))]
    : []

/** The remainder of the account, the country and the check digits by 97 is one, letters being 10 to 35. */
function isIban(text: string): boolean {
  let rest = 0
  for (const letter of text.slice(4) + text.slice(0, 4)) {
    const value = Number.parseInt(letter, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return text.length >= 15 && rest === 1
}
