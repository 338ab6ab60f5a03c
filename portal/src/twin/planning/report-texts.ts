/** What the report for printing says beside that. */
export const reportTexts = {
  uk: {
    reportTitle: 'Звіт про пропозицію',
    reportLead:
      'Цей звіт складено в браузері з адреси сторінки й даних випуску. Та сама адреса з тим самим випуском дає ті самі числа.',
    reportNone: 'В адресі немає пропозиції. Відкрийте її у двійнику й натисніть «Звіт для друку».',
    reportPrint: 'Друк або PDF',
    reportBack: 'Змінити у двійнику',
    reportOpen: 'До двійника',
    reportData: 'Дані',
    reportRelease: 'Випуск',
    reportDigest: 'Відбиток чисел (SHA-256)',
    reportSettings: 'Умови',
    reportAddress: 'Адреса цього звіту',
  },
  en: {
    reportTitle: 'Report on a proposal',
    reportLead:
      'This report was put together in the browser from the page’s address and the data of the release. The same address with the same release gives the same numbers.',
    reportNone: 'The address carries no proposal. Open one in the twin and press “Report to print”.',
    reportPrint: 'Print or PDF',
    reportBack: 'Change it in the twin',
    reportOpen: 'To the twin',
    reportData: 'Data',
    reportRelease: 'Release',
    reportDigest: 'Fingerprint of the numbers (SHA-256)',
    reportSettings: 'Conditions',
    reportAddress: 'Address of this report',
  },
}
