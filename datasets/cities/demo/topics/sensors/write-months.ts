import {isoDate} from '../../tools/time/days.ts'
import {toKyiv} from '../../tools/time/kyiv-clock.ts'
import type {CsvFile} from '../../tools/write/csv-file.ts'
import type {Outbox} from '../../tools/write/outbox.ts'
import type {SensorPeriod} from './sensor-period.ts'

/** A series that is published as a file a month. */
export type MonthlySeries = {
  /** air/lun: its files are called air/lun-2026-11.demo.csv. */
  path: string
  header: readonly string[]
  delimiter: ',' | ';'
  /** The clock of the one who files them: by it the months turn. */
  clock: 'utc' | 'kyiv'
}

/**
 * Writes a series hour by hour, and a new file with every month.
 * @param writeHour writes the rows of one UTC hour, counted since 1970; `month` is 2026-11
 */
export function writeMonths(
  outbox: Outbox,
  {firstHour, endHour}: SensorPeriod,
  {path, header, delimiter, clock}: MonthlySeries,
  writeHour: (file: CsvFile, hour: number, month: string) => void,
): void {
  let month = ''
  let file: CsvFile | undefined
  for (let hour = firstHour; hour < endHour; hour++) {
    const now = monthText(clock === 'utc' ? hour * 60 : toKyiv(hour * 60))
    if (file === undefined || now !== month) {
      if (file) outbox.done(file)
      month = now
      file = outbox.csv(`${path}-${month}.demo.csv`, header, {delimiter})
    }
    writeHour(file, hour, month)
  }
  if (file) outbox.done(file)
}

/** 2026-11, for minutes since 1970. */
const monthText = (minute: number) => isoDate(Math.floor(minute / 1440)).slice(0, 7)
