import budgetCredits from '@hromada/datasets/budget-credits/dataset.ts'
import budgetExpenses from '@hromada/datasets/budget-expenses/dataset.ts'
import budgetFinancing from '@hromada/datasets/budget-financing/dataset.ts'
import budgetIncomes from '@hromada/datasets/budget-incomes/dataset.ts'
import budgetPrograms from '@hromada/datasets/budget-programs/dataset.ts'
import {
  constant,
  countOf,
  countOver,
  dayAfter,
  earlierRow,
  firstOfMonth,
  integer,
  lastOfMonth,
  laterRow,
  running,
  trimmed,
} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'
import programLines from '../../intermediate/budget/int_budget_program_lines.ts'
import programNames from '../../reference/program_names.ts'

/**
 * What a code was called, from when to when. The treasury writes a code's name beside each amount, and one name a month:
 * of the 255 income codes of 25 budgets, January 2021 to June 2026, 39 were renamed, some for another purpose (11011500
 * was the tax on miners' pay, and since December 2024 it is an advance on the tax). Months in which a code is not used
 * belong to the name before them. Programmes have no names in the files; theirs are of the standard list's one edition.
 */
export default defineModel({
  name: 'budget_classifications',
  title: {
    uk: 'Класифікації бюджету: назви кодів за датами',
    en: 'Budget classifications: names of codes by date',
  },
  describe: {
    uk: 'Як звався код доходів, видатків, фінансування чи кредитів і від якого до якого дня, за файлами Казначейства. Коди перейменовують, а деякі віддають під інше: порівнюючи роки, беріть назву за датою. Назви програм – з однієї редакції типового переліку.',
    en: 'What a code of income, expenditure, financing or credits was called, from which day to which, by the treasury’s files. Codes are renamed, and some are given to another purpose: who compares years takes the name by date. Names of programmes are of one edition of the standard list.',
  },
  grain: ['city', 'classification', 'code', 'valid_from'],
  publish: true,
  inputs: [
    staging(budgetCredits),
    staging(budgetExpenses),
    staging(budgetFinancing),
    staging(budgetIncomes),
    staging(budgetPrograms),
    programLines,
    programNames,
  ],
  columns: {
    classification: {
      uk: 'income доходи (ККД), economic економічна (КЕКВ), functional функціональна (КФК), program програмна (ТПКВКМБ), financing фінансування, credit кредитування',
      en: 'income (KKD), economic (KEKV), functional (KFK), program (TPKVKMB), financing or credit',
    },
    code: {uk: 'Код', en: 'Code'},
    name: {uk: 'Назва', en: 'Name, in Ukrainian'},
    valid_from: {
      uk: 'Перший день місяця, у файлі за який назва така вперше',
      en: 'First day of the month whose file is the first with this name',
    },
    valid_to: {
      uk: 'Останній день перед наступною назвою; порожньо – досі',
      en: 'Last day before the next name; empty if still',
    },
    is_from_first_file: {
      uk: 'Чи так звалося вже в першому файлі міста: відколи, невідомо',
      en: 'Was it called so in the city’s first file already: since when is not known',
    },
    names: {uk: 'Скільки назв мав код', en: 'Names that the code has had', unit: '1'},
    months: {uk: 'У файлах за скільки місяців', en: 'Months whose files have it', unit: 'mo'},
    is_of_list: {
      uk: 'Чи назва – з типового переліку в одній редакції, а не з файлу за той місяць',
      en: 'Is the name of one edition of the standard list and not of the month’s file',
    },
  },
  query: db => {
    const incomes = db
      .selectFrom('stg_budget_incomes')
      .select(eb => [
        'city',
        constant('income').as('classification'),
        eb.ref('kkd').as('code'),
        firstOfMonth(eb.ref('period')).as('month'),
        trimmed(eb.ref('kkd_name')).as('name'),
      ])
    const economic = db
      .selectFrom('stg_budget_expenses')
      .select(eb => [
        'city',
        constant('economic').as('classification'),
        eb.ref('kekv').as('code'),
        firstOfMonth(eb.ref('period')).as('month'),
        trimmed(eb.ref('kekv_name')).as('name'),
      ])
    const functional = db
      .selectFrom('stg_budget_programs')
      .where('kfk', 'is not', null)
      .select(eb => [
        'city',
        constant('functional').as('classification'),
        eb.ref('kfk').$notNull().as('code'),
        firstOfMonth(eb.ref('period')).as('month'),
        trimmed(eb.ref('kfk_name')).as('name'),
      ])
    const financing = db
      .selectFrom('stg_budget_financing')
      .select(eb => [
        'city',
        constant('financing').as('classification'),
        eb.ref('financing_code').as('code'),
        firstOfMonth(eb.ref('period')).as('month'),
        trimmed(eb.ref('financing_name')).as('name'),
      ])
    const credits = db
      .selectFrom('stg_budget_credits')
      .select(eb => [
        'city',
        constant('credit').as('classification'),
        eb.ref('credit_code').as('code'),
        firstOfMonth(eb.ref('period')).as('month'),
        trimmed(eb.ref('credit_name')).as('name'),
      ])
    const programs = db
      .selectFrom('int_budget_program_lines as line')
      .innerJoin('program_names as list', 'list.program', 'line.program')
      .select(eb => [
        'line.city',
        constant('program').as('classification'),
        'list.program as code',
        firstOfMonth(lastOfMonth(eb.ref('line.year'), eb.ref('line.month'))).as('month'),
        trimmed(eb.ref('list.program_name')).as('name'),
      ])
    const written = incomes
      .unionAll(economic)
      .unionAll(functional)
      .unionAll(financing)
      .unionAll(credits)
      .unionAll(programs)
    const monthly = db
      .selectFrom(written.as('line'))
      .where('name', 'is not', null)
      .select(eb => ['city', 'classification', 'code', 'month', eb.fn.max('name').as('name')])
      .groupBy(['city', 'classification', 'code', 'month'])
    const marked = db.selectFrom(monthly.as('one')).select(eb => {
      const ofCode = [eb.ref('city'), eb.ref('classification'), eb.ref('code')]
      const earlier = earlierRow(eb.ref('name'), 1, ofCode, eb.ref('month'))
      return [
        'city',
        'classification',
        'code',
        'month',
        'name',
        eb.case().when(earlier, '=', eb.ref('name')).then(eb.lit(0)).else(eb.lit(1)).end().as('is_new'),
      ]
    })
    const numbered = db
      .selectFrom(marked.as('one'))
      .select(eb => [
        'city',
        'classification',
        'code',
        'month',
        'name',
        running(
          'sum',
          eb.ref('is_new'),
          [eb.ref('city'), eb.ref('classification'), eb.ref('code')],
          eb.ref('month'),
        ).as('which'),
      ])
    const spells = db
      .selectFrom(numbered.as('one'))
      .select(eb => [
        'city',
        'classification',
        'code',
        'name',
        eb.fn.min('month').as('valid_from'),
        integer(countOf()).as('months'),
      ])
      .groupBy(['city', 'classification', 'code', 'which', 'name'])
    const first = db
      .selectFrom(monthly.as('one'))
      .select(eb => ['city', 'classification', eb.fn.min('month').as('month')])
      .groupBy(['city', 'classification'])
    return db
      .selectFrom(spells.as('spell'))
      .innerJoin(first.as('first'), join =>
        join
          .onRef('first.city', '=', 'spell.city')
          .onRef('first.classification', '=', 'spell.classification'),
      )
      .select(eb => {
        const ofCode = [eb.ref('spell.city'), eb.ref('spell.classification'), eb.ref('spell.code')]
        return [
          'spell.city',
          'spell.classification',
          'spell.code',
          'spell.name',
          'spell.valid_from',
          dayAfter(
            laterRow(eb.ref('spell.valid_from'), 1, ofCode, eb.ref('spell.valid_from')).$castTo<string>(),
            -1,
          )
            .$castTo<string | null>()
            .as('valid_to'),
          eb('spell.valid_from', '=', eb.ref('first.month')).$castTo<boolean>().as('is_from_first_file'),
          integer(countOver(ofCode)).as('names'),
          'spell.months',
          eb('spell.classification', '=', 'program').$castTo<boolean>().as('is_of_list'),
        ]
      })
      .orderBy('spell.city')
      .orderBy('spell.classification')
      .orderBy('spell.code')
      .orderBy('spell.valid_from')
  },
  audits: {
    one_name_a_day: {
      describe: {uk: 'Того самого дня в коду одна назва', en: 'On any day a code has one name'},
      faults: db =>
        db
          .selectFrom('budget_classifications as one')
          .innerJoin('budget_classifications as other', join =>
            join
              .onRef('other.city', '=', 'one.city')
              .onRef('other.classification', '=', 'one.classification')
              .onRef('other.code', '=', 'one.code')
              .onRef('other.valid_from', '>', 'one.valid_from')
              .on(eb =>
                eb.or([
                  eb('one.valid_to', 'is', null),
                  eb('other.valid_from', '<=', eb.ref('one.valid_to').$notNull()),
                ]),
              ),
          )
          .select(['one.city', 'one.classification', 'one.code', 'one.valid_from']),
    },
  },
})
