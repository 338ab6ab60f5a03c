/** What publishing a scenario from the planning page says. */
export const publishingTexts = {
  uk: {
    publishTitle: 'Опублікувати як сценарій',
    publishLead:
      'Надішле варіанти й умови розрахунку на сервер міста: їх побачать усі, і всі зможуть написати коментар. Потрібен токен планувальника.',
    publishOff:
      'Публікацію не ввімкнено: у міста немає токена планувальника. Файл і посилання працюють і без неї.',
    token: 'Токен',
    tokenHint: 'Зберігається лише до закриття цієї вкладки.',
    publishName: 'Назва',
    publishSummary: 'Що пропонують і про що питають',
    publishUntil: 'Останній день коментарів (необовʼязково)',
    publishView: 'З якого вигляду відкривати в 3D',
    publishViews: {
      proposal: 'Пропозиція посередині',
      now: 'Мій теперішній вигляд: камера, шари, сонце',
      before: 'Як у попередній версії',
    },
    publishAs: 'Куди',
    publishNew: 'новий сценарій',
    publishReplace: (title: string) => `нова версія: ${title}`,
    publish: 'Опублікувати',
    publishDone: 'Опубліковано:',
  },
  en: {
    publishTitle: 'Publish as a scenario',
    publishLead:
      'Sends the variants and what is asked of them to the city’s server: everybody will see them and may comment. It needs a token of a planner.',
    publishOff:
      'Publishing is not turned on: the city has no token of a planner. File and link work without it.',
    token: 'Token',
    tokenHint: 'Kept until this tab is closed, and no longer.',
    publishName: 'Title',
    publishSummary: 'What is proposed, and what is asked',
    publishUntil: 'Last day of comments (optional)',
    publishView: 'The view it opens with in 3D',
    publishViews: {
      proposal: 'The proposal in the middle',
      now: 'My present view: camera, layers, sun',
      before: 'As in the version before',
    },
    publishAs: 'As',
    publishNew: 'a new scenario',
    publishReplace: (title: string) => `a new version: ${title}`,
    publish: 'Publish',
    publishDone: 'Published:',
  },
}
