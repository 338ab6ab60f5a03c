import {countOf, countWhere, eachOf, h3Disk, hoursBetween} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import cells from '../../intermediate/appeals/int_appeals_cells.ts'
import appeals from './appeals.ts'

/** Fewer neighbours are told of one by one. */
const least = 10

/** Two square kilometres: nobody further off sees the same trouble. */
const rings = 2

export default defineModel({
  name: 'appeals_clusters',
  title: {uk: 'Одна біда – багато звернень', en: 'One trouble, many appeals'},
  describe: {
    uk: 'Звернення, з якими контактний центр поєднав щонайменше дев’ять інших як дублікати: прорвана труба і її сорок сусідів – одна біда. Поруч – скільки звернень на ту саму тему надійшло за добу з тієї самої комірки H3 та двох кіл комірок довкола (до 0,9 км), але дублікатами не позначено. Тексти не порівнюються: їх немає в сховищі.',
    en: 'Appeals to which the contact centre joined at least nine others as duplicates: a burst pipe and its forty neighbours are one trouble. Beside them how many appeals about the same topic came within a day from the same cell of H3 and two rings of cells around it (up to 0.9 km) and were not marked as duplicates. Texts are not compared: they are not in the warehouse.',
  },
  grain: ['city', 'appeal_id'],
  publish: true,
  place: {kind: 'point', lon: 'lon', lat: 'lat'},
  inputs: [appeals, cells],
  columns: {
    appeal_id: {uk: 'Номер першого звернення', en: 'Number of the first appeal'},
    started_at: {uk: 'Коли надійшло перше', en: 'When the first was received'},
    hours: {uk: 'Годин від першого до останнього', en: 'Hours from the first to the last', unit: 'h'},
    reports: {uk: 'Скільки разом із першим', en: 'How many, the first included', unit: '1'},
    within_day: {uk: 'З них за першу добу', en: 'Of these in the first day', unit: '1'},
    unmarked_nearby: {
      uk: 'Не позначених поруч того ж дня; порожньо, якщо місце невідоме',
      en: 'Not marked, nearby on the same day; empty where the place is not known',
      unit: '1',
    },
  },
  query: db =>
    db
      .with('cluster', one =>
        one
          .selectFrom('appeals as first')
          .innerJoin('appeals as copy', join =>
            join.onRef('copy.city', '=', 'first.city').onRef('copy.duplicate_of', '=', 'first.appeal_id'),
          )
          .select(eb => [
            'first.city',
            'first.appeal_id',
            'first.category',
            'first.subcategory',
            'first.district',
            'first.received_at as started_at',
            'first.lon',
            'first.lat',
            eb.fn.max(hoursBetween(eb.ref('first.received_at'), eb.ref('copy.received_at'))).as('hours'),
            eb(countOf(), '+', eb.lit(1)).as('reports'),
            eb(
              countWhere(eb(hoursBetween(eb.ref('first.received_at'), eb.ref('copy.received_at')), '<', 24)),
              '+',
              eb.lit(1),
            ).as('within_day'),
          ])
          .groupBy([
            'first.city',
            'first.appeal_id',
            'first.category',
            'first.subcategory',
            'first.district',
            'first.received_at',
            'first.lon',
            'first.lat',
          ])
          .having(eb => eb(countOf(), '>=', least - 1)),
      )
      .with('near', one =>
        one
          .selectFrom('cluster')
          .innerJoin('int_appeals_cells as own', join =>
            join.onRef('own.city', '=', 'cluster.city').onRef('own.appeal_id', '=', 'cluster.appeal_id'),
          )
          .crossJoin(eb => eachOf(h3Disk(eb.ref('own.h3'), rings)))
          .innerJoin('int_appeals_cells as other', join =>
            join
              .onRef('other.city', '=', 'own.city')
              .onRef('other.h3', '=', 'each.item')
              .onRef('other.category', '=', 'own.category')
              .onRef('other.days_ago', '<=', 'own.days_ago')
              .on(eb => eb('other.days_ago', '>', eb('own.days_ago', '-', eb.lit(1)))),
          )
          .select(eb => [
            'cluster.city',
            'cluster.appeal_id',
            countWhere(
              eb.and([
                eb('other.is_marked', '=', false),
                eb('other.appeal_id', '!=', eb.ref('cluster.appeal_id')),
              ]),
            ).as('unmarked_nearby'),
          ])
          .groupBy(['cluster.city', 'cluster.appeal_id']),
      )
      .selectFrom('cluster')
      .leftJoin('near', join =>
        join.onRef('near.city', '=', 'cluster.city').onRef('near.appeal_id', '=', 'cluster.appeal_id'),
      )
      .select([
        'cluster.city',
        'cluster.appeal_id',
        'cluster.category',
        'cluster.subcategory',
        'cluster.district',
        'cluster.started_at',
        'cluster.hours',
        'cluster.reports',
        'cluster.within_day',
        'near.unmarked_nearby',
        'cluster.lon',
        'cluster.lat',
      ])
      .orderBy('cluster.city')
      .orderBy('cluster.started_at')
      .orderBy('cluster.appeal_id'),
})
