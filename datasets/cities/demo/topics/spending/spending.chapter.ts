import type {Chapter} from '../../chapter.ts'
import {makeBudget} from '../budget/make-budget.ts'
import {plantedIn} from '../budget/planted.ts'
import {writeSpending} from './write-spending.ts'

/** Payments behind the budget's executed lines, and the contracts behind the payments. */
export const spending: Chapter = {
  id: 'spending',
  title: {uk: 'Платежі та договори', en: 'Payments and contracts'},
  thread: 'second',
  truths: [
    {
      id: 'spending-split-contracts',
      title: {
        uk: 'Дев’ятнадцять договорів з одною фірмою, кожен трохи менший за поріг',
        en: 'Nineteen contracts with one firm, each just below the threshold',
      },
      where: {
        uk: 'spending/contracts.demo.csv останнього повного року: ТОВ "Тамариск-Сервіс-Приклад", сума кожного договору від 96 400 до 100 000 грн без тендера (tender порожнє), предмет той самий, різниться номер дільниці. Платежі: програма 1216030, КЕКВ 2240.',
        en: 'spending/contracts.demo.csv of the last whole year: ТОВ "Тамариск-Сервіс-Приклад", every contract between 96,400 and 100,000 hryvnias without a tender (tender is empty), for the same thing but for the number of the stretch. Payments: programme 1216030, KEKV 2240.',
      },
    },
    {
      id: 'spending-new-firm',
      title: {
        uk: 'Щойно заснована фірма отримує більшу частину програми інформатизації',
        en: 'A firm founded a moment ago gets most of the programme for computers',
      },
      where: {
        uk: 'spending/transactions-*.demo.csv, kpk 0217520, останній повний рік: понад половину сплачено ТОВ "Цифра-Фарватер-Приклад". Перший платіж їй – у квітні того року, а код ЄДРПОУ найбільший серед фірм: коди дають за порядком реєстрації.',
        en: 'spending/transactions-*.demo.csv, kpk 0217520, the last whole year: more than half is paid to ТОВ "Цифра-Фарватер-Приклад". Its first payment is in April of that year, and its ЄДРПОУ is the highest of all firms: codes are given in order of registration.',
      },
    },
    {
      id: 'spending-overpaid-contract',
      title: {
        uk: 'За один договір сплачено більше за його ціну',
        en: 'One contract was paid more than its value',
      },
      where: {
        uk: 'spending/contracts.demo.csv, amount, і spending/transactions-*.demo.csv, сума amount за contractId (і за номером договору там, де contractId порожнє): перевищення одне, капітальний ремонт, програма 1511300, КЕКВ 3132.',
        en: 'spending/contracts.demo.csv, amount, against spending/transactions-*.demo.csv, the sum of amount by contractId (and by the contract’s number where contractId is empty): one exceeds, a repair of programme 1511300, KEKV 3132.',
      },
    },
    {
      id: 'spending-warmed-with-electricity',
      title: {
        uk: 'Школи й садки Степового району грілися електрикою',
        en: 'Schools and kindergartens of Stepovyi district warmed themselves with electricity',
      },
      where: {
        uk: 'spending/transactions-*-02.demo.csv року аварії, КЕКВ 2273, kpk 0611010 і 0611021: рахунки закладів Степового району (payer_edrpou – edrpou в safety/schools.demo.csv) – утричі й більше за торішній лютий, решти – приблизно ті самі.',
        en: 'spending/transactions-*-02.demo.csv of the year of the failure, KEKV 2273, kpk 0611010 and 0611021: institutions of Stepovyi district (payer_edrpou is edrpou in safety/schools.demo.csv) paid three times the February before and more, the others about the same as then.',
      },
    },
  ],
  write(scope, outbox) {
    const planted = plantedIn(scope.today, scope.events)
    return {dirt: writeSpending(scope, scope.ground(), makeBudget(scope), planted, outbox)}
  },
}
