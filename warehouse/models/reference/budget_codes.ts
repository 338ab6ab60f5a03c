import {defineSeed} from '../../src/model.ts'

export default defineSeed({
  name: 'budget_codes',
  title: {uk: 'Коди бюджетів', en: 'Budget codes'},
  describe: {
    uk: 'Під якими кодами Казначейства подавали бюджет міста і відколи.',
    en: 'Treasury codes under which a city’s budget was reported, and since when.',
  },
  grain: ['city', 'budget_code'],
  publish: true,
  columns: {
    city: {type: 'text', uk: 'Місто', en: 'City'},
    budget_code: {type: 'text', uk: 'Код бюджету', en: 'Budget code'},
    valid_from: {type: 'date', uk: 'Відколи', en: 'Since when'},
    valid_to: {
      type: 'date',
      nullable: true,
      uk: 'Доки, останній день; порожньо – досі',
      en: 'Until when, the last day; empty if still',
    },
    current_code: {type: 'text', uk: 'Чинний код', en: 'Code in force'},
  },
  rows: cities =>
    cities.flatMap(({id, budgetCodes}) =>
      budgetCodes.map(({code, from}, index) => ({
        city: id,
        budget_code: code,
        valid_from: from,
        valid_to: dayBefore(budgetCodes[index + 1]?.from),
        current_code: budgetCodes.at(-1)!.code,
      })),
    ),
})

const dayBefore = (date: string | undefined): string | null =>
  date ? new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10) : null
