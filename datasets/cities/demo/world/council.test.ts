import {describe, expect, test} from 'vitest'
import {dayOf, isoDate} from '../tools/time/days.ts'
import {isWorkingDay} from '../tools/time/working-days.ts'
import {decisionNumber, sessionDay} from './council.ts'

const serial = (day: number, place = 0) => Number.parseInt(decisionNumber(1, day, place), 10)

describe('decisions of the council', () => {
  test('the eighth convocation begins with 1-VIII in December 2020', () => {
    expect(decisionNumber(1, dayOf(2020, 12, 3), 0)).toBe('1-VIII')
  })

  test('numbers grow with the day and never begin again', () => {
    for (let month = 0; month < 70; month++) {
      const [year, at] = [2021 + Math.floor(month / 12), (month % 12) + 1]
      const session = sessionDay(1, year, at)
      expect([isoDate(session), isWorkingDay(session)]).toEqual([isoDate(session), true])
      const numbers = [
        serial(dayOf(year, at, 1)),
        serial(session),
        serial(session, 14),
        serial(session + 1),
        serial(dayOf(at === 12 ? year + 1 : year, (at % 12) + 1, 1)),
      ]
      expect([...numbers].sort((a, b) => a - b)).toEqual(numbers)
      expect(new Set(numbers).size).toBe(numbers.length)
    }
  })

  test('a session takes 15 to 40 decisions, a year some 350', () => {
    for (let month = 1; month <= 12; month++) {
      const session = sessionDay(1, 2024, month)
      const taken = serial(session + 1) - serial(session)
      expect(taken).toBeGreaterThanOrEqual(15)
      expect(taken).toBeLessThanOrEqual(40)
    }
    const year = serial(dayOf(2025, 1, 2)) - serial(dayOf(2024, 1, 2))
    expect(year).toBeGreaterThan(280)
    expect(year).toBeLessThan(460)
  })

  test('older decisions have their convocation, and the executive committee’s none', () => {
    expect(decisionNumber(1, dayOf(2008, 5, 7), 0)).toMatch(/^\d+-V$/)
    expect(decisionNumber(1, dayOf(1995, 5, 4), 0)).toMatch(/^\d+-XXII$/)
    expect(decisionNumber(1, dayOf(1961, 2, 1), 0)).toBe('63')
  })
})
