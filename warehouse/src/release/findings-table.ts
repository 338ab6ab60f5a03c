import type {Dataset} from '@hromada/datasets'
import type {FindingRule} from '@hromada/pipelines'
import {type Build, faultsIn} from '../build/build.ts'
import type {Fault} from '../checks/faults-of.ts'
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
  repeated_value: {
    uk: 'Запис дає стовпцю кілька значень; лишилося останнє',
    en: 'A record gives a column several values; the last stays',
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
  before_clocks: {
    uk: 'Подія датована до 1971 року, як показує годинник, якого не налаштували; значення лишено порожнім',
    en: 'An event is dated before 1971, as clocks say that were never set; the value was left empty',
  },
  column_absent: {uk: 'Стовпця у файлі немає', en: 'The file has no such column'},
  column_added: {
    uk: 'У файлі зʼявився стовпець, якого раніше не було',
    en: 'The file has a column that it did not have before',
  },
  column_gone: {
    uk: 'З файлу зник стовпець, із якого нічого не береться',
    en: 'A column that nothing is read from is gone from the file',
  },
  column_emptied: {
    uk: 'Стовпець, раніше заповнений, порожній в усіх рядках',
    en: 'A column that was filled before is empty in every row',
  },
  repeated_file: {
    uk: 'Один із файлів такий самий, як інший; його прочитано один раз',
    en: 'One of the files is the same as another and was read once',
  },
  required: {
    uk: 'Обовʼязкове значення відсутнє; рядок не взято',
    en: 'A value that must be there is missing; the row was left out',
  },
  duplicate_key: {
    uk: 'Ключ повторюється; взято останній рядок',
    en: 'The key is repeated; the last row was kept',
  },
}

/** Faults of one city's rows of a dataset as they may be published: no values of columns that are not public. */
export function publishedFindings({columns, homes}: Dataset, faults: Fault[]): ReleaseFinding[] {
  const isPublic = (name: string | null) =>
    name !== null && (columns[name]?.privacy === 'public' || columns[name]?.privacy === 'public_by_law')
  // A text in the wrong column may be a telephone number, so only types without words are quoted; nor is a home's place.
  const isQuotable = (name: string | null) =>
    isPublic(name) &&
    name !== homes?.lon &&
    name !== homes?.lat &&
    ['integer', 'number', 'decimal', 'date', 'timestamp', 'boolean'].includes(columns[name!]!.type)
  return faults.map(({rule, column, severity, count, asked, allowed, rows, example, message}) => ({
    rule,
    column,
    severity,
    count,
    ...(asked === null ? {} : {checked: asked, allowed}),
    rows,
    example:
      isQuotable(column) && example !== null && /^[\d\s.,:/+−T-]{1,40}$/.test(example) ? example : null,
    message: message ?? messages[rule as FindingRule],
  }))
}

type Found = {city: string; dataset: string; isHeldBack: boolean; finding: ReleaseFinding}

/** What is wrong with the rows in use, and why newer ones are not used: the latter instead of the same in older rows. */
function everyFinding(build: Build): Found[] {
  const {landings, heldBack} = build
  const held = heldBack.flatMap(({landing: {city, feed}, faults}) =>
    publishedFindings(feed.dataset, faults).map(
      (finding): Found => ({city: city.id, dataset: feed.dataset.id, isHeldBack: true, finding}),
    ),
  )
  const inUse = landings.flatMap(({city, feed}) =>
    publishedFindings(feed.dataset, faultsIn(build, city.id, feed.dataset.id)).map(
      (finding): Found => ({city: city.id, dataset: feed.dataset.id, isHeldBack: false, finding}),
    ),
  )
  const nameOf = ({city, dataset, finding: {rule, column}}: Found) =>
    JSON.stringify([city, dataset, rule, column])
  const told = new Set(held.map(nameOf))
  return [...held, ...inUse.filter(one => !told.has(nameOf(one)))]
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
      checked: {
        type: 'integer',
        nullable: true,
        unit: '1',
        uk: 'Скільки рядків перевірено; порожньо, де цього не рахували',
        en: 'How many rows were checked; empty where nobody counted them',
      },
      share: {type: 'number', nullable: true, unit: '1', uk: 'Частка', en: 'Share'},
      allowed: {
        type: 'integer',
        nullable: true,
        unit: '1',
        uk: 'Скільки правило дозволяє; у цих межах знахідку лише зазначено',
        en: 'How many the rule allows; up to there it is only noted',
      },
      is_held_back: {
        type: 'boolean',
        uk: 'Чи через це нові дані не взято і показано давніші',
        en: 'Whether newer data are not used because of it, and older ones are shown',
      },
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
      everyFinding(build).map(({city, dataset, isHeldBack, finding}) => ({
        city,
        dataset,
        rule: finding.rule,
        column_name: finding.column ?? '',
        severity: finding.severity,
        faults: finding.count,
        checked: finding.checked ?? null,
        share: finding.checked ? finding.count / finding.checked : null,
        allowed: finding.allowed ?? null,
        is_held_back: isHeldBack,
        first_rows: finding.rows.join(', '),
        example: finding.example,
        message_uk: finding.message.uk,
        message_en: finding.message.en,
      })),
  })
