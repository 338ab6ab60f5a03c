import type {Kind} from './kind.ts'

/** `warehouse/models/marts/<id>.ts` with its SQL for both engines and its test; `int_…` goes to `intermediate/`. */
export const model: Kind = {
  style: 'snake_case',
  taken: id => [`warehouse/models/**/${id}.ts`],
  refuse: id => {
    if (id.startsWith('stg_'))
      return 'a stg_ table is derived from its dataset: run npm run new dataset, or choose a name without stg_'
    if (
      [
        'findings',
        'dataset_health',
        'compliance',
        'compliance_departments',
        'compliance_fields',
        'privacy_report',
      ].includes(id)
    )
      return `every release has a table "${id}" of its own`
    return null
  },
  files: id => ({
    [`${place(id)}.ts`]: declaration(id),
    [`${place(id)}.sql`]: sql,
    [`${place(id)}.trino.sql`]: sql,
    [`${place(id)}.test.ts`]: test(id),
  }),
  next: id => [
    'Name its inputs, write its query, and put into its test what you have counted by hand.',
    `Run npm test -- ${place(id)}.test.ts and do what the failing tests ask.`,
    'npm test -- --project warehouse -u renews the .sql, the SQL it compiles to: read what changed.',
    'With publish: true, the next release has it: downloads, API and its place on the dataset’s page.',
  ],
}

const place = (id: string) => `warehouse/models/${id.startsWith('int_') ? 'intermediate' : 'marts'}/${id}`

const declaration = (id: string) => `import {defineModel} from '../../src/model.ts'
import cities from '../reference/cities.ts'

// A text that begins with … is still to be written: the test beside this file lists them.
export default defineModel({
  name: '${id}',
  title: {uk: '… ${id}', en: '… ${id}'},
  describe: {
    uk: '… що є одним рядком і як його пораховано',
    en: '… what one row is and how it is worked out',
  },
  // Columns that are filled and together unique: both are audited on every build.
  grain: ['city'],
  // Nothing leaves the warehouse before this is true.
  publish: false,
  // The models it reads; a dataset's rows are staging(dataset). The query is typed by exactly these.
  inputs: [cities],
  // Columns that an input does not describe already: {uk, en, unit}.
  columns: {},
  query: db => db.selectFrom('cities').select(['city', 'residents']).orderBy('city'),
  // Rows that must not be there, as queries: warehouse/README.md shows one.
  audits: {},
})
`

const sql = `select
  "city",
  "residents"
from
  "cities"
order by
  "city"
`

const test = (id: string) => `import {expect, test} from 'vitest'
import {type GivenRow, modelRows} from '../../test/model-rows.fixture.ts'
import model from './${id}.ts'

/** Some rows of the tables that the model reads; columns may be left out. */
const given: Record<string, GivenRow[]> = {}

/** What the model makes of them, worked out without it. */
const expected: Record<string, unknown>[] = []

test('title and description are written in both languages', () => {
  const {title, describe} = model
  const unwritten = [title.uk, title.en, describe.uk, describe.en].filter(text => /^(…|$)/.test(text))
  expect(unwritten, 'Write these texts of the model').toEqual([])
})

test('a few rows become those that were worked out by hand', async () => {
  expect(
    expected.length,
    'Write some rows of its inputs into "given" of this test, and what must become of them into "expected"',
  ).toBeGreaterThan(0)
  expect(await modelRows(model, given)).toEqual(expected.map(row => expect.objectContaining(row)))
})
`
