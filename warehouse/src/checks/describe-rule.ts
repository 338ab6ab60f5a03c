import {type Check, columnsOf, type Dataset, durationMs, type Text} from '@hromada/datasets'

type Bound = number | string | null

/** What a rule says to people: what holds where nothing is found, and what is wrong where something is. */
export type RuleText = {holds: Text; broken: Text}

/** A rule in both languages. Columns go by their names, as in the table that readers download. */
export function describeRule(rule: Check, dataset: Dataset): RuleText {
  const text = textOf(rule, dataset)
  const where = Object.entries(rule.where)
  if (where.length === 0) return text
  const words = (of: string) =>
    where.map(([column, values]) => `${column} ${of} ${values.join(' / ')}`).join(', ')
  const [uk, en] = [`, де ${words('–')}`, `, where ${words('is')}`]
  return {
    holds: {uk: text.holds.uk + uk, en: text.holds.en + en},
    broken: {uk: text.broken.uk + uk, en: text.broken.en + en},
  }
}

function textOf(rule: Check, dataset: Dataset): RuleText {
  const names = columnsOf(rule).join(', ')
  switch (rule.kind) {
    case 'range': {
      const {uk, en} = between(rule.from, rule.to)
      const outside = beyond(rule.from, rule.to)
      return {
        holds: {uk: `${names}: ${uk}`, en: `${names} is ${en}`},
        broken: {uk: `Значення ${outside.uk}`, en: `The value is ${outside.en}`},
      }
    }
    case 'pattern':
      return {
        holds: {uk: `${names}: ${rule.means.uk}`, en: `${names} has the form: ${rule.means.en}`},
        broken: {
          uk: `Значення має інший вигляд, ніж слід: ${rule.means.uk}`,
          en: `The value does not have the form that it should have: ${rule.means.en}`,
        },
      }
    case 'order': {
      const isTime = /date|timestamp/.test(dataset.columns[rule.column]!.type)
      const [a, b] = [rule.column, rule.than]
      const words = isTime
        ? {less: ['раніше', 'earlier'], more: ['пізніше', 'later']}
        : {less: ['менше', 'less'], more: ['більше', 'more']}
      const [strict, not] = [rule.isStrict ? words.less : words.more, ['не ', 'no ']]
      const isSo = rule.isStrict ? ['', ''] : not
      const isNot = rule.isStrict ? not : ['', '']
      return {
        holds: {
          uk: `${a} ${isSo[0]}${strict[0]}, ніж ${b}`,
          en: `${a} is ${isSo[1]}${strict[1]} than ${b}`,
        },
        broken: {
          uk: `${a} ${isNot[0]}${strict[0]}, ніж ${b}`,
          en: `${a} is ${isNot[1]}${strict[1]} than ${b}`,
        },
      }
    }
    case 'filled':
      return {
        holds: {uk: `${names}: заповнено`, en: `${names} is filled`},
        broken: {uk: 'Значення немає', en: 'There is no value'},
      }
    case 'past':
      return {
        holds: {
          uk: `${names} не пізніше дня отримання файлу`,
          en: `${names} is no later than the day the file was fetched`,
        },
        broken: {
          uk: 'Дата пізніша за день отримання файлу',
          en: 'The date is later than the day the file was fetched',
        },
      }
    case 'in-city':
    case 'shape-in-city':
      return {
        holds: {uk: `${names}: у межах міста`, en: `${names} lies in the city`},
        broken: {uk: 'Місце лежить поза містом', en: 'The place lies outside the city'},
      }
    case 'unique':
      return {
        holds: {uk: `Не повторюється: ${names}`, en: `No combination comes twice: ${names}`},
        broken: {uk: `Таке вже було: ${names}`, en: `It was there before: ${names}`},
      }
    case 'relation': {
      const {column} = rule.to
      const {title} = rule.to.dataset ?? dataset
      return {
        holds: {
          uk: `${names} є в наборі «${title.uk}» (${column})`,
          en: `${names} is in “${title.en}” (${column})`,
        },
        broken: {
          uk: `Такого значення немає в наборі «${title.uk}» (${column})`,
          en: `There is no such value in “${title.en}” (${column})`,
        },
      }
    }
    case 'sum': {
      const sum = `${rule.whole} = ${rule.parts.join(' + ')} (${rule.by})`
      return {
        holds: {uk: `${names}: ${sum}`, en: `${names}: ${sum}`},
        broken: {
          uk: `Ціле не дорівнює сумі частин: ${sum}`,
          en: `The whole is not the sum of its parts: ${sum}`,
        },
      }
    }
    case 'fresh': {
      const {uk, en} = duration(rule.within)
      return {
        holds: {
          uk: `Найновіше ${names} не старше за файл більш як на ${uk}`,
          en: `The newest ${names} is at most ${en} older than the file`,
        },
        broken: {
          uk: `Найновіше значення старше за файл більш як на ${uk}`,
          en: `The newest value is more than ${en} older than the file`,
        },
      }
    }
    case 'volume': {
      const limits = [
        ...(rule.drop === null ? [] : [`−${percent(rule.drop)}`]),
        ...(rule.growth === null ? [] : [`+${percent(rule.growth)}`]),
      ].join(' … ')
      return {
        holds: {
          uk: `Кількість рядків звична: у межах ${limits} від попередніх отримань`,
          en: `The number of rows is usual: within ${limits} of earlier landings`,
        },
        broken: {
          uk: `Кількість рядків незвична: поза межами ${limits} від попередніх отримань`,
          en: `The number of rows is unusual: beyond ${limits} of earlier landings`,
        },
      }
    }
    case 'rows': {
      const {uk, en} = between(rule.from, rule.to)
      const outside = beyond(rule.from, rule.to)
      return {
        holds: {uk: `Кількість рядків: ${uk}`, en: `The number of rows is ${en}`},
        broken: {uk: `Кількість рядків ${outside.uk}`, en: `The number of rows is ${outside.en}`},
      }
    }
    case 'type':
      return {
        holds: {uk: `${names}: значення свого типу`, en: `${names} is of its type`},
        broken: {
          uk: 'Значення не того типу; його лишено порожнім',
          en: 'The value is not of the column’s type and was left empty',
        },
      }
    case 'allowed':
      return {
        holds: {uk: `${names}: лише значення з переліку`, en: `${names} is one of its values`},
        broken: {
          uk: 'Такого значення немає в переліку; його лишено порожнім',
          en: 'The value is not in the list and was left empty',
        },
      }
    case 'required':
      return {
        holds: {uk: `${names}: є в кожному рядку`, en: `${names} is in every row`},
        broken: {
          uk: 'Обовʼязкове значення відсутнє; рядок не взято',
          en: 'A value that must be there is missing; the row was left out',
        },
      }
    case 'key':
      return {
        holds: {
          uk: `Ключ не повторюється: ${dataset.key.join(', ')}`,
          en: `The key is unique: ${dataset.key.join(', ')}`,
        },
        broken: {
          uk: 'Ключ повторюється; взято останній рядок',
          en: 'The key is repeated; the last row was kept',
        },
      }
    case 'lines':
      return {
        holds: {uk: 'Усі рядки файлу прочитано', en: 'Every line of the file was read'},
        broken: {
          uk: 'Рядки файлу, яких не вдалося прочитати',
          en: 'Lines of the file that could not be read',
        },
      }
  }
}

