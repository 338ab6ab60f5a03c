import type {Chapter} from '../../chapter.ts'
import {isoDate} from '../../tools/time/days.ts'
import {districts} from '../../world/districts.ts'
import {interventionsBefore} from '../../world/interventions.ts'

const file = 'interventions/interventions.demo.csv'
const register = 'appeals/appeals-*.demo.csv'

const header = [
  'uid',
  'title',
  'titleEn',
  'description',
  'descriptionEn',
  'indicator',
  'districts',
  'controlDistricts',
  'controlCities',
  'startDate',
  'monthsBefore',
  'monthsAfter',
  'decisionDate',
  'decisionNumber',
  'decisionUrl',
  'organizationName',
]

/** What the city declared it would change, where and by when. Appeals of the first district go by it. */
export const interventions: Chapter = {
  id: 'interventions',
  title: {uk: 'Оголошені заходи', en: 'Declared interventions'},
  thread: 'first',
  truths: [
    {
      id: 'dispatcher-works',
      title: {
        uk: 'Диспетчер за річкою справді допоміг: вчасно закривають помітно більше',
        en: 'The dispatcher beyond the river did help: many more cases are closed on time',
      },
      where: {
        uk: `${file}: Z-01 і ${register}: частка closedDateTime не пізніше за dueDateTime за місяцями й addressAdminUnitL5. За рік після startDate у Заріччянському районі вона вища за торішню на вісім пунктів, а в трьох районах порівняння майже та сама.`,
        en: `${file}: Z-01, and ${register}: the share of closedDateTime not later than dueDateTime by month and addressAdminUnitL5. In the year after startDate it is eight points higher in Zarichchianskyi than in the year before, and almost the same in the three districts to compare with.`,
      },
    },
    {
      id: 'reminders-do-nothing',
      title: {
        uk: 'Після нагадувань виконавцям вчасного побільшало, та не через них: узимку так усюди',
        en: 'After reminders to executors more was closed on time, but not because of them: winter did it everywhere',
      },
      where: {
        uk: `${file}: Z-02 і ${register}: та сама частка за пів року до й після startDate. У Гаванському районі вона вища на два пункти, але так само й у районах порівняння.`,
        en: `${file}: Z-02, and ${register}: the same share half a year before and after startDate. In Havanskyi it is higher by two points, but so it is in the districts to compare with.`,
      },
    },
  ],
  write({today}, outbox) {
    const csv = outbox.csv(file, header, {delimiter: ';'})
    const names = (indices: number[]) => indices.map(index => districts[index]!.name.uk).join(', ')
    for (const one of interventionsBefore(today))
      csv.row([
        one.uid,
        one.title.uk,
        one.title.en,
        one.what.uk,
        one.what.en,
        one.indicator,
        names(one.treated),
        names(one.control),
        '',
        isoDate(one.from),
        one.monthsBefore,
        one.monthsAfter,
        isoDate(one.decided),
        `${one.uid.slice(2)}-р`,
        `https://rada.pryklad.example/decisions/${one.uid.toLowerCase()}`,
        one.body.name,
      ])
    outbox.done(csv)
    return {dirt: []}
  },
}
