import {defineSeed} from '../../src/model.ts'

export default defineSeed({
  name: 'budget_codes',
  title: {uk: 'Коди бюджетів', en: 'Budget codes'},
  describe: {
    uk: 'Під якими кодами Казначейства подавали бюджет міста і відколи.',
    en: 'Treasury codes under which a city’s budget was reported, and since when.',
  },
  grain: ['city', 'budget_code'],
  columns: {
    city: {type: 'text', uk: 'Місто', en: 'City'},
    budget_code: {type: 'text', uk: 'Код бюджету', en: 'Budget code'},
    valid_from: {type: 'date', uk: 'Відколи', en: 'Since when'},
    current_code: {type: 'text', uk: 'Чинний код', en: 'Code in force'},
  },
  rows: cities =>
    cities.flatMap(({id, budgetCodes}) =>
      budgetCodes.map(({code, from}) => ({
        city: id,
        budget_code: code,
        valid_from: from,
        current_code: budgetCodes.at(-1)!.code,
      })),
    ),
})
