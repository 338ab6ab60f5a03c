import {check, column, defineDataset, forms, licences} from '../src/index.ts'

/** ISO as the annex has it, and the usual Ukrainian form. */
const kyivClock = ['iso', '%d.%m.%Y %H:%M', '%d.%m.%Y']

export default defineDataset({
  id: 'appeals',
  title: {uk: 'Звернення мешканців', en: 'Residents’ appeals'},
  describe: {
    uk: 'Звернення до контактного центру: коли надійшло, про що, хто виконує, чи закрито. Структура за додатком 33 до постанови № 835, доповнена строками, перебігом розгляду й місцем. Тексти, адреси та заявники не публікуються.',
    en: 'Appeals to the contact centre: when received, about what, who is responsible, whether closed. The structure of annex 33 to resolution No. 835 plus terms, the course of handling and the place. Texts, addresses and applicants are not published.',
  },
  publisher: {uk: 'Міська рада', en: 'City council'},
  theme: 'GOVE',
  cadence: 'DAILY',
  licence: licences.ccBy4,
  key: ['appeal_id'],
  homes: {lon: 'lon', lat: 'lat', shownWhere: 'is_public_on_map'},
  columns: {
    appeal_id: column.text({from: 'uid', describe: {uk: 'Номер звернення', en: 'Number of the appeal'}}),
    received_at: column.timestamp({
      from: 'receivedDateTime',
      zone: 'Europe/Kyiv',
      format: kyivClock,
      isPast: true,
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
      isPast: true,
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
    appeal_type: column.text({
      from: 'appealType',
      nullable: true,
      describe: {
        uk: 'Скарга, заява, аварійна заявка … – де видавець розрізняє їх окремо від виду',
        en: 'Complaint, application, emergency … where the publisher tells them apart from the kind',
      },
    }),
    legal_basis: column.text({
      from: 'legalBasis',
      nullable: true,
      describe: {
        uk: 'Підстава: звернення за законом, заявка за нормою служби, консультація',
        en: 'Ground: appeal by law, request by the service’s norm, consultation',
      },
    }),
    due_term: column.text({
      from: 'dueTerm',
      nullable: true,
      describe: {
        uk: 'Строк за правилом, тривалість ISO 8601: PT24H, P15D, P1M',
        en: 'Term by the rule, an ISO 8601 duration: PT24H, P15D, P1M',
      },
    }),
    registered_at: column.timestamp({
      from: 'registeredDateTime',
      zone: 'Europe/Kyiv',
      format: kyivClock,
      nullable: true,
      isPast: true,
      describe: {uk: 'Коли зареєстровано', en: 'When it was registered'},
    }),
    first_response_at: column.timestamp({
      from: 'firstResponseDateTime',
      zone: 'Europe/Kyiv',
      format: kyivClock,
      nullable: true,
      isPast: true,
      describe: {uk: 'Коли вперше відповіли чи взяли в роботу', en: 'When it was first answered or taken up'},
    }),
    extended_to: column.timestamp({
      from: 'extendedTo',
      zone: 'Europe/Kyiv',
      format: kyivClock,
      nullable: true,
      describe: {uk: 'До якого часу продовжено строк', en: 'To when the term was extended'},
    }),
    reopened_at: column.timestamp({
      from: 'reopenedDateTime',
      zone: 'Europe/Kyiv',
      format: kyivClock,
      nullable: true,
      isPast: true,
      describe: {uk: 'Коли закрите відкрили знову', en: 'When, once closed, it was opened again'},
    }),
    duplicate_of: column.text({
      from: 'duplicateOf',
      nullable: true,
      describe: {uk: 'Номер звернення, яке повторює', en: 'Number of the appeal that it repeats'},
    }),
    sign: column.text({
      from: 'sign',
      nullable: true,
      describe: {
        uk: 'Ознака за класифікатором звернень (постанова № 858): 2.1 первинне, 2.2 повторне, 2.3 дублетне, 2.4 неодноразове, 2.5 масове',
        en: 'Sign by the classifier of appeals (resolution No. 858): 2.1 initial, 2.2 repeated, 2.3 duplicate, 2.4 multiple, 2.5 mass',
      },
    }),
    subject: column.text({
      from: 'subject',
      nullable: true,
      describe: {
        uk: 'Суб’єкт за класифікатором: 5.1 індивідуальне, 5.2 колективне, 5.3 анонімне',
        en: 'Subject by the classifier: 5.1 individual, 5.2 collective, 5.3 anonymous',
      },
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
    organization_code: column.text({
      from: 'organizationId',
      nullable: true,
      describe: {uk: 'ЄДРПОУ виконавця', en: 'Code (EDRPOU) of who is responsible'},
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
      describe: {
        uk: 'Довгота, WGS 84: середини квадрата 250 × 250 м, якщо заявник не погодився показати місце',
        en: 'Longitude, WGS 84: of the middle of a square of 250 m unless the applicant agreed to show the place',
      },
    }),
    lat: column.number({
      from: 'lat',
      nullable: true,
      unit: 'deg',
      describe: {
        uk: 'Широта, WGS 84: середини квадрата 250 × 250 м, якщо заявник не погодився показати місце',
        en: 'Latitude, WGS 84: of the middle of a square of 250 m unless the applicant agreed to show the place',
      },
    }),
    address: column.text({
      from: 'addressThoroughfare',
      nullable: true,
      privacy: 'internal',
      describe: {uk: 'Вулиця', en: 'Street'},
    }),
    house_number: column.text({
      from: 'addressLocatorDesignator',
      nullable: true,
      privacy: 'internal',
      describe: {uk: 'Номер будинку', en: 'House number'},
    }),
    is_public_on_map: column.boolean({
      from: 'publicOnMap',
      nullable: true,
      privacy: 'internal',
      describe: {
        uk: 'Чи погодився заявник показати звернення на карті',
        en: 'Whether the applicant agreed to have it shown on a map',
      },
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
    applicant_category: column.text({
      from: 'applicantCategory',
      nullable: true,
      privacy: 'forbidden',
      describe: {uk: 'Категорія заявника', en: 'Category of the applicant'},
    }),
    applicant_name: column.text({
      from: 'applicantName',
      nullable: true,
      privacy: 'forbidden',
      describe: {uk: 'Заявник', en: 'Applicant'},
    }),
    applicant_phone: column.text({
      from: 'applicantPhone',
      nullable: true,
      privacy: 'forbidden',
      describe: {uk: 'Телефон заявника', en: 'Phone of the applicant'},
    }),
  },
  checks: [
    check.inCity('lon', 'lat', {id: 'mostly_outside_city', allow: {share: 0.5}, severity: 'block'}),
    check.inCity('lon', 'lat'),
    check.order('received_at', '<=', 'closed_at'),
    check.order('received_at', '<=', 'due_at'),
    check.order('received_at', '<=', 'registered_at'),
    check.past('received_at'),
    check.fresh('received_at', {within: 'P3D'}),
    check.relation('duplicate_of', null, 'appeal_id'),
    check.filled('district', {allow: {share: 0.02}}),
    check.filled('organization', {allow: {share: 0.02}}),
    check.pattern('organization_code', ...forms.edrpou),
    check.pattern('due_term', ...forms.isoDuration),
    check.pattern('sign', /^2\.[1-5]$/, {uk: 'ознака від 2.1 до 2.5', en: 'a sign from 2.1 to 2.5'}),
    check.pattern('subject', /^5\.[1-3]$/, {uk: 'субʼєкт від 5.1 до 5.3', en: 'a subject from 5.1 to 5.3'}),
    check.lines({severity: 'block', allow: {share: 0.05}}),
    check.required('received_at', {severity: 'block', allow: {share: 0.05}}),
  ],
})
