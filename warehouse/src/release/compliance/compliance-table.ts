import {type Freshness, freshnessOf} from '@hromada/pipelines'
import type {Build} from '../../build/build.ts'
import {defineSeed, type Model} from '../../model.ts'
import {edition, type RecommendedSet, recommendedStructures} from './recommended-structures.ts'

type Landed = Build['landings'][number]

/** Longest title and description of a data set's passport (data.gov.ua). */
const [longestTitle, longestDescription] = [254, 4000]

/**
 * Every mandatory data set of every Ukrainian city of the installation: is it published, does its file have the fields of
 * the recommended structure, is it machine-readable, has it a passport and a licence, is it as new as was promised. Whether
 * it is in the city's single cabinet on data.gov.ua nobody here can know: that stays empty.
 *
 * The score is the share of six criteria that are met; a set that is not published meets none.
 */
export function complianceTable(built: Pick<Build, 'cities' | 'landings'>): Model {
  const rows = complianceRows(built)
  return defineSeed({
    name: 'compliance',
    title: {uk: 'Дотримання постанови № 835', en: 'Compliance with resolution No. 835'},
    describe: {
      uk: 'Кожен обовʼязковий набір даних: чи опубліковано, чи має рекомендовану структуру, формат, паспорт, ліцензію, чи вчасно оновлено, оцінка і що зробити.',
      en: 'Each mandatory data set: is it published, has it the recommended structure, format, passport and licence, is it up to date; the score, and what is to be done.',
    },
    grain: ['city', 'annex'],
    publish: true,
    columns: {
      city: {type: 'text', uk: 'Місто', en: 'City'},
      edition: {
        type: 'text',
        uk: 'Редакція рекомендованих структур',
        en: 'Edition of the recommended structures',
      },
      annex: {type: 'integer', uk: 'Номер додатка', en: 'Number of the annex'},
      title_uk: {type: 'text', uk: 'Набір даних', en: 'Data set, in Ukrainian'},
      department_uk: {
        type: 'text',
        uk: 'Підрозділ, що відповідає; порожньо – не призначено',
        en: 'Department in charge, in Ukrainian; empty where none was named',
      },
      department_en: {
        type: 'text',
        uk: 'Підрозділ англійською',
        en: 'Department in charge; empty where none was named',
      },
      datasets: {
        type: 'text',
        uk: 'Набори порталу, що його містять',
        en: 'Datasets of the portal that hold it',
      },
      is_published: {type: 'boolean', uk: 'Опубліковано', en: 'Published'},
      fields: {type: 'integer', unit: '1', uk: 'Полів у структурі', en: 'Fields of the structure'},
      fields_present: {type: 'integer', unit: '1', uk: 'З них є у файлі', en: 'Of which in the file'},
      missing_fields: {
        type: 'text',
        uk: 'Обовʼязкові поля, яких немає, за офіційними назвами',
        en: 'Required fields that are missing, by their official names',
      },
      has_structure: {
        type: 'boolean',
        nullable: true,
        uk: 'Чи є всі обовʼязкові поля; порожньо, якщо не опубліковано',
        en: 'Are all required fields there; empty where it is not published',
      },
      has_format: {type: 'boolean', nullable: true, uk: 'Машиночитний формат', en: 'Machine-readable format'},
      has_passport: {
        type: 'boolean',
        nullable: true,
        uk: 'Паспорт: назва, опис, видавець, періодичність у межах правил',
        en: 'Passport: title, description, publisher and cadence within the rules',
      },
      has_licence: {
        type: 'boolean',
        nullable: true,
        uk: 'Ліцензія з адресою тексту',
        en: 'Licence with the address of its text',
      },
      is_fresh: {
        type: 'boolean',
        nullable: true,
        uk: 'Не старіше за обіцяну періодичність',
        en: 'Not older than the promised cadence',
      },
      age_days: {
        type: 'number',
        nullable: true,
        unit: 'd',
        uk: 'Днів від отримання',
        en: 'Days since it was fetched',
      },
      in_cabinet: {
        type: 'boolean',
        nullable: true,
        uk: 'Чи є в єдиному кабінеті на data.gov.ua; порожньо – невідомо',
        en: 'Is it in the single cabinet on data.gov.ua; empty: not known',
      },
      is_proper: {
        type: 'boolean',
        uk: 'Чи виконано всі відомі критерії',
        en: 'Are all criteria met that are known',
      },
      score: {type: 'number', unit: '1', uk: 'Частка виконаних критеріїв', en: 'Share of criteria met'},
      to_do_uk: {type: 'text', uk: 'Що зробити', en: 'What is to be done, in Ukrainian'},
      to_do_en: {type: 'text', uk: 'Що зробити, англійською', en: 'What is to be done'},
    },
    rows: () => rows,
  }) as Model
}

