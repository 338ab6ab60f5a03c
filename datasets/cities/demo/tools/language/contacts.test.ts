import {expect, test} from 'vitest'
import {Draw} from '../numbers/draw.ts'
import {
  drawEmail,
  drawIban,
  drawPassport,
  drawPhone,
  drawPlainPhone,
  drawPlate,
  drawTaxNumber,
  ibanCheckDigits,
  legalCode,
  taxCheckDigit,
} from './contacts.ts'

const many = <T>(make: (draw: Draw) => T): T[] =>
  Array.from({length: 500}, (_, index) => make(new Draw(3, 'contacts', index)))

test('the check digits are those of the published examples', () => {
  // The example of the IBAN registry (SWIFT, release 98): UA213223130000026007233566001.
  expect(ibanCheckDigits('3223130000026007233566001')).toBe('21')
  // 3184710691 and 3463463460 are what validators in several languages are tested with.
  expect(taxCheckDigit('318471069')).toBe(1)
  expect(taxCheckDigit('346346346')).toBe(0)
})

test('phones have the operator code 00, which nobody has', () => {
  for (const phone of many(drawPhone)) expect(phone.replaceAll(/\D/g, '')).toMatch(/^(38)?000\d{7}$/)
  for (const phone of many(drawPlainPhone)) expect(phone).toMatch(/^\+38000\d{7}$/)
})

test('e-mail domains are those kept for examples', () => {
  for (const email of many(drawEmail))
    expect(email).toMatch(/^[a-z]+[._]?\d+@(example\.(com|org)|[a-z]+\.example)$/)
})

test('a РНОКПП checks and belongs to somebody not born yet', () => {
  for (const isWoman of [true, false])
    for (const number of many(draw => drawTaxNumber(draw, isWoman))) {
      expect(number).toMatch(/^\d{10}$/)
      expect(taxCheckDigit(number.slice(0, 9))).toBe(Number(number[9]))
      // Days are counted from 31 December 1899.
      const born = new Date(Date.UTC(1899, 11, 31) + Number(number.slice(0, 5)) * 86_400_000)
      expect(born.getUTCFullYear()).toBeGreaterThan(2063)
      expect(Number(number[8]) % 2).toBe(isWoman ? 0 : 1)
    }
})

test('an IBAN checks and names a bank that there is not', () => {
  for (const iban of many(drawIban)) {
    expect(iban).toMatch(/^UA\d{2}999999\d{19}$/)
    const rearranged = `${iban.slice(4)}3010${iban.slice(2, 4)}`
    expect(BigInt(rearranged) % 97n).toBe(1n)
  }
})

test('car and passport numbers are noughts', () => {
  for (const plate of many(drawPlate)) expect(plate).toMatch(/^[АВЕІКМНОРСТХ]{2} 0000 [АВЕІКМНОРСТХ]{2}$/)
  for (const passport of many(drawPassport)) expect(passport).toMatch(/^[АВЕІКМНОРСТХ]{2} 000000$/)
})

test('codes of legal entities are apart, and their check digit obeys the rule', () => {
  const codes = Array.from({length: 400}, (_, index) => legalCode(index))
  expect(new Set(codes).size).toBe(400)
  for (const code of codes) {
    expect(code).toMatch(/^99\d{6}$/)
    const digits = [...code].map(Number)
    const sum = (weights: number[]) =>
      weights.reduce((total, weight, at) => total + weight * digits[at]!, 0) % 11
    const first = sum([1, 2, 3, 4, 5, 6, 7])
    expect(digits[7]).toBe(first < 10 ? first : sum([3, 4, 5, 6, 7, 8, 9]) % 10)
  }
})
