import districts from '../districts/dataset.ts'
import {check, column, defineDataset, licences} from '../src/index.ts'

/** ISO as the annex has it, and the usual Ukrainian form. */
const kyivClock = ['iso', '%d.%m.%Y %H:%M', '%d.%m.%Y']

export default defineDataset({
  id: 'petitions',
  title: {uk: 'Електронні петиції', en: 'E-petitions'},
  describe: {
    uk: 'Петиції: назва, скільки підписів зібрано й потрібно, коли опубліковано, чи є відповідь. Структура за додатком 34 до постанови № 835, доповнена порогом і кінцем збору. Імена підписантів не публікуються.',
    en: 'Petitions: title, signatures collected and needed, when published, whether answered. The structure of annex 34 to resolution No. 835 plus threshold and end of collection. Names of signers are not published.',
  },
  publisher: {uk: 'Міська рада', en: 'City council'},
  theme: 'GOVE',
  cadence: 'DAILY',
  licence: licences.ccBy4,
  key: ['petition_id'],
  columns: {
    petition_id: column.text({from: 'uid', describe: {uk: 'Номер петиції', en: 'Number of the petition'}}),
    // The law has petitions published with their authors: people named in them stay, telephones do not.
    title: column.text({
      from: 'title',
      privacy: 'public_by_law',
      freeText: 'redact',
      describe: {uk: 'Назва', en: 'Title'},
    }),
    url: column.text({
      from: 'url',
      nullable: true,
      describe: {uk: 'Сторінка петиції', en: 'Page of the petition'},
    }),
    topic: column.text({from: 'kind', nullable: true, describe: {uk: 'Тема', en: 'Topic'}}),
    status: column.text({
      from: 'status',
      describe: {uk: 'Стан за словами видавця', en: 'Status in the publisher’s words'},
    }),
    signatures: column.integer({from: 'count', unit: '1', describe: {uk: 'Підписів', en: 'Signatures'}}),
    threshold: column.integer({
      from: 'threshold',
      nullable: true,
      unit: '1',
      describe: {uk: 'Скільки підписів потрібно', en: 'Signatures needed'},
    }),
    created_at: column.timestamp({
      from: 'createdDate',
      zone: 'Europe/Kyiv',
      format: kyivClock,
      nullable: true,
      isPast: true,
      describe: {uk: 'Коли подано', en: 'When submitted'},
    }),
    opened_at: column.timestamp({
      from: 'startDate',
      zone: 'Europe/Kyiv',
      format: kyivClock,
      nullable: true,
      isPast: true,
      describe: {uk: 'Початок збору підписів', en: 'Start of collection'},
    }),
    closes_at: column.timestamp({
      from: 'endDate',
      zone: 'Europe/Kyiv',
      format: kyivClock,
      nullable: true,
      describe: {uk: 'Кінець збору підписів', en: 'End of collection'},
    }),
    threshold_reached_at: column.timestamp({
      from: 'thresholdDate',
      zone: 'Europe/Kyiv',
      format: kyivClock,
      nullable: true,
      isPast: true,
      describe: {uk: 'Коли досягнуто порогу', en: 'When the threshold was reached'},
    }),
    rejected_at: column.timestamp({
      from: 'rejectedDate',
      zone: 'Europe/Kyiv',
      format: kyivClock,
      nullable: true,
      isPast: true,
      describe: {uk: 'Коли відхилено', en: 'When rejected'},
    }),
    answered_at: column.timestamp({
      from: 'answerDate',
      zone: 'Europe/Kyiv',
      format: kyivClock,
      nullable: true,
      isPast: true,
      describe: {uk: 'Коли надано відповідь', en: 'When answered'},
    }),
    considered_at: column.timestamp({
      from: 'noticeDate',
      zone: 'Europe/Kyiv',
      format: kyivClock,
      nullable: true,
      isPast: true,
      describe: {
        uk: 'Коли оголошено про початок розгляду: звідси десять робочих днів',
        en: 'When consideration was announced: the ten working days run from here',
      },
    }),
    decision: column.text({
      from: 'decision',
      nullable: true,
      describe: {uk: 'Рішення за словами видавця', en: 'Decision in the publisher’s words'},
    }),
    rejected_reason: column.text({
      from: 'rejectedReason',
      nullable: true,
      freeText: true,
      describe: {uk: 'Чому відхилено', en: 'Why it was rejected'},
    }),
    scope: column.text({
      from: 'scope',
      nullable: true,
      allowed: ['city', 'district'],
      describe: {
        uk: 'За чиїм порогом: city усе місто, district один район',
        en: 'Whose threshold it needs: the whole city’s or a district’s',
      },
    }),
    district_id: column.text({
      from: 'district',
      nullable: true,
      describe: {uk: 'Район, про який ідеться, код КАТОТТГ', en: 'District it is about, KATOTTH code'},
    }),
    text: column.text({
      from: 'content',
      nullable: true,
      privacy: 'public_by_law',
      freeText: true,
      describe: {uk: 'Текст петиції', en: 'Text of the petition, in Ukrainian'},
    }),
    answer: column.text({
      from: 'answer',
      nullable: true,
      freeText: true,
      describe: {uk: 'Коротко про відповідь', en: 'The answer in brief, in Ukrainian'},
    }),
    answer_url: column.text({
      from: 'answerUrl',
      nullable: true,
      describe: {uk: 'Сторінка відповіді', en: 'Page of the answer'},
    }),
    signatures_by_country: column.json({
      from: 'signaturesByCountry',
      nullable: true,
      describe: {
        uk: 'Підписи за країнами, якщо їх рахує видавець',
        en: 'Signatures by country, where the publisher counts them',
      },
    }),
    creator: column.text({
      from: 'creator',
      nullable: true,
      privacy: 'internal',
      describe: {uk: 'Імʼя автора', en: 'Name of the author'},
    }),
  },
  checks: [
    check.range('signatures', {from: 0}),
    check.range('threshold', {from: 1}),
    check.order('created_at', '<=', 'opened_at'),
    check.order('opened_at', '<=', 'closes_at'),
    check.order('opened_at', '<=', 'threshold_reached_at'),
    check.past('created_at'),
    check.relation('district_id', districts, 'district_id'),
    check.filled('district_id', {where: {scope: 'district'}}),
  ],
})
