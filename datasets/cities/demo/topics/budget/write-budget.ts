import type {Dirt} from '../../chapter.ts'
import {Draw} from '../../tools/numbers/draw.ts'
import {two} from '../../tools/time/days.ts'
import type {CsvFile} from '../../tools/write/csv-file.ts'
import type {Outbox} from '../../tools/write/outbox.ts'
import {
  creditLines,
  economicLines,
  expenseColumns,
  financeLines,
  incomeLines,
  isReported,
  type Line,
  programLines,
} from './budget-rows.ts'
import type {BudgetYear} from './budget-year.ts'
import {decimalComma} from './decimal-comma.ts'

/** The budget's code at the treasury changed with the year 2023. */
export const budgetCode = (year: number): string => (year < 2023 ? '99201000000' : '99202000000')

/** A report of the treasury: its lines, and its columns after REP_PERIOD, FUND_TYP and COD_BUDGET. */
type Report = {
  file: string
  codes: readonly string[]
  amounts: readonly string[]
  lines: (budget: BudgetYear) => Line[]
}

const reports: Report[] = [
  {
    file: 'incomes',
    codes: ['COD_INCO', 'NAME_INC'],
    amounts: ['ZAT_AMT', 'PLANS_AMT', 'FAKT_AMT'],
    lines: incomeLines,
  },
  {
    file: 'expenses-economic',
    codes: ['COD_CONS_EK', 'COD_CONS_EK_NAME'],
    amounts: expenseColumns,
    lines: economicLines,
  },
  {
    file: 'expenses-program',
    codes: [
      'COD_CONS_MB_PK',
      'COD_CONS_MB_PK_NAME',
      'COD_CONS_MB_FK',
      'COD_CONS_MB_FK_NAME',
      'COD_CONS_EK',
      'COD_CONS_EK_NAME',
    ],
    amounts: expenseColumns,
    lines: programLines,
  },
  {
    file: 'financing',
    codes: ['COD_FINA', 'NAME_FIN'],
    amounts: ['ZAT_AMT', 'FAKT_AMT'],
    lines: financeLines,
  },
  {
    file: 'credits',
    codes: ['COD_CRED_KK', 'COD_CRED_KK_NAME'],
    amounts: ['ZAT_AMT', 'PLANS_AMT', 'FAKT_AMT', 'FAKTBN_AMT'],
    lines: creditLines,
  },
]

const style = {delimiter: ';', encoding: 'windows-1251', lineEnd: '\r\n'} as const

/** Longer names are cut by the service. */
const nameLimit = 600

/** Which year's files carry which faults. */
type DirtyYears = {
  /** Its programme file went through a spreadsheet, which took the noughts in front of codes away. */
  withoutNoughts: number
  /** Its incomes have June twice: as first reported, and at the end of the file as it became. */
  twice: number
  /** Its incomes have amounts with blanks between thousands. */
  blanks: number
  /** Its economic file has lines twice. */
  repeated: number
}

/** Writes the five reports of every year, a file each, as the treasury's open service answers. */
export function writeBudget(
  seed: number,
  years: readonly BudgetYear[],
  dirty: DirtyYears,
  outbox: Outbox,
): Dirt[] {
  const dirt: Dirt[] = []
  for (const report of reports)
    for (const budget of years) dirt.push(...writeReport(seed, report, budget, dirty, outbox))
  dirt.push({
    file: 'budget/*.demo.csv',
    fault: {uk: 'файл у windows-1251 без жодної позначки', en: 'a file in windows-1251 without any mark'},
    count: reports.length * years.length,
  })
  return dirt
}

function writeReport(
  seed: number,
  {file, codes, amounts, lines}: Report,
  budget: BudgetYear,
  dirty: DirtyYears,
  outbox: Outbox,
): Dirt[] {
  const {year, months} = budget
  const path = `budget/${file}-${year}.demo.csv`
  const csv = outbox.csv(path, ['REP_PERIOD', 'FUND_TYP', 'COD_BUDGET', ...codes, ...amounts], style)
  const writer = new LineWriter(csv, year, new Draw(seed, 'budget dirt', file, year))
  writer.losesNoughts = file === 'expenses-program' && year === dirty.withoutNoughts
  const all = lines(budget)
  const isTwice = file === 'incomes' && year === dirty.twice && months >= june + 1
  for (let month = 0; month < months; month++) {
    writer.blankShare = file === 'incomes' && year === dirty.blanks ? 0.04 : 0
    writer.repeatShare = file === 'expenses-economic' && year === dirty.repeated ? 0.02 : 0
    for (const line of all)
      if (isReported(line, month)) writer.write(line, month, isTwice && month === june ? 0.998 : 1)
  }
  let superseded = 0
  if (isTwice)
    for (const line of all)
      if (isReported(line, june)) {
        writer.write(line, june, 1)
        superseded++
      }
  outbox.done(csv)
  const found: [count: number, uk: string, en: string][] = [
    [writer.cut, 'назву обрізано на 600 знаках', 'a name is cut at 600 characters'],
    [
      writer.lost,
      'код без нулів на початку (111 замість 0111)',
      'a code without its leading noughts (111 for 0111)',
    ],
    [writer.blanks, 'пробіли між тисячами в сумі', 'blanks between thousands in an amount'],
    [writer.repeats, 'рядок повторено', 'a row is repeated'],
    [
      superseded,
      'рядок червня подано двічі: чинний той, що в кінці файла',
      'a row of June is there twice: the one at the end of the file is in force',
    ],
  ]
  return found.filter(([count]) => count > 0).map(([count, uk, en]) => ({file: path, fault: {uk, en}, count}))
}

const june = 5

class LineWriter {
  blankShare = 0
  repeatShare = 0
  losesNoughts = false
  blanks = 0
  repeats = 0
  cut = 0
  lost = 0
  #csv: CsvFile
  #year: number
  #draw: Draw

  constructor(csv: CsvFile, year: number, draw: Draw) {
    this.#csv = csv
    this.#year = year
    this.#draw = draw
  }

  /** @param share of the month's money that was known when the line was reported; incomes only */
  write({codes, fund, amounts}: Line, month: number, share: number): void {
    const row: (string | null)[] = [`${two(month + 1)}.${this.#year}`, fund, budgetCode(this.#year)]
    for (const code of codes) row.push(this.#text(code))
    amounts.forEach((months, column) => {
      if (months === null) row.push(null)
      else {
        // The last amount of an income line is what was executed.
        const isExecuted = column === amounts.length - 1
        const before = month > 0 ? months[month - 1]! : 0
        const known = isExecuted ? before + Math.round((months[month]! - before) * share) : months[month]!
        row.push(this.#amount(known))
      }
    })
    this.#csv.row(row)
    if (this.repeatShare > 0 && this.#draw.chance(this.repeatShare)) {
      this.#csv.row(row)
      this.repeats++
    }
  }

  #text(text: string): string {
    if (this.losesNoughts && /^0\d+$/.test(text)) {
      this.lost++
      return text.replace(/^0+/, '')
    }
    if (text.length <= nameLimit) return text
    this.cut++
    return text.slice(0, nameLimit)
  }

  #amount(kopiykas: number): string {
    const text = decimalComma(kopiykas)
    if (this.blankShare === 0 || Math.abs(kopiykas) < 100_000 || !this.#draw.chance(this.blankShare))
      return text
    this.blanks++
    return text.replace(/\B(?=(\d{3})+,)/g, this.#draw.chance(0.5) ? ' ' : '\u00a0')
  }
}
