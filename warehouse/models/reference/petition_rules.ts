import {defineSeed} from '../../src/model.ts'

export default defineSeed({
  name: 'petition_rules',
  title: {uk: 'Правила петицій', en: 'Rules of petitions'},
  describe: {
    uk: 'Скільки підписів і за який час потребує петиція до кожного органу, з якого дня. Статути громад перезатвердять до 2027 року, тож поріг – це дані з датою, а не стала.',
    en: 'How many signatures a petition to each authority needs and in what time, from which day. Statutes are to be adopted anew by 2027, so a threshold is a dated fact, not a constant.',
  },
  grain: ['city', 'scope', 'valid_from'],
  publish: true,
  columns: {
    city: {type: 'text', uk: 'Місто', en: 'City'},
    scope: {type: 'text', uk: 'Масштаб: city, district, national', en: 'Scope: city, district, national'},
    valid_from: {type: 'date', uk: 'Діє від', en: 'In force from'},
    valid_to: {
      type: 'date',
      nullable: true,
      uk: 'Діє до, не включно',
      en: 'In force until, that day not with it',
    },
    needed: {type: 'integer', unit: '1', uk: 'Скільки підписів потрібно', en: 'Signatures needed'},
    collection_days: {type: 'integer', nullable: true, unit: 'd', uk: 'Збір, днів', en: 'Collection, days'},
    collection_months: {type: 'integer', nullable: true, uk: 'Збір, місяців', en: 'Collection, months'},
    answer_working_days: {
      type: 'integer',
      nullable: true,
      unit: 'd',
      uk: 'Робочих днів на відповідь від оголошення про розгляд',
      en: 'Working days to answer, from the notice of consideration',
    },
    rule_source: {type: 'text', uk: 'Звідки відомо', en: 'Where it is known from'},
  },
  rows: cities =>
    cities.flatMap(({id, petitionRules}) =>
      petitionRules.map(({scope, from, signatures, collection, answerWorkingDays, source}) => ({
        city: id,
        scope,
        valid_from: from,
        valid_to:
          petitionRules
            .filter(other => other.scope === scope && other.from > from)
            .map(other => other.from)
            .sort()[0] ?? null,
        needed: signatures,
        collection_days: 'days' in collection ? collection.days : null,
        collection_months: 'months' in collection ? collection.months : null,
        answer_working_days: answerWorkingDays ?? null,
        rule_source: source,
      })),
    ),
})
