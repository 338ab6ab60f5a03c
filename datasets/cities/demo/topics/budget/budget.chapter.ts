import type {Chapter} from '../../chapter.ts'
import {makeBudget} from './make-budget.ts'
import {plantedIn} from './planted.ts'
import {writeBudget} from './write-budget.ts'
import {writePlans} from './write-plans.ts'

/** The city's budget as the treasury reports it. Its amounts are the city's own: `scale` does not multiply them. */
export const budget: Chapter = {
  id: 'budget',
  title: {uk: 'Бюджет міста', en: 'The city’s budget'},
  thread: 'second',
  truths: [
    {
      id: 'budget-idle-energy-saving',
      title: {
        uk: 'Заходи з енергозбереження виконано на 41 %',
        en: 'Of the plan for saving energy 41 % was spent',
      },
      where: {
        uk: 'budget/expenses-program-*.demo.csv останнього повного року, грудень, фонд T: за COD_CONS_MB_PK 1217640 сума FAKT_AMT становить 41 % від суми ZAT_AMT; усе місто – понад 90 %.',
        en: 'budget/expenses-program-*.demo.csv of the last whole year, December, fund T: for COD_CONS_MB_PK 1217640 the sum of FAKT_AMT is 41 % of the sum of ZAT_AMT; for the whole city it is above 90 %.',
      },
    },
    {
      id: 'budget-december-houses',
      title: {
        uk: 'Програма житлового фонду сплачує половину року в грудні',
        en: 'The programme for housing pays out half of its year in December',
      },
      where: {
        uk: 'budget/expenses-program-*.demo.csv, фонд T, COD_CONS_MB_PK 1216011: різниця FAKT_AMT грудня й листопада – близько половини року в кожному році; в усьому місті – близько п’ятої частини.',
        en: 'budget/expenses-program-*.demo.csv, fund T, COD_CONS_MB_PK 1216011: December’s FAKT_AMT less November’s is about half of the year, in every year; in the whole city it is about a fifth.',
      },
    },
    {
      id: 'budget-cold-schools',
      title: {
        uk: 'Після аварії на тепломережі рахунок шкіл і садків за електроенергію подвоївся',
        en: 'After the heating failed, the electricity bill of schools and kindergartens doubled',
      },
      where: {
        uk: 'budget/expenses-program-*.demo.csv, програми 0611010 і 0611021, COD_CONS_EK 2273, лютий року аварії: за місяць сплачено більш ніж удвічі більше, ніж торік; решта програм зросла звичайно. Самі платежі – у spending/.',
        en: 'budget/expenses-program-*.demo.csv, programmes 0611010 and 0611021, COD_CONS_EK 2273, February of the year of the failure: more than twice what was paid in the February before, while other programmes grew as usual. The payments are in spending/.',
      },
    },
    {
      id: 'budget-transit-transfer',
      title: {
        uk: 'Транзитна субвенція рахується двічі',
        en: 'A subvention in transit is counted twice',
      },
      where: {
        uk: 'Останній повний рік: чотири надходження в budget/incomes (COD_INCO 41053900) до копійки дорівнюють видаткам наступного місяця за програмою 3719770, COD_CONS_EK 2620. Місто їх лише передало: вони збільшують і доходи, і загальнодержавні функції.',
        en: 'The last whole year: four receipts in budget/incomes (COD_INCO 41053900) equal, to the kopiyka, what programme 3719770 paid under COD_CONS_EK 2620 in the month after. The city only passed them on: they swell income and general public services alike.',
      },
    },
    {
      id: 'budget-soldiers-tax',
      title: {
        uk: 'Податок із грошового забезпечення військових прийшов і зник',
        en: 'The tax on soldiers’ pay came and went',
      },
      where: {
        uk: 'budget/incomes-*.demo.csv, COD_INCO 11010200: у 2022 році – близько п’ятої частини всіх доходів, після жовтня 2023-го надходжень немає. Без нього доходи 2022 року менші за план січня.',
        en: 'budget/incomes-*.demo.csv, COD_INCO 11010200: about a fifth of all income in 2022, and nothing after October 2023. Without it, income of 2022 is below January’s plan.',
      },
    },
    {
      id: 'budget-war-year',
      title: {
        uk: 'Навесні 2022 року капітальні видатки зупинилися, а гроші накопичилися',
        en: 'In spring 2022 capital spending stopped and money piled up',
      },
      where: {
        uk: 'budget/expenses-economic-2022.demo.csv: коди 3xxx з березня по серпень майже не зростають; budget/financing-2022.demo.csv: залишок на кінець періоду (602200) зріс до кінця року більш ніж удвічі.',
        en: 'budget/expenses-economic-2022.demo.csv: codes 3xxx hardly grow from March to August; budget/financing-2022.demo.csv: what is on the accounts at the end of the period (602200) more than doubles by the end of the year.',
      },
    },
  ],
  write(scope, outbox) {
    const {lastYear} = plantedIn(scope.today, scope.events)
    const years = makeBudget(scope)
    writePlans(scope.seed, years, outbox)
    return {
      dirt: writeBudget(
        scope.seed,
        years,
        {withoutNoughts: lastYear - 2, twice: lastYear - 1, blanks: lastYear, repeated: lastYear - 3},
        outbox,
      ),
    }
  },
}
