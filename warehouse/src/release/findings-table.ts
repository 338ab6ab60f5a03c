import type {FindingRule} from '@hromada/pipelines'
import {type Build, findingsOf} from '../build/build.ts'
import {defineSeed} from '../model.ts'
import type {ReleaseFinding} from './release-manifest.ts'

/** What each rule says, to a person. */
const messages: Record<FindingRule, {uk: string; en: string}> = {
  byte_order_mark: {
    uk: 'Файл починається з позначки порядку байтів; її пропущено',
    en: 'The file starts with a byte-order mark, which was skipped',
  },
  encoding: {uk: 'Файл не в UTF-8; його перекодовано', en: 'The file is not in UTF-8 and was decoded'},
  empty_file: {
    uk: 'Один із файлів порожній; решту прочитано',
    en: 'One of the files is empty; the others were read',
  },
  duplicate_header: {uk: 'Два стовпці мають однаковий заголовок', en: 'Two columns carry the same header'},
  too_many_cells: {
    uk: 'У рядку більше комірок, ніж у заголовку; його відкладено',
    en: 'The line has more cells than the header and was set aside',
  },
  too_few_cells: {
    uk: 'У рядку менше комірок, ніж у заголовку; його відкладено',
    en: 'The line has fewer cells than the header and was set aside',
  },
  broken_line: {
    uk: 'Рядок не вдалося поділити на комірки; його відкладено',
    en: 'The line could not be split into cells and was set aside',
  },
  unterminated_quote: {uk: 'Лапки відкрито й не закрито', en: 'A quote was opened and never closed'},
  records_missing: {
    uk: 'Прочитані й відкладені записи не дають разом усіх записів файлу',
    en: 'Records read and set aside do not add up to the records in the file',
  },
  type: {
    uk: 'Значення не того типу; його лишено порожнім',
    en: 'The value is not of the column’s type and was left empty',
  },
  not_allowed: {
    uk: 'Такого значення немає в переліку; його лишено порожнім',
    en: 'The value is not in the list and was left empty',
  },
  in_future: {
    uk: 'Подія минулого датована днем після отримання файлу; значення лишено порожнім',
    en: 'An event of the past is dated after the file was fetched; the value was left empty',
  },
  column_absent: {uk: 'Стовпця у файлі немає', en: 'The file has no such column'},
  required: {
    uk: 'Обовʼязкове значення відсутнє; рядок не взято',
    en: 'A value that must be there is missing; the row was left out',
  },
  duplicate_key: {
    uk: 'Ключ повторюється; взято останній рядок',
    en: 'The key is repeated; the last row was kept',
  },
}

/** Findings of one city's feed as they may be published: no values of columns that are not public. */
export function publishedFindings(build: Build, city: string, dataset: string): ReleaseFinding[] {
  const columns =
    build.landings.find(one => one.city.id === city && one.feed.dataset.id === dataset)?.feed.dataset
      .columns ?? {}
  const isPublic = (name: string | null) =>
    name !== null && (columns[name]?.privacy === 'public' || columns[name]?.privacy === 'public_by_law')
  // A text in the wrong column may be a telephone number, so only types without words are quoted.
  const isQuotable = (name: string | null) =>
    isPublic(name) &&
    ['integer', 'number', 'decimal', 'date', 'timestamp', 'boolean'].includes(columns[name!]!.type)
  return findingsOf(build, city, dataset).map(({rule, column, severity, count, rows, example}) => ({
    rule,
    column,
    severity,
    count,
    rows,
    example:
      isQuotable(column) && example !== null && /^[\d\s.,:/+−T-]{1,40}$/.test(example) ? example : null,
    message: messages[rule],
  }))
}

/** The findings as a published table: counts and rules, places, never values that are not public. */
export const findingsTable = (build: Build) =>
  defineSeed({
    name: 'findings',
    title: {uk: 'Знахідки', en: 'Findings'},
    describe: {
      uk: 'Що не так у файлах видавців: правило, стовпець, скільки разів і де вперше. Самі рядки нікуди не зникають.',
      en: 'What is wrong in publishers’ files: rule, column, how often and where first. The lines themselves are kept.',
    },
    grain: ['city', 'dataset', 'rule', 'column_name'],
    publish: true,
    // The fewer the better.
    largestDrop: 1,
    columns: {
      city: {type: 'text', uk: 'Місто', en: 'City'},
      dataset: {type: 'text', uk: 'Набір даних', en: 'Dataset'},
      rule: {type: 'text', uk: 'Правило', en: 'Rule'},
      column_name: {type: 'text', uk: 'Стовпець', en: 'Column'},
      severity: {type: 'text', uk: 'Вага: info, warn, block', en: 'Severity: info, warn, block'},
      faults: {type: 'integer', unit: '1', uk: 'Скільки разів', en: 'How often'},
      first_rows: {
        type: 'text',
        uk: 'Перші місця: номери записів або рядків',
        en: 'First places: numbers of records or lines',
      },
      example: {type: 'text', nullable: true, uk: 'Приклад', en: 'Example'},
      message_uk: {type: 'text', uk: 'Пояснення українською', en: 'Explanation in Ukrainian'},
      message_en: {type: 'text', uk: 'Пояснення англійською', en: 'Explanation in English'},
    },
    rows: () =>
      build.landings.flatMap(({city, feed}) =>
        publishedFindings(build, city.id, feed.dataset.id).map(finding => ({
          city: city.id,
          dataset: feed.dataset.id,
          rule: finding.rule,
          column_name: finding.column ?? '',
          severity: finding.severity,
          faults: finding.count,
          first_rows: finding.rows.join(', '),
          example: finding.example,
          message_uk: finding.message.uk,
          message_en: finding.message.en,
        })),
      ),
  })
