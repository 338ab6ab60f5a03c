import {defineSeed} from '../../src/model.ts'

const divisions: [division: string, uk: string, en: string][] = [
  ['00', 'Функцію не зазначено', 'Function not stated'],
  ['01', 'Загальнодержавні функції', 'General public services'],
  ['02', 'Оборона', 'Defence'],
  ['03', 'Громадський порядок, безпека та судова влада', 'Public order and safety'],
  ['04', 'Економічна діяльність', 'Economic affairs'],
  ['05', 'Охорона навколишнього природного середовища', 'Environmental protection'],
  ['06', 'Житлово-комунальне господарство', 'Housing and community amenities'],
  ['07', 'Охорона здоровʼя', 'Health'],
  ['08', 'Духовний та фізичний розвиток', 'Recreation, culture and religion'],
  ['09', 'Освіта', 'Education'],
  ['10', 'Соціальний захист та соціальне забезпечення', 'Social protection'],
]

/** Ukraine's functional divisions are COFOG's, one to one (United Nations, COFOG 1999). */
export default defineSeed({
  name: 'functional_divisions',
  title: {uk: 'Функції бюджету', en: 'Functions of the budget'},
  describe: {
    uk: 'Розділи функціональної класифікації видатків і відповідні розділи COFOG.',
    en: 'Divisions of the functional classification of expenditure, and of COFOG.',
  },
  grain: ['division'],
  columns: {
    division: {type: 'text', uk: 'Розділ, перші дві цифри КФК', en: 'Division, the first two digits of KFK'},
    division_name_uk: {
      type: 'text',
      uk: 'Назва розділу українською',
      en: 'Name of the division in Ukrainian',
    },
    division_name_en: {type: 'text', uk: 'Назва розділу англійською', en: 'Name of the division in English'},
    cofog: {type: 'text', uk: 'Розділ COFOG', en: 'Division of COFOG'},
  },
  rows: () =>
    divisions.map(([division, uk, en]) => ({
      division,
      division_name_uk: uk,
      division_name_en: en,
      cofog: division === '00' ? '' : `GF${division}`,
    })),
})
