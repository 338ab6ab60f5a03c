import type {Draw} from '../numbers/draw.ts'

/**
 * Contacts and numbers that look right and can belong to nobody: operator code 00, a birth date after 2064, the bank
 * code 999999, car and passport numbers of noughts, codes of legal entities from 99, mail domains kept for examples.
 */

function digits(draw: Draw, count: number): string {
  let text = ''
  for (let index = 0; index < count; index++) text += draw.below(10)
  return text
}

/** Operator code 00 is nobody's. As people write it: +380001234567, +380 00 123 45 67, 000 123-45-67, (000) 1234567. */
export function drawPhone(draw: Draw): string {
  const [first, second, third] = [digits(draw, 3), digits(draw, 2), digits(draw, 2)]
  switch (draw.below(5)) {
    case 0:
      return `+38000${first}${second}${third}`
    case 1:
      return `+380 00 ${first} ${second} ${third}`
    case 2:
      return `000 ${first}-${second}-${third}`
    case 3:
      return `(000) ${first}${second}${third}`
    default:
      return `000${first}${second}${third}`
  }
}

/** As registers keep it: +380001234567. */
export const drawPlainPhone = (draw: Draw): string => `+38000${digits(draw, 7)}`

const mailWords = [
  'lyman',
  'chaika',
  'kovyla',
  'mayak',
  'yakir',
  'veselka',
  'kotyk',
  'romashka',
  'steppe',
  'vesna',
]
const mailDomains = ['example.com', 'example.org', 'poshta.example', 'pryklad.example']

/** kovyla.4127@poshta.example; these domains are kept for examples (RFC 2606). */
export const drawEmail = (draw: Draw): string =>
  `${draw.pick(mailWords)}${draw.pick(['', '.', '_'])}${digits(draw, draw.chance(0.5) ? 2 : 4)}@${draw.pick(mailDomains)}`

const taxWeights = [-1, 5, 7, 9, 4, 6, 10, 5, 7]

/** The last digit of a РНОКПП, from its first nine. */
export function taxCheckDigit(nine: string): number {
  let sum = 0
  for (let index = 0; index < 9; index++) sum += taxWeights[index]! * Number(nine[index])
  return (((sum % 11) + 11) % 11) % 10
}

/** РНОКПП of somebody born after 8 April 2064: the first five digits count days from 31 December 1899. Odd ninth: a man. */
export function drawTaxNumber(draw: Draw, isWoman: boolean): string {
  const nine = `${60_000 + draw.below(40_000)}${digits(draw, 3)}${2 * draw.below(5) + (isWoman ? 0 : 1)}`
  return nine + taxCheckDigit(nine)
}

/** The two check digits of an IBAN (ISO 13616) of Ukraine, from its 25 digits of bank and account. */
export function ibanCheckDigits(account: string): string {
  // Country UA as 30 10, then 00 in the place of the digits looked for.
  let rest = 0
  for (const digit of `${account}301000`) rest = (rest * 10 + Number(digit)) % 97
  const check = 98 - rest
  return check < 10 ? `0${check}` : String(check)
}

/** An account in the bank 999999, which there is not. */
export function drawIban(draw: Draw): string {
  const account = `99999900000${digits(draw, 14)}`
  return `UA${ibanCheckDigits(account)}${account}`
}

const plateLetters = 'АВЕІКМНОРСТХ'
const letter = (draw: Draw) => plateLetters[draw.below(plateLetters.length)]!

/** Number 0000 is never given out. */
export const drawPlate = (draw: Draw): string =>
  `${letter(draw)}${letter(draw)} 0000 ${letter(draw)}${letter(draw)}`

/** An old booklet; its numbers begin with 000001. */
export const drawPassport = (draw: Draw): string => `${letter(draw)}${letter(draw)} 000000`

/**
 * ЄДРПОУ of an invented body: 99, five digits of the index, and the check digit by the rule for codes above 60000000.
 * No body has a code that begins with 99.
 */
export function legalCode(index: number): string {
  const seven = `99${String(index).padStart(5, '0')}`
  const rest = (firstWeight: number) => {
    let sum = 0
    for (let at = 0; at < 7; at++) sum += (firstWeight + at) * Number(seven[at])
    return sum % 11
  }
  return seven + (rest(1) < 10 ? rest(1) : rest(3) % 10)
}
