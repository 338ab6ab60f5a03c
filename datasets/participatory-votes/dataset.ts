import participatoryProjects from '../participatory-projects/dataset.ts'
import {check, column, defineDataset, licences} from '../src/index.ts'

export default defineDataset({
  id: 'participatory-votes',
  title: {uk: 'Голоси за проєкти громадського бюджету', en: 'Votes for participatory projects'},
  describe: {
    uk: 'Голоси без імен: за який проєкт і коли. Структура за додатком 35 до постанови № 835. Номер виборця один на рік, з людиною його не повʼязано; окремі голоси не публікуються, лише їх кількість.',
    en: 'Votes without names: for which project and when. The structure of annex 35 to resolution No. 835. A voter’s number lasts one year and leads to nobody; single votes are not published, only how many there were.',
  },
  publisher: {uk: 'Міська рада', en: 'City council'},
  theme: 'GOVE',
  cadence: 'ANNUAL',
  licence: licences.ccBy4,
  key: ['voter_id', 'project_id'],
  rowsAre: 'persons',
  columns: {
    project_id: column.text({
      from: 'projectUid',
      describe: {uk: 'Номер проєкту', en: 'Number of the project'},
    }),
    voter_id: column.text({
      from: 'voterID',
      privacy: 'aggregate_only',
      describe: {uk: 'Знеособлений номер виборця', en: 'Number of the voter, without a name'},
    }),
    voted_at: column.timestamp({
      from: 'voteDate',
      zone: 'Europe/Kyiv',
      privacy: 'aggregate_only',
      isPast: true,
      describe: {uk: 'Коли подано голос', en: 'When the vote was cast'},
    }),
  },
  checks: [check.relation('project_id', participatoryProjects, 'project_id'), check.past('voted_at')],
})
