import {describe, expect, test} from 'vitest'
import {formatter} from './format.ts'
import {en} from './i18n/en.ts'
import {uk} from './i18n/uk.ts'

// Narrow no-break space between groups, no-break space before units.
const group = '\u202f'
const space = '\u00a0'

describe('Ukrainian', () => {
  const f = formatter(uk.writing, 'Europe/Kyiv')

  test('numbers have groups, a decimal comma and a real minus', () => {
    expect(f.number(17_164_550_417.85, 1)).toBe(`17${group}164${group}550${group}417,9`)
    expect(f.number(1234)).toBe(`1${group}234`)
    expect(f.number(-0.04, 1)).toBe('0,0')
    expect(f.number(-12.5, 1)).toBe('−12,5')
    expect(f.signed(8.2)).toBe('+8,2')
  })

  test('money is in millions, shares in per cent, units stand behind a no-break space', () => {
    expect(f.money(17_164_550_417.85)).toBe(`17${group}164,6${space}млн${space}₴`)
    expect(f.percent(0.956)).toBe(`95,6${space}%`)
    expect(f.change(0.3299)).toBe(`+33${space}%`)
    expect(f.change(-0.07)).toBe(`−7${space}%`)
    expect(f.unit(27.4, 'м', 0)).toBe(`27${space}м`)
    expect(f.bytes(451_000)).toBe(`451${space}кБ`)
    expect(f.bytes(3_900_000)).toBe(`3,9${space}МБ`)
  })

  test('nouns take the form their number asks for', () => {
    const words = [1, 2, 5, 11, 21, 22, 25].map(n => f.plural(n, uk.count.rows))
    expect(words).toEqual(['рядок', 'рядки', 'рядків', 'рядків', 'рядок', 'рядки', 'рядків'])
    expect(f.plural(5.1, uk.count.days)).toBe('доби')
    expect(f.count(121_245, uk.count.appeals)).toBe(`121${group}245${space}звернень`)
  })

  test('dates and months are in the nominative, without "р."', () => {
    expect(f.date('2025-12-31')).toBe('31.12.2025')
    expect(f.longDate('2026-06-30')).toBe('30 червня 2026')
    expect(f.dayMonth('2025-12-31')).toBe('31 грудня')
    expect(f.month('2026-06-01')).toBe('червень 2026')
    expect([1, 3, 12].map(f.monthShort)).toEqual(['січ', 'бер', 'груд'])
  })

  test('a timestamp is shown by the clock of the city, and belongs to its day', () => {
    expect(f.moment('2024-04-23T00:07:00Z')).toBe('23.04.2024, 03:07')
    expect(f.date('2024-04-22T22:30:00Z')).toBe('23.04.2024')
  })
})

test('English: commas, points, its own order of a date', () => {
  const f = formatter(en.writing, 'Europe/London')
  expect(f.number(5_323_210_647, 2)).toBe('5,323,210,647.00')
  expect(f.money(8_580_263_709)).toBe(`8,580.3${space}M${space}UAH`)
  expect(f.date('2026-06-30')).toBe('30 Jun 2026')
  expect(f.month('2026-06-01')).toBe('June 2026')
  expect(f.moment('2026-06-30T10:00:00Z')).toBe('30 Jun 2026, 11:00')
  expect(f.count(1, en.count.rows)).toBe(`1${space}row`)
})