/** The rows of `compliance`: one a set and city. */
export function complianceRows({cities, landings}: Pick<Build, 'cities' | 'landings'>) {
  const sets = recommendedStructures()
  return cities
    .filter(({country}) => country === 'UA')
    .flatMap(city => {
      const own = landings.filter(one => one.city.id === city.id)
      // The newest fetch is the day by which the others are judged: a release tells no other.
      const asOf = new Date(Math.max(0, ...own.map(({manifest}) => Date.parse(manifest.retrievedAt))))
      return sets.map(set => {
        const department = city.openDataDepartments.find(({annexes}) =>
          annexes.includes(set.annex),
        )?.department
        return {
          city: city.id,
          edition,
          department_uk: department?.uk ?? '',
          department_en: department?.en ?? '',
          ...judge(set, own, asOf, department !== undefined),
        }
      })
    })
}

function judge({annex, title, resources}: RecommendedSet, own: Landed[], asOf: Date, hasDepartment: boolean) {
  const landed = resources.flatMap(resource => {
    const landing = own.find(({feed}) => feed.dataset.id === resource.dataset)
    return landing ? [{resource, landing}] : []
  })
  const files = landed.map(({landing}) => landing)
  const isPublished = files.length > 0
  // Official names have stray blanks.
  const has = (resource: string, field: string) =>
    landed.some(
      one =>
        one.resource.resource === resource &&
        one.landing.manifest.columns.some(column => column.trim() === field.trim()),
    )
  const fields = resources.flatMap(({resource, fields: of}) => of.map(one => ({resource, ...one})))
  const present = fields.filter(({resource, field}) => has(resource, field))
  const missing = fields.filter(one => one.isRequired && !present.includes(one))
  const freshness = files.map(({feed, manifest}) =>
    freshnessOf(manifest.retrievedAt, feed.dataset.cadence, asOf),
  )
  const isOf = (met: boolean) => (isPublished ? met : null)
  const met = {
    has_structure: isOf(missing.length === 0),
    // What has landed has been read by a machine, and is given out as CSV, JSON and Parquet.
    has_format: isOf(true),
    has_passport: isOf(files.every(({feed}) => hasPassport(feed))),
    has_licence: isOf(files.every(({feed}) => Boolean((feed.licence ?? feed.dataset.licence).url))),
    is_fresh: isOf(freshness.every(isFresh)),
  }
  const criteria = [isPublished, ...Object.values(met)]
  const ages = freshness.flatMap(({ageDays}) => (ageDays === null ? [] : [ageDays]))
  return {
    annex,
    title_uk: title,
    datasets: landed.map(({resource}) => resource.dataset).join(', '),
    is_published: isPublished,
    fields: fields.length,
    fields_present: present.length,
    missing_fields: isPublished
      ? missing.map(({resource, field}) => `${resource}.${field.trim()}`).join(', ')
      : '',
    ...met,
    age_days: ages.length > 0 ? Math.round(Math.max(...ages) * 10) / 10 : null,
    in_cabinet: null,
    is_proper: criteria.every(Boolean),
    score: criteria.filter(Boolean).length / criteria.length,
    to_do_uk: toDo(words.uk, isPublished, met, missing.length, hasDepartment),
    to_do_en: toDo(words.en, isPublished, met, missing.length, hasDepartment),
  }
}

const isFresh = ({state}: Freshness) => state === 'fresh' || state === 'irregular'

const hasPassport = ({dataset, publisher}: Landed['feed']): boolean => {
  const {uk: title} = dataset.title
  const {uk: description} = dataset.describe
  return (
    title !== '' &&
    title.length <= longestTitle &&
    description !== '' &&
    description.length <= longestDescription &&
    (publisher ?? dataset.publisher).uk !== '' &&
    dataset.cadence !== ''
  )
}

type Words = {
  department: string
  publish: string
  fields: (count: number) => string
  passport: string
  licence: string
  fresh: string
  cabinet: string
}

const words: Record<'uk' | 'en', Words> = {
  uk: {
    department: 'призначити відповідальний підрозділ',
    publish: 'опублікувати набір',
    fields: count => `додати обовʼязкові поля (${count})`,
    passport: 'заповнити паспорт',
    licence: 'зазначити ліцензію',
    fresh: 'оновити дані',
    cabinet: 'перевірити, чи є в єдиному кабінеті',
  },
  en: {
    department: 'name the department in charge',
    publish: 'publish the set',
    fields: count => `add the required fields (${count})`,
    passport: 'fill in the passport',
    licence: 'state the licence',
    fresh: 'update the data',
    cabinet: 'see whether it is in the single cabinet',
  },
}

function toDo(
  say: Words,
  isPublished: boolean,
  met: Record<'has_structure' | 'has_passport' | 'has_licence' | 'is_fresh', boolean | null>,
  missing: number,
  hasDepartment: boolean,
): string {
  const name = hasDepartment ? [] : [say.department]
  if (!isPublished) return [...name, say.publish].join('; ')
  return [
    ...name,
    ...(met.has_structure ? [] : [say.fields(missing)]),
    ...(met.has_passport ? [] : [say.passport]),
    ...(met.has_licence ? [] : [say.licence]),
    ...(met.is_fresh ? [] : [say.fresh]),
    say.cabinet,
  ].join('; ')
}
