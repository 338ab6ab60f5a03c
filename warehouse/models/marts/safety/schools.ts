import schoolsData from '@hromada/datasets/schools/dataset.ts'
import {metresBetween, rounded, rowNumber} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'
import shelters from './shelters.ts'

export default defineModel({
  name: 'schools',
  title: {uk: 'Заклади освіти й укриття поруч', en: 'Schools and the shelters beside them'},
  describe: {
    uk: 'Комунальні заклади освіти й найближче укриття з реєстру: котре й скільки до нього по прямій. Дорога довша за пряму; чи вміщує укриття всіх, тут не сказано.',
    en: 'Municipal schools and kindergartens and the nearest shelter of the register: which one, and how far it is as the crow flies. The way is longer than that, and whether there is room for all is not told here.',
  },
  grain: ['city', 'school_id'],
  publish: true,
  place: {kind: 'point', lon: 'lon', lat: 'lat'},
  inputs: [staging(schoolsData), shelters],
  columns: {
    nearest_shelter_id: {uk: 'Найближче укриття', en: 'Nearest shelter'},
    nearest_shelter_m: {uk: 'До нього по прямій', en: 'Distance to it as the crow flies', unit: 'm'},
  },
  query: db => {
    const distances = db
      .selectFrom('stg_schools as school')
      .innerJoin('shelters as shelter', 'shelter.city', 'school.city')
      .where('shelter.lon', 'is not', null)
      .where('shelter.lat', 'is not', null)
      .select(eb => [
        'school.city',
        'school.school_id',
        'shelter.shelter_id',
        metresBetween(
          {lon: eb.ref('school.lon'), lat: eb.ref('school.lat')},
          {lon: eb.ref('shelter.lon'), lat: eb.ref('shelter.lat')},
        ).as('metres'),
      ])
    const ranked = db
      .selectFrom(distances.as('distance'))
      .where('metres', 'is not', null)
      .selectAll()
      .select(eb =>
        rowNumber([eb.ref('city'), eb.ref('school_id')], [eb.ref('metres'), eb.ref('shelter_id')]).as(
          'place',
        ),
      )
    return db
      .selectFrom('stg_schools as school')
      .leftJoin(ranked.as('near'), join =>
        join
          .onRef('near.city', '=', 'school.city')
          .onRef('near.school_id', '=', 'school.school_id')
          .on('near.place', '=', 1),
      )
      .select(eb => [
        'school.city',
        'school.school_id',
        'school.name',
        'school.kind',
        'school.edrpou',
        'school.district_id',
        'school.address',
        'school.house',
        'school.lon',
        'school.lat',
        'school.built_year',
        'school.places',
        'school.pupils',
        'school.classes',
        'school.shifts',
        'school.teaching',
        'school.shelter_id',
        'school.updated_date',
        'near.shelter_id as nearest_shelter_id',
        rounded(eb.ref('near.metres'), 0).as('nearest_shelter_m'),
      ])
      .orderBy('school.city')
      .orderBy('school.school_id')
  },
})
