import {defineSeed} from '../../src/model.ts'

type Limit = [norm: string, property: string, averaging: string, value: number, allowed: number | null]

/**
 * Directive 2008/50/EC, annexes XI and XIV; Directive (EU) 2024/2881, annex I, in force from 2030; WHO global air quality
 * guidelines, 2021, table 0.1. None of them is a Ukrainian limit.
 */
const limits: Limit[] = [
  ['eu_2008', 'pm10', 'day', 50, 35],
  ['eu_2008', 'pm10', 'year', 40, null],
  ['eu_2008', 'pm25', 'year', 25, null],
  ['eu_2008', 'no2', 'hour', 200, 18],
  ['eu_2008', 'no2', 'year', 40, null],
  ['eu_2008', 'o3', 'eight_hours', 120, 25],
  ['eu_2008', 'so2', 'day', 125, 3],
  ['eu_2030', 'pm25', 'day', 25, 18],
  ['eu_2030', 'pm25', 'year', 10, null],
  ['eu_2030', 'pm10', 'day', 45, 18],
  ['eu_2030', 'pm10', 'year', 20, null],
  ['eu_2030', 'no2', 'day', 50, 18],
  ['eu_2030', 'no2', 'hour', 200, 3],
  ['eu_2030', 'no2', 'year', 20, null],
  ['eu_2030', 'so2', 'year', 20, null],
  ['who_2021', 'pm25', 'day', 15, 3],
  ['who_2021', 'pm25', 'year', 5, null],
  ['who_2021', 'pm10', 'day', 45, 3],
  ['who_2021', 'pm10', 'year', 15, null],
  ['who_2021', 'no2', 'day', 25, 3],
  ['who_2021', 'no2', 'year', 10, null],
  ['who_2021', 'o3', 'eight_hours', 100, 3],
  ['who_2021', 'so2', 'day', 40, 3],
  ['who_2021', 'co', 'day', 4, 3],
]

const names: Record<string, [uk: string, en: string]> = {
  eu_2008: ['Директива 2008/50/ЄС', 'Directive 2008/50/EC'],
  eu_2030: ['Директива (ЄС) 2024/2881, з 2030 року', 'Directive (EU) 2024/2881, from 2030'],
  who_2021: ['Рекомендації ВООЗ 2021 року', 'WHO guidelines of 2021'],
}

export default defineSeed({
  name: 'air_limits',
  title: {uk: 'Норми якості повітря ЄС і ВООЗ', en: 'Air limits of the EU and the WHO'},
  describe: {
    uk: 'Граничні значення й скільки разів на рік їх дозволено перевищити. Це не українські норми: для дрібного пилу їх немає.',
    en: 'Limit values and how many times a year they may be exceeded. They are not Ukrainian limits: there is none for fine particles.',
  },
  grain: ['norm', 'property', 'averaging'],
  columns: {
    norm: {type: 'text', uk: 'Норма: eu_2008, eu_2030, who_2021', en: 'Norm: eu_2008, eu_2030, who_2021'},
    norm_name_uk: {type: 'text', uk: 'Назва норми українською', en: 'Name of the norm in Ukrainian'},
    norm_name_en: {type: 'text', uk: 'Назва норми англійською', en: 'Name of the norm in English'},
    property: {type: 'text', uk: 'Речовина', en: 'Pollutant'},
    averaging: {
      type: 'text',
      uk: 'За який час: hour, eight_hours, day, year',
      en: 'Over which time: hour, eight_hours, day, year',
    },
    limit_value: {
      type: 'number',
      uk: 'Граничне значення, в одиниці unit',
      en: 'Limit value, in the unit of the column unit',
    },
    allowed: {
      type: 'integer',
      nullable: true,
      unit: '1',
      uk: 'Скільки перевищень на рік дозволено',
      en: 'How many exceedances a year are allowed',
    },
  },
  rows: () =>
    limits.map(([norm, property, averaging, value, allowed]) => ({
      norm,
      norm_name_uk: names[norm]![0],
      norm_name_en: names[norm]![1],
      property,
      averaging,
      limit_value: value,
      allowed,
    })),
})
