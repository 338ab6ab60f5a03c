import {column, defineDataset, licences} from '../src/index.ts'

/** ISO as the annex has it, and the usual Ukrainian form. */
const kyivClock = ['iso', '%d.%m.%Y %H:%M', '%d.%m.%Y']

export default defineDataset({
  id: 'appeals',
  title: {uk: 'Звернення мешканців', en: 'Residents’ appeals'},
  describe: {
    uk: 'Звернення до контактного центру: коли надійшло, про що, хто виконує, чи закрито. Структура за додатком 33 до постанови № 835, доповнена строком, датою закриття й місцем. Тексти та адреси не публікуються.',
    en: 'Appeals to the contact centre: when received, about what, who is responsible, whether closed. The structure of annex 33 to resolution No. 835 plus due time, closing time and place. Texts and addresses are not published.',
  },
  publisher: {uk: 'Міська рада', en: 'City council'},
  theme: 'GOVE',
  cadence: 'DAILY',
  licence: licences.ccBy4,
  key: ['appeal_id'],
  columns: {
    appeal_id: column.text({from: 'uid', describe: {uk: 'Номер звернення', en: 'Number of the appeal'}}),
    received_at: column.timestamp({
      from: 'receivedDateTime',
      zone: 'Europe/Kyiv',
      format: kyivClock,
      describe: {uk: 'Коли надійшло', en: 'When it was received'},
    }),
    due_at: column.timestamp({
      from: 'dueDateTime',
      zone: 'Europe/Kyiv',
      format: kyivClock,
      nullable: true,
      describe: {uk: 'До якого часу слід виконати', en: 'When it is due'},
    }),
    closed_at: column.timestamp({
      from: 'closedDateTime',
      zone: 'Europe/Kyiv',
      format: kyivClock,
      nullable: true,
      describe: {uk: 'Коли закрито; порожньо, якщо відкрите', en: 'When it was closed; empty while open'},
    }),
    category: column.text({from: 'kind', describe: {uk: 'Тема', en: 'Topic'}}),
    subcategory: column.text({
      from: 'type',
      nullable: true,
      describe: {uk: 'Вид звернення', en: 'Kind of appeal'},
    }),
    status: column.text({
      from: 'status',
      describe: {uk: 'Стан за словами видавця', en: 'Status in the publisher’s words'},
    }),
    channel: column.text({
      from: 'accrualMethod',
      nullable: true,
      describe: {uk: 'Як надійшло', en: 'How it came in'},
    }),
    organization: column.text({
      from: 'organizationName',
      nullable: true,
      describe: {uk: 'Виконавець', en: 'Who is responsible'},
    }),
    district: column.text({
      from: 'addressAdminUnitL5',
      nullable: true,
      describe: {uk: 'Район міста', en: 'District of the city'},
    }),
    lon: column.number({
      from: 'lon',
      nullable: true,
      unit: 'deg',
      describe: {uk: 'Довгота, WGS 84', en: 'Longitude, WGS 84'},
    }),
    lat: column.number({
      from: 'lat',
      nullable: true,
      unit: 'deg',
      describe: {uk: 'Широта, WGS 84', en: 'Latitude, WGS 84'},
    }),
    address: column.text({
      from: 'addressThoroughfare',
      nullable: true,
      privacy: 'internal',
      describe: {uk: 'Вулиця', en: 'Street'},
    }),
    content: column.text({
      from: 'content',
      nullable: true,
      privacy: 'forbidden',
      describe: {uk: 'Текст звернення', en: 'Text of the appeal'},
    }),
    result: column.text({
      from: 'result',
      nullable: true,
      privacy: 'internal',
      describe: {uk: 'Відповідь виконавця', en: 'Answer of who was responsible'},
    }),
  },
})
