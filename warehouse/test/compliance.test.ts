import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {loadCities} from '@hromada/datasets'
import {beforeAll, describe, expect, test} from 'vitest'
import {realData} from '../../.config/real-data.ts'
import {complianceTable} from '../src/release/compliance/compliance-table.ts'
import {departmentsTable} from '../src/release/compliance/departments-table.ts'
import {fieldsTable} from '../src/release/compliance/fields-table.ts'
import {recommendedStructures} from '../src/release/compliance/recommended-structures.ts'
import {builtCity, sampleCity} from './city.fixture.ts'

type Row = Record<string, string | number | boolean | null>

describe('the demo city, from its samples', () => {
  let rows: Row[]
  let departments: Row[]
  let fields: Row[]
  const of = (annex: number) => rows.find(row => row.annex === annex)!

  beforeAll(async () => {
    const city = await sampleCity()
    const wanted = new Set([
      'appeals',
      'petitions',
      'participatory-projects',
      'participatory-votes',
      'addresses',
    ])
    const feeds = city.feeds
      .filter(({dataset}) => wanted.has(dataset.id))
      .map(feed =>
        feed.dataset.id === 'addresses'
          ? {...feed, licence: {id: 'none', title: {uk: 'немає', en: 'none'}}}
          : feed,
      )
    const town = await builtCity([{...city, feeds}], null, {
      select: '+cities,+appeals,+petitions,+participatory_projects,+participatory_voting,+addresses',
    })
    rows = complianceTable(town.built).rows!([]) as Row[]
    departments = departmentsTable(town.built).rows!([]) as Row[]
    fields = fieldsTable(town.built).rows!([]) as Row[]
    await town.warehouse.close()
  })

  test('has a row for every annex, and what is not published scores nothing', () => {
    expect(rows).toHaveLength(69)
    expect(rows.filter(({is_published}) => is_published).map(({annex}) => annex)).toEqual([33, 34, 35, 37])
    expect(of(72)).toMatchObject({
      is_published: false,
      has_structure: null,
      score: 0,
      to_do_en: 'publish the set',
      in_cabinet: null,
    })
  })

  test('both tables of the participatory budget have the official fields, misspelt ones included', () => {
    expect(of(35)).toMatchObject({
      datasets: 'participatory-projects, participatory-votes',
      fields: 23,
      fields_present: 23,
      missing_fields: '',
      has_structure: true,
      is_proper: true,
      score: 1,
      to_do_en: 'see whether it is in the single cabinet',
    })
  })

  test('of petitions the table of signers is missing, and every field of it is named', () => {
    expect(of(34)).toMatchObject({
      fields: 19,
      // Its sample file has no columns of the authority either.
      missing_fields:
        'petitions.authorityName, petitions.authorityId, petitions.authorityCattutc, ' +
        'votings.motionUid, votings.voterName, votings.motionTitle, votings.date',
      has_structure: false,
      to_do_en: 'add the required fields (7); see whether it is in the single cabinet',
    })
    expect(of(34).is_proper).toBe(false)
    expect(of(34).score).toBeCloseTo(5 / 6)
  })

  test('every set is on the list of one department or of none, and a score is the mean of its sets', () => {
    expect(departments.reduce((sum, {sets}) => sum + Number(sets), 0)).toBe(69)
    expect(new Set(departments.map(({department_uk}) => department_uk)).size).toBe(departments.length)
    const centre = departments.find(({department_en}) => department_en === 'Contact centre')!
    expect(centre).toMatchObject({department_uk: 'Контактний центр', sets: 1, published: 1})
    expect(centre.to_do_en).toBe(`33 ${of(33).title_uk}: ${of(33).to_do_en}`)
    for (const {department_uk, score, sets, published, to_do_uk} of departments) {
      const own = rows.filter(row => row.department_uk === department_uk)
      expect(Number(score)).toBeCloseTo(
        own.reduce((sum, row) => sum + Number(row.score), 0) / Number(sets),
        12,
      )
      expect(own.filter(({is_published}) => is_published).length).toBe(published)
      expect(String(to_do_uk).split('\n')).toHaveLength(own.length)
    }
  })

  test('what nobody answers for says that somebody has to', () => {
    const nobodys = departments.find(({department_uk}) => department_uk === '')!
    expect(String(nobodys.to_do_en).split('\n')[0]).toBe(
      `5 ${of(5).title_uk}: name the department in charge; publish the set`,
    )
  })

  test('field by field: where the values of each are published, and what is withheld has no place', () => {
    const at = (annex: number, field: string) => {
      const one = fields.find(row => row.annex === annex && row.field === field)!
      return [one.is_in_file, one.table_name, one.column_name]
    }
    expect(at(35, 'projectResposible')).toEqual([true, 'participatory_projects', 'organization'])
    expect(at(35, 'creator')).toEqual([true, null, null])
    expect(at(33, 'status')).toEqual([true, 'appeals', 'source_status'])
    expect(at(33, 'content')).toEqual([true, null, null])
    expect(at(34, 'count')).toEqual([true, 'petitions', 'signatures'])
    expect(at(34, 'authorityCattutc')).toEqual([false, null, null])
    // Votes are published by the hour, not one by one.
    expect(at(35, 'voterID')).toEqual([true, null, null])
    expect(at(37, 'statusType')).toEqual([true, 'addresses', 'status'])
    expect(fields.filter(({annex}) => annex === 37).map(({position}) => position)).toEqual(
      Array.from({length: 24}, (_, index) => index + 1),
    )
    for (const {annex, fields_present} of rows)
      expect(fields.filter(row => row.annex === annex && row.is_in_file).length).toBe(fields_present)
  })

  test('a licence without a text is none', () => {
    expect(of(37)).toMatchObject({has_licence: false, to_do_en: expect.stringContaining('state the licence')})
  })
})

