import {type Detector, digitsOf, spansOf} from './detector.ts'

const tenDigits = /(?<![\d\p{L}_]|[\d\p{L}]-|\d[.,])\d{10}(?!\d|[.,]\d|-\d)/gu

/** Where it is said what the digits are, mistyped ones count too. */
const named =
  /(?<!\p{L})(?:рнокпп|р\.?н\.?о\.?к\.?п\.?п|іпн|інн|инн|ідентифікаційн\p{L}{1,4}|ідент\.?|податков\p{L}{1,4}\s(?:номер|код)\p{L}{0,3}|код\p{L}{0,3}\sплатника)(?:\s(?:номер|код)\p{L}{0,3})?[^\d\n]{0,24}\d(?:[\s-]?\d){9}(?!\d)/giu

const weights = [-1, 5, 7, 9, 4, 6, 10, 5, 7]

/** Numbers of taxpayers (РНОКПП): ten digits, a day of birth in the first five, a check digit last. */
export const findTaxNumbers: Detector = text =>
  hasTenDigits.test(text)
    ? [...spansOf(text, tenDigits, ([digits]) => isTaxNumber(digits)), ...spansOf(text, named)]
    : []

const hasTenDigits = /\d(?:[\s-]?\d){9}/

/** Days since 31 December 1899 of somebody who may be alive: until 2036. */
const lastBirthDay = 50_000

function isTaxNumber(text: string): boolean {
  const digits = digitsOf(text)
  const born = Number(digits.slice(0, 5))
  if (born < 1 || born > lastBirthDay) return false
  const sum = weights.reduce((all, weight, index) => all + weight * Number(digits[index]), 0)
  return (((sum % 11) + 11) % 11) % 10 === Number(digits[9])
}
