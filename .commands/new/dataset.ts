import type {Kind} from './kind.ts'

/** `datasets/<id>/`: declaration, sample and test. */
export const dataset: Kind = {
  style: 'kebab-case',
  taken: id => [`datasets/${id}`],
  files: id => ({
    [`datasets/${id}/dataset.ts`]: declaration(id),
    [`datasets/${id}/sample.csv`]: sample,
    [`datasets/${id}/dataset.test.ts`]: test(id),
  }),
  next: id => [
    `Run npm test -- datasets/${id} and do what the failing tests ask.`,
    'The demo city takes up the sample at the next npm start. A city takes up its own file when a feed of it stands',
    'in datasets/cities/<id>/city.ts: datasets/README.md shows one.',
    `Rows become a published table through a model: npm run new model ${id.replaceAll('-', '_')}.`,
  ],
}

const declaration = (id: string) => `import {column, defineDataset, licences} from '../src/index.ts'

// A text that begins with … is still to be written: the test beside this file lists them.
export default defineDataset({
  id: '${id}',
  title: {uk: '… ${id}', en: '… ${id}'},
  describe: {
    uk: '… що тут записано, за який час і чого бракує',
    en: '… what is recorded here, since when, and what is missing',
  },
  publisher: {uk: 'Міська рада', en: 'City council'},
  // EU data theme: AGRI, ECON, EDUC, ENER, ENVI, GOVE, HEAL, JUST, REGI, SOCI, TECH or TRAN.
  theme: 'GOVE',
  // How often the file is renewed: HOURLY, DAILY, MONTHLY, ANNUAL, IRREG.
  cadence: 'MONTHLY',
  licence: licences.ccBy4,
  // Columns that are together unique within a city; [] where the publisher repeats rows by nature.
  key: ['record_id'],
  columns: {
    // \`from\` is the header in the publisher's file, letter for letter. Only a column that is \`nullable\` may be
    // empty or absent. What may not be published says so: \`privacy: 'internal'\` or \`'forbidden'\`.
    record_id: column.text({from: 'uid', describe: {uk: '… чий це номер', en: '… whose number this is'}}),
    name: column.text({from: 'name', describe: {uk: '… що тут названо', en: '… what is named here'}}),
    updated_date: column.date({
      from: 'updated',
      nullable: true,
      describe: {uk: '… що сталося цього дня', en: '… what happened on this day'},
    }),
    lon: column.number({
      from: 'lon',
      nullable: true,
      unit: 'deg',
      describe: {uk: 'Довгота, WGS 84', en: 'Longitude, WGS 84'},
    }),
    lat: column.number({
      from: 'lat',
      nullable: true,
      unit: 'deg',
      describe: {uk: 'Широта, WGS 84', en: 'Latitude, WGS 84'},
    }),
  },
})
`

// Places of the demo city.
const sample = `uid;name;updated;lat;lon
1;Портова;2026-03-02;45.90213;31.31006
2;Маячна;2026-03-09;45.92874;31.30597
3;Лиманська;2026-04-17;45.94445;31.28202
`

const test = (id: string) => `import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import dataset from './dataset.ts'

const sample = readFileSync(new URL('sample.csv', import.meta.url), 'utf8')

test('titles and descriptions are written in both languages', () => {
  const {title, describe, columns} = dataset
  const described = Object.entries(columns).map(([name, column]) => ({name, ...column.describe}))
  const unwritten = [{name: 'title', ...title}, {name: 'describe', ...describe}, ...described]
    .filter(({uk, en}) => [uk, en].some(text => /^(…|$)/.test(text)))
    .map(({name}) => name)
  expect(unwritten, 'Write these texts in Ukrainian and English, in dataset.ts beside this test').toEqual([])
})

test('the sample has every column that is declared, and at least 20 rows', () => {
  const [header = '', ...rows] = sample.trim().split(/\\r?\\n/)
  const headers = Object.values(dataset.columns).map(({from}) => from)
  expect(header.split(';'), 'Give sample.csv a header with these columns, between semicolons').toEqual(
    expect.arrayContaining(headers),
  )
  expect(
    rows.length,
    'Write more rows into datasets/${id}/sample.csv, as true to life as you can: the demo city shows them',
  ).toBeGreaterThanOrEqual(20)
})
`
