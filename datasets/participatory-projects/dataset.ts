import districts from '../districts/dataset.ts'
import {check, column, defineDataset, licences} from '../src/index.ts'

const date = ['iso', '%d.%m.%Y']

export default defineDataset({
  id: 'participatory-projects',
  title: {uk: 'Проєкти громадського бюджету', en: 'Projects of the participatory budget'},
  describe: {
    uk: 'Що пропонували мешканці, скільки голосів набрано, скільки планували й скільки витратили. Структура за додатком 35 до постанови № 835, доповнена роком, темою й районом. Імена авторів не публікуються.',
    en: 'What residents proposed, how many votes it got, what was planned and what was spent. The structure of annex 35 to resolution No. 835 plus year, topic and district. Names of authors are not published.',
  },
  publisher: {uk: 'Міська рада', en: 'City council'},
  theme: 'GOVE',
  cadence: 'ANNUAL',
  licence: licences.ccBy4,
  key: ['project_id'],
  columns: {
    project_id: column.text({from: 'uid', describe: {uk: 'Номер проєкту', en: 'Number of the project'}}),
    year: column.integer({from: 'year', describe: {uk: 'Рік голосування', en: 'Year of the voting'}}),
    title: column.text({
      from: 'title',
      freeText: 'redact',
      describe: {uk: 'Назва', en: 'Title, in Ukrainian'},
    }),
    text: column.text({
      from: 'description',
      nullable: true,
      freeText: true,
      describe: {uk: 'Короткий опис', en: 'Short description, in Ukrainian'},
    }),
    topic: column.text({from: 'topic', nullable: true, describe: {uk: 'Тема', en: 'Topic, in Ukrainian'}}),
    size: column.text({
      from: 'kind',
      nullable: true,
      describe: {
        uk: 'Категорія: малий, середній, великий',
        en: 'Size: малий small, середній middling, великий large',
      },
    }),
    reach: column.text({
      from: 'type',
      nullable: true,
      describe: {
        uk: 'Вид: локальний або загальноміський',
        en: 'Reach: локальний local or загальноміський for the whole city',
      },
    }),
    district_id: column.text({
      from: 'district',
      nullable: true,
      describe: {uk: 'Район, код КАТОТТГ', en: 'District, KATOTTH code'},
    }),
    status: column.text({
      from: 'status',
      describe: {uk: 'Стан за словами видавця', en: 'Status in the publisher’s words'},
    }),
    votes: column.integer({from: 'count', unit: '1', describe: {uk: 'Голосів', en: 'Votes'}}),
    planned_uah: column.decimal({
      from: 'budgetPlan',
      nullable: true,
      unit: 'UAH',
      describe: {uk: 'Скільки просили', en: 'What it was to cost'},
    }),
    spent_uah: column.decimal({
      from: 'budgetFact',
      nullable: true,
      unit: 'UAH',
      describe: {uk: 'Скільки витратили', en: 'What it cost'},
    }),
    decided_date: column.date({
      from: 'decisionDate',
      format: date,
      nullable: true,
      describe: {uk: 'Коли названо переможців', en: 'When the winners were named'},
    }),
    completed_date: column.date({
      from: 'completedDate',
      format: date,
      nullable: true,
      describe: {uk: 'Коли реалізовано', en: 'When it was completed'},
    }),
    organization: column.text({
      from: 'projectResposible',
      nullable: true,
      describe: {uk: 'Хто відповідає за реалізацію', en: 'Who is responsible for it'},
    }),
    url: column.text({
      from: 'url',
      nullable: true,
      describe: {uk: 'Сторінка проєкту', en: 'Page of the project'},
    }),
    creator: column.text({
      from: 'creator',
      nullable: true,
      privacy: 'internal',
      describe: {uk: 'Імʼя автора', en: 'Name of the author'},
    }),
  },
  checks: [
    check.range('votes', {from: 0}),
    check.range('planned_uah', {from: 1}),
    check.order('decided_date', '<=', 'completed_date'),
    check.relation('district_id', districts, 'district_id'),
    check.past('completed_date'),
    check.range('year', {from: 2012, to: 2100}),
  ],
})
