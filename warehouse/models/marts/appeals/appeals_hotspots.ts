import {h3Cell, h3Centre, jsonNumber} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import hotspots from '../../intermediate/appeals/int_appeals_hotspots.ts'

const [fine, coarse] = [9, 8]

export default defineModel({
  name: 'appeals_hotspots',
  title: {uk: 'Осередки звернень', en: 'Hot spots of appeals'},
  describe: {
    uk: 'Де за останні 90 діб даних звернень на тему скупчено більше, ніж випадково: Gi* Гетіса–Орда за шестикутними комірками H3 роздільності 9 (близько 0,1 км²) та двома колами довкола, з поправкою Бенджаміні–Гохберга. Чи видно осередок і за комірками в сім разів більшими, сказано поруч. Теми з менш ніж 30 зверненнями пропущено. Звернень більше й там, де більше людей: порівняйте з очікуваним за всіма темами.',
    en: 'Where in the last 90 days of data appeals about a topic crowd together more than by chance: Getis and Ord’s Gi* over hexagonal cells of H3 of resolution 9 (some 0.1 km²) and two rings around, with Benjamini and Hochberg’s correction. Beside it stands whether the spot shows by cells seven times as large, too. Topics with fewer than 30 appeals are left out. There are more appeals where there are more people, too: compare with what all topics would make expected.',
  },
  grain: ['city', 'category', 'h3'],
  publish: true,
  place: {kind: 'h3', column: 'h3'},
  inputs: [hotspots],
  // Crowds move on: the table is of the last ninety days alone.
  largestDrop: 1,
  columns: {
    h3: {uk: 'Комірка H3: 15 шістнадцяткових цифр', en: 'Cell of H3: 15 hexadecimal digits'},
    lat: {uk: 'Широта середини комірки', en: 'Latitude of the middle of the cell', unit: 'deg'},
    lon: {uk: 'Довгота середини комірки', en: 'Longitude of the middle of the cell', unit: 'deg'},
    is_hot_coarse: {
      uk: 'Чи є осередком і комірка роздільності 8, у якій вона лежить; порожньо, де порівняти нема з чим',
      en: 'Whether the cell of resolution 8 that it lies in is a hot spot, too; empty where there is none to compare with',
    },
  },
  query: db =>
    db
      .with('cell', one =>
        one.selectFrom('int_appeals_hotspots').where('resolution', '=', fine).select('h3').distinct(),
      )
      .with('middle', one => one.selectFrom('cell').select(eb => ['h3', h3Centre(eb.ref('h3')).as('json')]))
      .with('placed', one =>
        one
          .selectFrom('middle')
          .select(eb => [
            'h3',
            jsonNumber(eb.ref('json'), 'lat').as('lat'),
            jsonNumber(eb.ref('json'), 'lon').as('lon'),
          ]),
      )
      .with('located', one =>
        one
          .selectFrom('placed')
          .select(eb => ['h3', 'lat', 'lon', h3Cell(eb.ref('lat'), eb.ref('lon'), coarse).as('parent')]),
      )
      .selectFrom('int_appeals_hotspots as cell')
      .innerJoin('located', 'located.h3', 'cell.h3')
      .leftJoin('int_appeals_hotspots as wider', join =>
        join
          .onRef('wider.city', '=', 'cell.city')
          .onRef('wider.category', '=', 'cell.category')
          .onRef('wider.h3', '=', 'located.parent')
          .on('wider.resolution', '=', coarse),
      )
      .where('cell.resolution', '=', fine)
      .select([
        'cell.city',
        'cell.category',
        'cell.h3',
        'located.lat',
        'located.lon',
        'cell.n',
        'cell.n_around',
        'cell.expected',
        'cell.expected_by_all',
        'cell.z',
        'cell.p',
        'cell.q',
        'cell.is_hot',
        'wider.is_hot as is_hot_coarse',
      ])
      .orderBy('cell.city')
      .orderBy('cell.category')
      .orderBy('cell.h3'),
  audits: {
    likely_enough: {
      describe: {uk: 'p не більше за q, обидва від 0 до 1', en: 'p is at most q, both between 0 and 1'},
      faults: db =>
        db
          .selectFrom('appeals_hotspots')
          .select(['city', 'h3'])
          .where(eb => eb.or([eb('p', '>', eb.ref('q')), eb('p', '<', 0), eb('q', '>', 1)])),
    },
  },
})
