/** What links to a view say. English stands in for other languages. */
const texts = {
  uk: {
    copy: 'Посилання',
    copied: 'Посилання на цей вигляд скопійовано.',
    copyByHand: 'Браузер не дав скопіювати. Посилання обрано: натисніть Ctrl+C.',
    address: 'Посилання на цей вигляд',
    unreadable: (parts: string) =>
      `Частину посилання не вдалося прочитати, її пропущено: ${parts}. Решта – як у посиланні.`,
    newer: (version: string) =>
      `Це посилання новішого зразка (версія ${version}), якого цей портал ще не знає. Показано звичайний вигляд.`,
  },
  en: {
    copy: 'Copy link',
    copied: 'The link to this view was copied.',
    copyByHand: 'The browser did not allow copying. The link is selected: press Ctrl+C.',
    address: 'Link to this view',
    unreadable: (parts: string) =>
      `A part of the link could not be read and was left out: ${parts}. The rest is as the link says.`,
    newer: (version: string) =>
      `This link is of a newer kind (version ${version}) that this portal does not know yet. The usual view is shown.`,
  },
}

export type ShareTexts = (typeof texts)['uk']
export const shareTextsIn = (lang: string): ShareTexts => (lang === 'uk' ? texts.uk : texts.en)
