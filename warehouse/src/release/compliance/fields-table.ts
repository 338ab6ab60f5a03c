import {headersOf} from '@hromada/pipelines'
import type {Build} from '../../build/build.ts'
import {defineSeed, type Model} from '../../model.ts'
import {edition, recommendedStructures} from './recommended-structures.ts'

/**
 * The official structure field by field: is each field in the city's file, and in which column of which published table
 * are its values. A column counts as the field's where its values come from there alone and its name says so; a table,
 * where its rows are the dataset's records. What is not published has no column: a withheld name stays withheld in every
 * structure.
 */
export function fieldsTable(built: Pick<Build, 'cities' | 'landings' | 'models'>): Model {
  const rows = built.cities
    .filter(({country}) => country === 'UA')
    .flatMap(city =>
      recommendedStructures().flatMap(({annex, resources}) =>
        resources.flatMap(({resource, dataset, fields}) => {
          const landing = built.landings.find(
            one => one.city.id === city.id && one.feed.dataset.id === dataset,
          )
          if (!landing) return []
          const table = tableOf(landing.feed.dataset, built.models)
          return fields.map(({field, isRequired}, index) => {
            const name = Object.entries(landing.feed.dataset.columns).find(([key, column]) =>
              headersOf(column, landing.feed.columns[key]).some(header => header.trim() === field.trim()),
            )?.[0]
            const column = name === undefined ? null : (table?.columns.get(name) ?? null)
            return {
              city: city.id,
              edition,
              annex,
              resource,
              position: index + 1,
              field,
              is_required: isRequired,
              dataset,
              is_in_file: landing.manifest.columns.some(column => column.trim() === field.trim()),
              table_name: column === null ? null : (table?.name ?? null),
              column_name: column,
            }
          })
        }),
      ),
    )
  return defineSeed({
    name: 'compliance_fields',
    title: {uk: 'Постанова № 835: поле за полем', en: 'Resolution No. 835: field by field'},
    describe: {
      uk: 'Кожне поле рекомендованої структури за офіційною назвою, з помилками включно: чи є воно у файлі міста і в якому стовпці якої таблиці його значення. Порожній стовпець: значень не опубліковано.',
      en: 'Each field of the recommended structure by its official name, misspelt ones included: is it in the city’s file, and which column of which table has its values. An empty column: the values are not published.',
    },
    grain: ['city', 'annex', 'resource', 'position'],
    publish: true,
    columns: {
      city: {type: 'text', uk: 'Місто', en: 'City'},
      edition: {type: 'text', uk: 'Редакція структур', en: 'Edition of the structures'},
      annex: {type: 'integer', uk: 'Номер додатка', en: 'Number of the annex'},
      resource: {type: 'text', uk: 'Таблиця набору', en: 'Table of the set'},
      position: {type: 'integer', uk: 'Яке поле за порядком', en: 'Which field it is by order'},
      field: {type: 'text', uk: 'Офіційна назва поля', en: 'Official name of the field'},
      is_required: {type: 'boolean', uk: 'Обовʼязкове', en: 'Required'},
      dataset: {type: 'text', uk: 'Набір порталу', en: 'Dataset of the portal'},
      is_in_file: {type: 'boolean', uk: 'Чи є у файлі міста', en: 'Is it in the city’s file'},
      table_name: {
        type: 'text',
        nullable: true,
        uk: 'Опублікована таблиця зі значеннями',
        en: 'Published table with its values',
      },
      column_name: {type: 'text', nullable: true, uk: 'Стовпець таблиці', en: 'Column of the table'},
    },
    rows: () => rows,
  }) as Model
}

type Dataset = Build['landings'][number]['feed']['dataset']

/** The published table whose rows are a dataset's records, and its columns by the dataset's. */
function tableOf(
  dataset: Dataset,
  models: Build['models'],
): {name: string; columns: Map<string, string>} | null {
  const ownName = dataset.id.replaceAll('-', '_')
  const key = [...dataset.key].sort().join()
  const found = models.flatMap(({model, rows}) => {
    const isOfRecords =
      model.name === ownName ||
      (key !== '' &&
        model.grain
          .filter(name => name !== 'city')
          .sort()
          .join() === key)
    if (!model.publish || rows === 0 || !isOfRecords) return []
    const names = Object.keys(model.lineage.columns)
    const columns = Object.keys(dataset.columns).flatMap((column): [string, string][] => {
      const own = names.filter(name => comesFrom(`${model.name}.${name}`, `stg_${ownName}.${column}`, models))
      const name = namedAfter(column, own)
      return name === undefined ? [] : [[column, name]]
    })
    return columns.length > 0 ? [{name: model.name, columns: new Map(columns)}] : []
  })
  return found.sort((a, b) => b.columns.size - a.columns.size || (a.name < b.name ? -1 : 1))[0] ?? null
}

/**
 * Of the columns that are made of one alone, that which is it: the one of its name, or of a name with its name in it
 * (`source_status`), or the only one; not what is read out of it (`is_open_always`).
 */
function namedAfter(column: string, made: string[]): string | undefined {
  const values = made.filter(name => name === column || !/^(is|has)_/.test(name))
  return (
    values.find(name => name === column) ??
    values.find(name => `_${name}_`.includes(`_${column}_`)) ??
    (values.length === 1 ? values[0] : undefined)
  )
}

/** Are the values of a column those of the source and of nothing else, all the way? */
function comesFrom(column: string, source: string, models: Build['models']): boolean {
  if (column === source) return true
  const [table, name = ''] = column.split('.')
  const model = models.find(one => one.model.name === table)?.model
  const origins = model?.lineage.columns[name] ?? []
  return origins.length === 1 && comesFrom(origins[0]!, source, models)
}
