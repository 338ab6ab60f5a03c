import {defineSeed} from '../../src/model.ts'

/** Upper ends in days: a month, and quarters of a year; the last band is open. */
const ends = [30, 91, 182, 273, null]

export default defineSeed({
  name: 'appeal_ages',
  title: {uk: 'Смуги віку звернень', en: 'Bands of age of appeals'},
  describe: {
    uk: 'За скільки діб відкриті звернення лічать разом: до місяця, до кожної чверті року й довше.',
    en: 'By how many days open appeals are counted together: to a month, to each quarter of a year, and longer.',
  },
  grain: ['from_days'],
  columns: {
    from_days: {type: 'integer', uk: 'Щонайменше стільки діб', en: 'At least so many days', unit: 'd'},
    to_days: {
      type: 'integer',
      nullable: true,
      uk: 'Менше ніж стільки діб; порожньо – довше',
      en: 'Under so many days; empty: longer',
      unit: 'd',
    },
  },
  rows: () => ends.map((to_days, band) => ({from_days: ends[band - 1] ?? 0, to_days})),
})
