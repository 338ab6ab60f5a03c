import {type Detector, spansOf} from './detector.ts'

/** Letters of number plates: those that both alphabets have. */
const letters = 'АВЕІКМНОРСТХABEIKMHOPCTX'

const upper = new RegExp(
  String.raw`(?<![\p{L}\d])([${letters}]{2})(\s?[-–]?\s?)(\d{4})(\s?[-–]?\s?)[${letters}]{2}(?![\p{L}\d])`,
  'gu',
)
const lower = new RegExp(
  String.raw`(?<![\p{L}\d])[${letters.toLowerCase()}]{2}\d{4}[${letters.toLowerCase()}]{2}(?![\p{L}\d])`,
  'gu',
)

/** НА 2024 ТА: words about a year, in a text of capitals. */
const isYear = (word: string, number: string) =>
  /^(НА|ТА|НЕ|НІ)$/.test(word) && /^(19[5-9]|20[0-4])\d$/.test(number)

/** Number plates of cars: АВ 1234 СЕ */
export const findPlates: Detector = text =>
  /\d{4}/.test(text)
    ? [
        ...spansOf(
          text,
          upper,
          ([, word, before, number, after]) => !(before && after && isYear(word!, number!)),
        ),
        ...spansOf(text, lower),
      ]
    : []
