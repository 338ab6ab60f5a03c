/** How a language writes numbers and dates. */
export type Writing = {
  /** BCP 47 tag for dates, plurals and sorting. */
  locale: string
  /** Between groups of three digits, and before the fraction. */
  group: string
  decimal: string
  /** Unit names after a number. */
  million: string
  units: {byte: string; kilobyte: string; megabyte: string}
}

/** Plural forms of a language's nouns, as CLDR calls them; `other` is always there. */
export type Forms = {one?: string; few?: string; many?: string; other: string}

const noBreak = '\u00a0'
const minus = '\u2212'

export type Format = ReturnType<typeof formatter>

/**
 * Numbers and dates as a language writes them: always grouped, a real minus, no-break spaces before % and units.
 * `zone` is the IANA zone in which timestamps are shown; dates have none.
 */
export function formatter(writing: Writing, zone = 'UTC') {
  const {locale, group, decimal} = writing
  const plain = new Map<number, Intl.NumberFormat>()
  const rules = new Intl.PluralRules(locale)
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, {timeZone: 'UTC', ...options})
    // Ukrainian formats end in "р." (year), which only adds noise in a table.
    return (value: Date) => format.format(value).replace(/\s+р\.$/, '')
  }
  const [longDate, dayMonth, shortDate, monthYear, monthOnly, monthShort] = [
    dates({day: 'numeric', month: 'long', year: 'numeric'}),
    dates({day: 'numeric', month: 'long'}),
    dates(
      decimal === ','
        ? {day: '2-digit', month: '2-digit', year: 'numeric'}
        : {day: 'numeric', month: 'short', year: 'numeric'},
    ),
    dates({month: 'long', year: 'numeric'}),
    dates({month: 'long'}),
    dates({month: 'short'}),
  ]
  const moment = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    ...(decimal === ','
      ? {day: '2-digit', month: '2-digit', year: 'numeric'}
      : {day: 'numeric', month: 'short', year: 'numeric'}),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })

  /** A number with a fixed count of decimals. */
  function number(value: number, decimals = 0): string {
    if (!plain.has(decimals))
      plain.set(
        decimals,
        new Intl.NumberFormat('en', {
          minimumFractionDigits: decimals,
          maximumFractionDigits: decimals,
          useGrouping: true,
        }),
      )
    const text = plain.get(decimals)!.format(value)
    const unsigned = text.replace(/^-/, '').replace(/[,.]/g, sign => (sign === ',' ? group : decimal))
    return text.startsWith('-') && /[1-9]/.test(text) ? minus + unsigned : unsigned
  }

  return {
    writing,
    zone,
    number,
    /** Hryvnias as millions, without the unit. */
    millions: (uah: number, decimals = 1) => number(uah / 1e6, decimals),
    /** Hryvnias as millions, with the unit. */
    money: (uah: number, decimals = 1) => `${number(uah / 1e6, decimals)}${noBreak}${writing.million}`,
    /** A share of one as per cent. */
    percent: (share: number, decimals = 1) => `${number(share * 100, decimals)}${noBreak}%`,
    /** The same with its sign: what changed. */
    change: (share: number, decimals = 0) =>
      `${share > 0 ? '+' : ''}${number(share * 100, decimals)}${noBreak}%`,
    signed: (value: number, decimals = 1) => `${value > 0 ? '+' : ''}${number(value, decimals)}`,
    unit: (value: number, unit: string, decimals = 0) => `${number(value, decimals)}${noBreak}${unit}`,
    /** A noun in the form the number asks for, after the number. */
    count: (value: number, forms: Forms) =>
      `${number(value)}${noBreak}${forms[rules.select(value) as keyof Forms] ?? forms.other}`,
    /** The noun alone. */
    plural: (value: number, forms: Forms) => forms[rules.select(value) as keyof Forms] ?? forms.other,
    bytes: (bytes: number) =>
      bytes < 1000
        ? `${number(bytes)}${noBreak}${writing.units.byte}`
        : bytes < 1e6
          ? `${number(bytes / 1e3)}${noBreak}${writing.units.kilobyte}`
          : `${number(bytes / 1e6, 1)}${noBreak}${writing.units.megabyte}`,
    /** 31.12.2025 or 31 Dec 2025, from `YYYY-MM-DD` or a timestamp's day in the city's zone. */
    date: (value: string) => shortDate(dayOf(value, zone)),
    longDate: (value: string) => longDate(dayOf(value, zone)),
    dayMonth: (value: string) => dayMonth(dayOf(value, zone)),
    moment: (value: string) => moment.format(new Date(value)),
    /** червень 2026, from any day of the month. */
    month: (value: string) => monthYear(dayOf(value, zone)),
    /** Name of a month, 1 to 12. */
    monthName: (month: number) => monthOnly(new Date(Date.UTC(2024, month - 1, 1))),
    monthShort: (month: number) => monthShort(new Date(Date.UTC(2024, month - 1, 1))).replace(/\.$/, ''),
    compare: new Intl.Collator(locale).compare,
  }
}

/** The day a value names, as that day's midnight in UTC. */
function dayOf(value: string, zone: string): Date {
  if (value.length === 10) return new Date(`${value}T00:00:00Z`)
  return new Date(`${new Intl.DateTimeFormat('en-CA', {timeZone: zone}).format(new Date(value))}T00:00:00Z`)
}
