import {dayMilliseconds, holidays, isoDate} from './holidays.ts'

export type CalendarDay = {
  date: string
  /** Names of the holiday, null on other days. */
  holiday_uk: string | null
  holiday_en: string | null
  is_working: boolean
  /** Working days from the first day of the calendar to this one, with it: differences count the days between. */
  working_day_number: number
}

/** While martial law lasts, holidays are worked: Law of Ukraine 2136-IX, article 6. */
const martialLawFrom = '2022-02-24'

/**
 * Every day from one year to another. In Ukraine weekends and holidays are free, and a holiday on a weekend frees the next
 * Monday (Labour Code, article 67), until 24 February 2022; of other countries only weekends are known.
 */
export function calendarDays(country: string, firstYear: number, lastYear: number): CalendarDay[] {
  const named = new Map(
    country === 'UA'
      ? Array.from({length: lastYear - firstYear + 1}, (_, index) => holidays(firstYear + index))
          .flat()
          .map(one => [one.date, one])
      : [],
  )
  const days: CalendarDay[] = []
  let owed = 0
  let number = 0
  for (let at = Date.UTC(firstYear, 0, 1); at <= Date.UTC(lastYear, 11, 31); at += dayMilliseconds) {
    const date = isoDate(at)
    const holiday = named.get(date)
    const isWeekend = [0, 6].includes(new Date(at).getUTCDay())
    const isFree = date < martialLawFrom
    if (isFree && isWeekend && holiday) owed++
    let isWorking = !isWeekend && !(isFree && holiday)
    if (isWorking && owed > 0) {
      owed--
      isWorking = !isFree
    }
    if (isWorking) number++
    days.push({
      date,
      holiday_uk: holiday?.uk ?? null,
      holiday_en: holiday?.en ?? null,
      is_working: isWorking,
      working_day_number: number,
    })
  }
  return days
}
