import {freshnessOf} from '@hromada/pipelines'
import {type Build, faultsIn} from '../build/build.ts'
import {isBroken} from '../checks/rule-result.ts'
import {defineSeed, type Model} from '../model.ts'

const dayMs = 86_400_000

/** How each dataset of each city is: how new, how many rows now and before, how many rules are broken. */
export function healthTable(built: Build): Model {
  const rows = built.landings.map(({city, feed: {dataset}, manifest, rowsBefore}) => {
    const {everyDays} = freshnessOf(manifest.retrievedAt, dataset.cadence, new Date(manifest.retrievedAt))
    const isThis = (one: {city: string; dataset: string}) =>
      one.city === city.id && one.dataset === dataset.id
    const results = built.checked.find(isThis)?.results ?? []
    const faults = faultsIn(built, city.id, dataset.id)
    const held = built.heldBack.find(
      ({landing}) => landing.city.id === city.id && landing.feed.dataset.id === dataset.id,
    )
    return {
      city: city.id,
      dataset: dataset.id,
      title_uk: dataset.title.uk,
      title_en: dataset.title.en,
      retrieved_at: manifest.retrievedAt,
      // What is due depends on the day on which somebody looks; the day until which nothing is, does not.
      next_due_at:
        everyDays === null
          ? null
          : new Date(Date.parse(manifest.retrievedAt) + everyDays * dayMs).toISOString(),
      rows: built.staged.find(isThis)?.rows ?? 0,
      rows_landed: manifest.records.landed,
      rows_landed_before: rowsBefore,
      rules: results.filter(({asked}) => asked > 0).length,
      rules_broken: results.filter(isBroken).length,
      findings_noted: faults.filter(({severity}) => severity === 'info').length,
      findings_shown: faults.filter(({severity}) => severity !== 'info').length,
      held_back_since: held?.since ?? null,
    }
  })
  return defineSeed({
    name: 'dataset_health',
    title: {uk: 'Стан наборів даних', en: 'Health of the datasets'},
    describe: {
      uk: 'Кожен набір кожного міста: коли отримано, коли чекати наступного, скільки рядків, скільки правил перевірено й порушено.',
      en: 'Each dataset of each city: when it was fetched, when the next is due, how many rows, how many rules were asked and are broken.',
    },
    grain: ['city', 'dataset'],
    publish: true,
    // A dataset of which nothing can be used is in the findings.
    largestDrop: 1,
    columns: {
      city: {type: 'text', uk: 'Місто', en: 'City'},
      dataset: {type: 'text', uk: 'Набір даних', en: 'Dataset'},
      title_uk: {type: 'text', uk: 'Назва українською', en: 'Title in Ukrainian'},
      title_en: {type: 'text', uk: 'Назва англійською', en: 'Title in English'},
      retrieved_at: {type: 'timestamp', uk: 'Коли отримано', en: 'When it was fetched'},
      next_due_at: {
        type: 'timestamp',
        nullable: true,
        uk: 'Коли чекати наступного; порожньо, якщо видавець не обіцяв',
        en: 'When the next is due; empty where the publisher has not promised any',
      },
      rows: {type: 'integer', unit: '1', uk: 'Рядків у роботі', en: 'Rows in use'},
      rows_landed: {type: 'integer', unit: '1', uk: 'Рядків отримано', en: 'Rows fetched'},
      rows_landed_before: {
        type: 'integer',
        nullable: true,
        unit: '1',
        uk: 'Рядків отримано попереднього разу; порожньо, якщо його не було',
        en: 'Rows fetched the time before; empty where there was none',
      },
      rules: {type: 'integer', unit: '1', uk: 'Правил перевірено', en: 'Rules asked'},
      rules_broken: {type: 'integer', unit: '1', uk: 'Правил порушено', en: 'Rules broken'},
      findings_noted: {
        type: 'integer',
        unit: '1',
        uk: 'Знахідок, які лише зазначено',
        en: 'Findings that are only noted',
      },
      findings_shown: {
        type: 'integer',
        unit: '1',
        uk: 'Знахідок, на які слід зважати',
        en: 'Findings to be reckoned with',
      },
      held_back_since: {
        type: 'timestamp',
        nullable: true,
        uk: 'Відколи новіші дані не беруться, бо порушено правило',
        en: 'Since when newer data are not used, because a rule is broken',
      },
    },
    rows: () => rows,
  }) as Model
}
