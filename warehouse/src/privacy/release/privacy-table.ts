import {defineSeed} from '../../model.ts'
import type {PrivacyEntry} from './privacy-entry.ts'

/** The privacy report as a published table: what is not shown, how often and by which rule; never the values. */
export const privacyTable = (entries: readonly PrivacyEntry[]) =>
  defineSeed({
    name: 'privacy_report',
    title: {uk: 'Звіт про приватність', en: 'Privacy report'},
    describe: {
      uk: 'Що не опубліковано, приховано, вилучено з тексту чи показано загальніше: з якого набору, у якій таблиці й стовпці, за яким правилом і скільки разів. Самих значень тут немає.',
      en: 'What is kept back, withheld, cut out of a text or shown less closely: of which dataset, in which table and column, by which rule and how often. The values themselves are not here.',
    },
    grain: ['city', 'dataset', 'table_name', 'column_name', 'rule', 'action'],
    publish: true,
    // The fewer the better.
    largestDrop: 1,
    columns: {
      city: {type: 'text', uk: 'Місто; порожньо – усі', en: 'City; empty for all'},
      dataset: {type: 'text', uk: 'Набір даних', en: 'Dataset'},
      table_name: {
        type: 'text',
        uk: 'Таблиця; порожньо, якщо йдеться про сам набір',
        en: 'Table; empty where it is about the dataset itself',
      },
      column_name: {type: 'text', uk: 'Стовпець', en: 'Column'},
      rule: {type: 'text', uk: 'Правило', en: 'Rule'},
      policy: {
        type: 'text',
        uk: 'Що можна зі стовпцем: public, public_by_law, aggregate_only, internal, forbidden',
        en: 'What may become of the column: public, public_by_law, aggregate_only, internal, forbidden',
      },
      action: {
        type: 'text',
        uk: 'Що зроблено: kept_back не опубліковано, withheld текст прибрано, redacted частину тексту замінено, suppressed число приховано, coarsened показано загальніше, chooses_rows лише визначає рядки, published опубліковано за рішенням',
        en: 'What was done: kept_back, withheld, redacted, suppressed, coarsened, chooses_rows, or published by a decision',
      },
      cells: {type: 'integer', unit: '1', uk: 'Скільки значень', en: 'How many values'},
      message_uk: {type: 'text', uk: 'Пояснення українською', en: 'Explanation in Ukrainian'},
      message_en: {type: 'text', uk: 'Пояснення англійською', en: 'Explanation in English'},
    },
    rows: () =>
      entries.map(({city, dataset, table, column, rule, policy, action, cells, description}) => ({
        city,
        dataset,
        table_name: table,
        column_name: column,
        rule,
        policy,
        action,
        cells,
        message_uk: description.uk,
        message_en: description.en,
      })),
  })
