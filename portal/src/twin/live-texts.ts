/** What is said of new releases while the page is open. English stands in for other languages. */
const texts = {
  uk: {
    live: 'Оновлювати наживо',
    from: (moment: string) => `Випуск: ${moment}`,
    paused: 'Зупинено: дані не змінюються.',
    updated: (moment: string, titles: string) => `Оновлено ${moment}: ${titles}.`,
    same: (moment: string) => `Новий випуск ${moment}: показане тут не змінилося.`,
    failed: (title: string, why: string) => `Не вдалося оновити «${title}»: ${why}. Показано попередні дані.`,
    lost: (moment: string) => `Сервер не відповідає від ${moment}. Показано останні дані; питаємо далі.`,
    other: 'Змінилися також форми будівель або перелік шарів.',
    reload: 'Відкрити сторінку знову',
  },
  en: {
    live: 'Update live',
    from: (moment: string) => `Release: ${moment}`,
    paused: 'Paused: data do not change.',
    updated: (moment: string, titles: string) => `Updated ${moment}: ${titles}.`,
    same: (moment: string) => `A new release, ${moment}: what is shown here has not changed.`,
    failed: (title: string, why: string) =>
      `“${title}” could not be updated: ${why}. The data from before are shown.`,
    lost: (moment: string) =>
      `The server has not answered since ${moment}. The last data are shown; we keep asking.`,
    other: 'The shapes of buildings, or the list of layers, have changed, too.',
    reload: 'Open the page again',
  },
}

export type LiveTexts = (typeof texts)['uk']
export const liveTextsIn = (lang: string): LiveTexts => (lang === 'uk' ? texts.uk : texts.en)
