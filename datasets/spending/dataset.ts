import contracts from '../contracts/dataset.ts'
import {check, column, defineDataset, forms, licences} from '../src/index.ts'

/** IBANs, bank codes and free text: nothing a table may show. */
const forbidden = {nullable: true, privacy: 'forbidden'} as const

export default defineDataset({
  id: 'spending',
  title: {uk: 'Платежі з бюджету', en: 'Payments from the budget'},
  describe: {
    uk: 'Кожен платіж міста: хто, кому, коли, скільки, за якою програмою, економічним кодом і договором. Поля – як у програмному інтерфейсі Є-data. Одержувачами бувають люди: їхні імена й коди не публікуються, названо лише юридичних осіб; рахунки та призначення платежів не потрапляють до жодної таблиці.',
    en: 'Every payment of the city: who paid whom, when, how much, under which programme, economic code and contract. Fields are those of the spending.gov.ua interface. Some payees are persons: their names and codes are not published, only legal entities are named; accounts and details of payments get into no table.',
  },
  publisher: {uk: 'Єдиний веб-портал використання публічних коштів', en: 'Public spending portal of Ukraine'},
  theme: 'ECON',
  cadence: 'DAILY',
  licence: licences.ccBy4,
  key: ['payment_id'],
  entities: [{code: 'payee_code', name: 'payee_name'}],
  columns: {
    payment_id: column.text({
      from: 'id',
      describe: {uk: 'Номер платежу в системі', en: 'Number of the payment in the system'},
    }),
    paid_date: column.date({from: 'trans_date', describe: {uk: 'Коли проведено', en: 'When it was made'}}),
    document_date: column.date({
      from: 'doc_date',
      nullable: true,
      describe: {uk: 'Дата платіжного документа', en: 'Date of the payment order'},
    }),
    document_number: column.text({
      from: 'doc_number',
      nullable: true,
      describe: {uk: 'Номер платіжного документа', en: 'Number of the payment order'},
    }),
    amount_uah: column.decimal({
      from: 'amount',
      unit: 'UAH',
      describe: {
        uk: 'Сума; відʼємна – кошти повернулися',
        en: 'Amount; negative where money came back',
      },
    }),
    currency: column.text({from: 'currency', nullable: true, describe: {uk: 'Валюта', en: 'Currency'}}),
    payer_code: column.text({
      from: 'payer_edrpou',
      describe: {
        uk: 'Код ЄДРПОУ платника',
        en: 'Code of the payer in the register of legal entities (EDRPOU)',
      },
    }),
    payer_name: column.text({from: 'payer_name', nullable: true, describe: {uk: 'Платник', en: 'Payer'}}),
    payee_code: column.text({
      from: 'recipt_edrpou',
      nullable: true,
      describe: {
        uk: 'Код ЄДРПОУ одержувача – юридичної особи; порожньо – людина або невідомий',
        en: 'EDRPOU code of a payee that is a legal entity; empty for a person, or where it is not known',
      },
    }),
    payee_name: column.text({
      from: 'recipt_name',
      nullable: true,
      describe: {uk: 'Одержувач – юридична особа', en: 'Payee that is a legal entity'},
    }),
    kekv: column.text({
      from: 'kekv',
      nullable: true,
      describe: {uk: 'Код економічної класифікації (КЕКВ)', en: 'Economic code (KEKV)'},
    }),
    program: column.text({
      from: 'kpk',
      nullable: true,
      describe: {
        uk: 'Код програми: 7 знаків міста, останні 4 – типові',
        en: 'Programme code: 7 digits of the city, of which the last 4 are standard',
      },
    }),
    contract_id: column.text({
      from: 'contractId',
      nullable: true,
      describe: {uk: 'Номер договору в системі', en: 'Number of the contract in the system'},
    }),
    contract_number: column.text({
      from: 'contractNumber',
      nullable: true,
      describe: {uk: 'Номер договору в платника', en: 'Number of the contract at the payer'},
    }),
    budget_code: column.text({
      from: 'budgetCode',
      nullable: true,
      describe: {uk: 'Код бюджету Казначейства', en: 'Treasury code of the budget'},
    }),
    payment_details: column.text({
      from: 'payment_details',
      ...forbidden,
      describe: {
        uk: 'Призначення платежу: вільний текст, у якому бувають персональні дані',
        en: 'Details of the payment: free text that may hold personal data',
      },
    }),
    payer_account: column.text({
      from: 'payer_account',
      ...forbidden,
      describe: {uk: 'Рахунок платника', en: 'Account of the payer'},
    }),
    payee_account: column.text({
      from: 'recipt_account',
      ...forbidden,
      describe: {uk: 'Рахунок одержувача', en: 'Account of the payee'},
    }),
  },
  checks: [
    check.required('amount_uah', {severity: 'block', allow: {share: 0.01}}),
    check.pattern('payer_code', ...forms.edrpou),
    check.pattern('payee_code', ...forms.edrpouOrPerson),
    check.pattern('kekv', ...forms.kekv),
    check.pattern('program', /^\d{7}$/, {uk: 'код програми: 7 цифр', en: 'a programme code: 7 digits'}),
    check.pattern('budget_code', ...forms.budgetCode),
    check.relation('contract_id', contracts, 'contract_id'),
    check.past('paid_date'),
    check.order('document_date', '<=', 'paid_date'),
    check.fresh('paid_date', {within: 'P31D'}),
  ],
})
