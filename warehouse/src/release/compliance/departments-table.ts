import type {Build} from '../../build/build.ts'
import {defineSeed, type Model} from '../../model.ts'
import {complianceRows} from './compliance-table.ts'

type Row = ReturnType<typeof complianceRows>[number]

/** What each department of each city has to do for its mandatory data sets; the score is the mean of theirs. */
export function departmentsTable(built: Pick<Build, 'cities' | 'landings'>): Model {
  const byDepartment = Map.groupBy(
    complianceRows(built),
    ({city, department_uk}) => `${city}\n${department_uk}`,
  )
  const rows = [...byDepartment.values()].map(describe)
  return defineSeed({
    name: 'compliance_departments',
    title: {uk: 'Постанова № 835: що кому зробити', en: 'Resolution No. 835: who has to do what'},
    describe: {
      uk: 'Для кожного підрозділу: за скільки обовʼязкових наборів відповідає, скільки опубліковано й скільки – як слід, середня оцінка й перелік того, що зробити. Порожній підрозділ – набори, за які ніхто не відповідає.',
      en: 'For each department: how many mandatory data sets it answers for, how many are published and how many of them properly, the mean score, and a list of what is to be done. An empty department has the sets that nobody answers for.',
    },
    grain: ['city', 'department_uk'],
    publish: true,
    columns: {
      city: {type: 'text', uk: 'Місто', en: 'City'},
      department_uk: {
        type: 'text',
        uk: 'Підрозділ; порожньо – не призначено',
        en: 'Department, in Ukrainian; empty where none was named',
      },
      department_en: {
        type: 'text',
        uk: 'Підрозділ англійською',
        en: 'Department; empty where none was named',
      },
      sets: {type: 'integer', unit: '1', uk: 'Обовʼязкових наборів', en: 'Mandatory data sets'},
      published: {type: 'integer', unit: '1', uk: 'З них опубліковано', en: 'Of which published'},
      proper: {type: 'integer', unit: '1', uk: 'З них як слід', en: 'Of which properly'},
      score: {type: 'number', unit: '1', uk: 'Середня оцінка', en: 'Mean score'},
      to_do_uk: {
        type: 'text',
        uk: 'Що зробити, рядок на набір, з номером додатка',
        en: 'What is to be done in Ukrainian, a line a set, with the number of the annex',
      },
      to_do_en: {
        type: 'text',
        uk: 'Що зробити англійською, рядок на набір',
        en: 'What is to be done, a line a set, with the number of the annex',
      },
    },
    rows: () => rows,
  }) as Model
}

function describe(sets: Row[]) {
  const [{city, department_uk, department_en}] = sets as [Row]
  const lines = (toDo: 'to_do_uk' | 'to_do_en') =>
    sets.map(set => `${set.annex} ${set.title_uk}: ${set[toDo]}`).join('\n')
  return {
    city,
    department_uk,
    department_en,
    sets: sets.length,
    published: sets.filter(set => set.is_published).length,
    proper: sets.filter(set => set.is_proper).length,
    score: sets.reduce((sum, set) => sum + set.score, 0) / sets.length,
    to_do_uk: lines('to_do_uk'),
    to_do_en: lines('to_do_en'),
  }
}
