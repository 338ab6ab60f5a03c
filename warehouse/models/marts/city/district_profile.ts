import hospitalsData from '@hromada/datasets/hospitals/dataset.ts'
import schoolsData from '@hromada/datasets/schools/dataset.ts'
import {countOf, countWhere, districtName, quotientOrNull, wholeSum} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'
import appeals from '../appeals/appeals_per_resident.ts'
import shelters from '../safety/shelters.ts'
import districts from './districts.ts'
import residents from './residents_by_age.ts'

/** A row for each district's page: what is there, and for how many people. Names of registers differ by "район" alone. */
export default defineModel({
  name: 'district_profile',
  title: {uk: 'Райони: паспорт', en: 'Profile of districts'},
  describe: {
    uk: 'Один рядок – район: площа, мешканці, школи, лікарні, укриття й звернення на 1000 мешканців. Мешканців пораховано за адресами будинків; порожньо, де даних немає.',
    en: 'One row is a district: its area, residents, schools, hospitals, shelters and appeals per 1,000 residents. Residents are counted by the addresses of houses; empty where there are no data.',
  },
  grain: ['city', 'district'],
  publish: true,
  inputs: [districts, residents, appeals, shelters, staging(schoolsData), staging(hospitalsData)],
  place: {kind: 'geometry', column: 'geometry'},
  columns: {
    district: {uk: 'Район, без слова «район»', en: 'District, without the word «район»'},
    residents: {uk: 'Мешканців', en: 'Residents', unit: '1'},
    residents_per_km2: {uk: 'Мешканців на км²', en: 'Residents per km²', unit: '1/km2'},
    schools: {uk: 'Шкіл', en: 'Schools', unit: '1'},
    school_places: {uk: 'Місць у школах', en: 'Places in schools', unit: '1'},
    hospitals: {uk: 'Лікарень', en: 'Hospitals', unit: '1'},
    hospital_beds: {uk: 'Ліжок у лікарнях', en: 'Beds in hospitals', unit: '1'},
    shelters: {
      uk: 'Укриттів; записані двічі – раз',
      en: 'Shelters; one that is listed twice counts once',
      unit: '1',
    },
    shelters_accessible: {
      uk: 'З них доступні на візку, хоча б частково',
      en: 'Of these accessible in a wheelchair, at least in part',
      unit: '1',
    },
    shelters_access_unknown: {
      uk: 'З них невідомо, чи доступні',
      en: 'Of these of which it is not known',
      unit: '1',
    },
    shelter_places: {uk: 'Місць в укриттях', en: 'Places in shelters', unit: '1'},
    shelter_places_per_100: {
      uk: 'Місць в укриттях на 100 мешканців',
      en: 'Places in shelters per 100 residents',
      unit: '1',
    },
    appeals_per_1000: {
      uk: 'Звернень за рік на 1000 мешканців; більше – не конче гірше',
      en: 'Appeals of a year per 1,000 residents; more is not worse for certain',
      unit: '1',
    },
  },
  counts: {
    of: 'persons',
    measures: ['residents'],
    with: ['residents_per_km2', 'shelter_places_per_100', 'appeals_per_1000'],
    dimensions: [['district']],
    totalsOf: 'residents_by_age',
  },
  query: db => {
    const lived = db
      .selectFrom('residents_by_age')
      .where('age_group', '=', '')
      .where('built', '=', '')
      .select(['city', 'district', 'residents'])
      .as('lived')
    const sheltered = db
      .selectFrom('shelters')
      .where('is_repeated', '=', false)
      .select(eb => [
        'city',
        districtName(eb.ref('district')).as('district'),
        countOf().as('shelters'),
        countWhere(eb('accessible', 'in', ['yes', 'partly'])).as('shelters_accessible'),
        countWhere(eb.or([eb('accessible', 'is', null), eb('accessible', '=', 'unknown')])).as(
          'shelters_access_unknown',
        ),
        wholeSum(eb.ref('capacity_persons')).as('shelter_places'),
      ])
      .groupBy(eb => ['city', districtName(eb.ref('district'))])
      .as('sheltered')
    const schooled = db
      .selectFrom('stg_schools')
      .select(eb => ['city', 'district_id', countOf().as('schools'), wholeSum(eb.ref('places')).as('places')])
      .groupBy(['city', 'district_id'])
      .as('schooled')
    const healed = db
      .selectFrom('stg_hospitals')
      .select(eb => ['city', 'district_id', countOf().as('hospitals'), wholeSum(eb.ref('beds')).as('beds')])
      .groupBy(['city', 'district_id'])
      .as('healed')
    const named = db
      .selectFrom('districts')
      .select(eb => [
        'city',
        'district_id',
        districtName(eb.ref('name_uk')).as('district'),
        'name_uk',
        'name_en',
        'area_km2',
        'geometry',
      ])
      .as('named')
    return db
      .selectFrom(named)
      .leftJoin(lived, join =>
        join.onRef('lived.city', '=', 'named.city').onRef('lived.district', '=', 'named.district'),
      )
      .leftJoin(sheltered, join =>
        join.onRef('sheltered.city', '=', 'named.city').onRef('sheltered.district', '=', 'named.district'),
      )
      .leftJoin(schooled, join =>
        join
          .onRef('schooled.city', '=', 'named.city')
          .onRef('schooled.district_id', '=', 'named.district_id'),
      )
      .leftJoin(healed, join =>
        join.onRef('healed.city', '=', 'named.city').onRef('healed.district_id', '=', 'named.district_id'),
      )
      .leftJoin('appeals_per_resident as asked', join =>
        join.onRef('asked.city', '=', 'named.city').onRef('asked.district', '=', 'named.district'),
      )
      .select(eb => [
        'named.city',
        'named.district',
        'named.district_id',
        'named.name_uk',
        'named.name_en',
        'named.area_km2',
        'lived.residents',
        quotientOrNull(eb.ref('lived.residents'), eb.ref('named.area_km2')).as('residents_per_km2'),
        'schooled.schools',
        'schooled.places as school_places',
        'healed.hospitals',
        'healed.beds as hospital_beds',
        'sheltered.shelters',
        'sheltered.shelters_accessible',
        'sheltered.shelters_access_unknown',
        'sheltered.shelter_places',
        quotientOrNull(
          eb(eb.ref('sheltered.shelter_places'), '*', eb.lit(100)),
          eb.ref('lived.residents'),
        ).as('shelter_places_per_100'),
        'asked.received_per_1000 as appeals_per_1000',
        'named.geometry',
      ])
      .orderBy('named.city')
      .orderBy('named.district')
  },
  audits: {
    nothing_counted_twice: {
      describe: {
        uk: 'Доступних і невідомих укриттів не більше, ніж усіх',
        en: 'No more shelters are accessible or unknown than there are',
      },
      faults: db =>
        db
          .selectFrom('district_profile')
          .where(eb =>
            eb(eb('shelters_accessible', '+', eb.ref('shelters_access_unknown')), '>', eb.ref('shelters')),
          )
          .select(['city', 'district']),
    },
  },
})