function between(from: Bound, to: Bound): Text {
  const isTime = typeof (from ?? to) === 'string'
  const {uk: low, en: lowEn} = number(from)
  const {uk: high, en: highEn} = number(to)
  if (from !== null && to !== null) return {uk: `від ${low} до ${high}`, en: `between ${lowEn} and ${highEn}`}
  if (isTime)
    return from !== null
      ? {uk: `не раніше ${low}`, en: `no earlier than ${lowEn}`}
      : {uk: `не пізніше ${high}`, en: `no later than ${highEn}`}
  return from !== null
    ? {uk: `не менше ${low}`, en: `at least ${lowEn}`}
    : {uk: `не більше ${high}`, en: `at most ${highEn}`}
}

function beyond(from: Bound, to: Bound): Text {
  const isTime = typeof (from ?? to) === 'string'
  const {uk: low, en: lowEn} = number(from)
  const {uk: high, en: highEn} = number(to)
  if (from !== null && to !== null)
    return {uk: `не в межах від ${low} до ${high}`, en: `not between ${lowEn} and ${highEn}`}
  return from !== null
    ? {uk: `${isTime ? 'раніше' : 'менше'} за ${low}`, en: `${isTime ? 'earlier' : 'less'} than ${lowEn}`}
    : {uk: `${isTime ? 'пізніше' : 'більше'} за ${high}`, en: `${isTime ? 'later' : 'more'} than ${highEn}`}
}

/** Thousands apart by narrow blanks and a decimal comma in Ukrainian, by commas and a point in English; a real minus. */
function number(value: Bound): Text {
  if (typeof value !== 'number') return {uk: value ?? '', en: value ?? ''}
  const [whole = '', decimals] = String(Math.abs(value)).split('.')
  const written = (thousands: string, point: string) =>
    (value < 0 ? '−' : '') +
    (whole.length < 5 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, thousands)) +
    (decimals ? point + decimals : '')
  return {uk: written('\u202f', ','), en: written(',', '.')}
}

const percent = (share: number) => `${Math.round(share * 1000) / 10}\u00a0%`

function duration(text: string): Text {
  const hours = durationMs(text)! / 3_600_000
  return hours % 24 === 0
    ? {uk: `${hours / 24} дн.`, en: hours === 24 ? 'a day' : `${hours / 24} days`}
    : {uk: `${hours} год`, en: hours === 1 ? 'an hour' : `${hours} hours`}
}
