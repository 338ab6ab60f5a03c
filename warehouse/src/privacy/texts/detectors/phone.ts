import {type Detector, digitsOf, spansOf} from './detector.ts'

/** What people put between the digits of a number. */
const gap = String.raw`[\s().\-‐‑‒–—/]`

/** +38 (067) 123-45-67, 80671234567, 044 500 81 03, 0671234567; not a part of a longer number, of a hash or of an id. */
const ukrainian = new RegExp(
  String.raw`(?<![\p{L}\d_]|[\p{L}\d]-|\d[.,])(?:\+?\s?3?8${gap}{0,2})?\(?0${gap}?\d{2}(?:${gap}{0,3}\d){7}(?!\d|[.,]\d)`,
  'gu',
)

/** +48 123 456 789 */
const foreign = new RegExp(String.raw`(?<![\p{L}\d])\+(?!38)[1-9](?:${gap}{0,2}\d){8,13}(?!\d)`, 'gu')

/** Seven digits or fewer where it is said that they are a telephone's: тел. 22-33-44 */
const named = new RegExp(
  String.raw`(?<!\p{L})(?:тел|телефон\p{L}{0,3}|моб|мобільн\p{L}{1,3}|вайбер|viber|whatsapp|telegram|телеграм|tel|phone)\.?\s{0,2}[:№–-]?\s{0,2}\+?\d(?:${gap}{0,2}\d){4,11}(?!\d)`,
  'giu',
)

/** Lines that anybody may call for nothing: they are nobody's own. */
const isFree = (digits: string) => /^(38|8)?0800/.test(digits)

const fiveDigits = /\d(?:\D{0,3}\d){4}/

/** Telephone numbers, in the spellings of Ukraine and with the codes of other countries. */
export const findPhones: Detector = text => {
  if (!fiveDigits.test(text)) return []
  const isNumber = ([found]: RegExpExecArray) => !isFree(digitsOf(found))
  return [...spansOf(text, ukrainian, isNumber), ...spansOf(text, foreign), ...spansOf(text, named, isNumber)]
}

/** Those that are written as nothing else is: with a code of a country or with gaps. 0255300000 may be a budget. */
export const findWrittenPhones: Detector = text =>
  findPhones(text).filter(([start, end]) => {
    const found = text.slice(start, end)
    return found.startsWith('+') || /^380\d{9}$/.test(found) || /\d\D+\d{2,3}\D\d{2}/.test(found)
  })