test('a set fetched long before the others is not fresh', async () => {
  const demo = (await loadCities()).get('demo')!
  const landing = (id: string, retrievedAt: string) => {
    const feed = demo.feeds.find(({dataset}) => dataset.id === id)!
    return {city: demo, feed, manifest: {retrievedAt, columns: []}} as never
  }
  const rows = complianceTable({
    cities: [demo],
    landings: [landing('appeals', '2026-11-01T00:00:00Z'), landing('petitions', '2026-11-21T00:00:00Z')],
  }).rows!([]) as Row[]
  const freshness = [33, 34].map(annex => rows.find(row => row.annex === annex)!)
  expect(freshness.map(({is_fresh, age_days}) => [is_fresh, age_days])).toEqual([
    [false, 20],
    [true, 0],
  ])
})

const reference = realData() ? join(realData()!, '../reference/codelists/rec835_all_schemas.csv') : ''

test.skipIf(!existsSync(reference))(
  'the fields are those of the recommended structures, letter for letter',
  () => {
    const [, ...lines] = readFileSync(reference, 'utf8').split('\n')
    const official = lines.flatMap(line => {
      const [annex, , resource, field, , required] = line.split(',')
      return /^\d+$/.test(annex ?? '') && /^(True|False)$/.test(required ?? '')
        ? [`${annex} ${resource} ${field} ${required === 'True'}`]
        : []
    })
    const sets = recommendedStructures()
    const ours = sets.flatMap(({annex, resources}) =>
      resources.flatMap(({resource, fields}) =>
        fields.map(({field, isRequired}) => `${annex} ${resource} ${field} ${isRequired}`),
      ),
    )
    expect(ours.length).toBe(227)
    expect(ours.filter(one => !official.includes(one))).toEqual([])
    expect(sets.map(({annex}) => annex)).toEqual(
      [...new Set(official.map(one => Number(one.split(' ')[0])))].sort((a, b) => a - b),
    )
    for (const misspelt of ['34 petitions authorityCattutc true', '35 projects projectResposible true'])
      expect(ours).toContain(misspelt)
  },
)
