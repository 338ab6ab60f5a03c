import {afterAll, beforeAll, expect, test} from 'vitest'
import {builtCity, sampleCity} from '../../../test/city.fixture.ts'

let town: Awaited<ReturnType<typeof builtCity>>
beforeAll(async () => {
  town = await builtCity([await sampleCity()], null, {select: '+district_profile'})
})
afterAll(() => town.warehouse.close())

test('what lies in districts adds up to what there is', async () => {
  const [found] = await town.rows(
    `select count(*)::integer as districts, sum(residents)::integer as residents, sum(shelters)::integer as shelters,
       sum(shelter_places)::integer as places, sum(schools)::integer as schools, sum(hospital_beds)::integer as beds from district_profile`,
  )
  const [expected] = await town.rows(
    `select (select count(*)::integer from stg_districts) as districts,
       (select sum(residents_0_6 + residents_7_17 + residents_18_64 + residents_65)::integer from stg_buildings where district is not null) as residents,
       (select count(*)::integer from shelters where not is_repeated) as shelters,
       (select sum(capacity_persons)::integer from shelters where not is_repeated) as places,
       (select count(*)::integer from stg_schools) as schools, (select sum(beds)::integer from stg_hospitals) as beds`,
  )
  expect(found).toEqual(expected)
  expect(Number(found!.residents)).toBeGreaterThan(100)
})

test('of no district with residents it is unknown how many shelter places there are for a hundred of them', async () => {
  const rows = await town.rows<{residents: number; shelter_places: number; shelter_places_per_100: number}>(
    `select residents::double as residents, shelter_places::double as shelter_places, shelter_places_per_100 from district_profile
     where residents is not null and shelter_places is not null`,
  )
  expect(rows.length).toBeGreaterThan(0)
  for (const {residents, shelter_places, shelter_places_per_100} of rows)
    expect(shelter_places_per_100).toBeCloseTo((100 * shelter_places) / residents, 10)
})
