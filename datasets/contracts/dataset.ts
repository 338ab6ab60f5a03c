import {check, column, defineDataset, forms, licences} from '../src/index.ts'

export default defineDataset({
  id: 'contracts',
  title: {uk: 'Договори', en: 'Contracts'},
  describe: {
    uk: 'Договори, за якими місто платить: хто, з ким, про що, на яку суму, через торги чи без них. Поля – як у програмному інтерфейсі Є-data; один рядок – один договір з одним контрагентом. Контрагентами бувають підприємці: їхні імена й коди не публікуються, названо лише юридичних осіб; адреси не потрапляють до жодної таблиці.',
    en: 'Contracts under which the city pays: who, with whom, for what, for how much, by tender or without. Fields are those of the spending.gov.ua interface; a row is a contract with its one contractor. Some contractors are persons who trade: their names and codes are not published, only legal entities are named; addresses get into no table.',
  },
  publisher: {uk: 'Єдиний веб-портал використання публічних коштів', en: 'Public spending portal of Ukraine'},
  theme: 'ECON',
  cadence: 'DAILY',
  licence: licences.ccBy4,
  key: ['contract_id'],
  entities: [{code: 'contractor_code', name: 'contractor_name'}],
  columns: {
    contract_id: column.text({
      from: 'id',
      describe: {uk: 'Номер договору в системі', en: 'Number of the contract in the system'},
    }),
    payer_code: column.text({
      from: 'edrpou',
      describe: {
        uk: 'Код ЄДРПОУ замовника',
        en: 'Code of the buyer in the register of legal entities (EDRPOU)',
      },
    }),
    contract_number: column.text({
      from: 'documentNumber',
      nullable: true,
      describe: {uk: 'Номер договору в замовника', en: 'Number of the contract at the buyer'},
    }),
    contract_date: column.date({
      from: 'documentDate',
      describe: {uk: 'Дата договору', en: 'Date of the contract'},
    }),
    signed_date: column.date({
      from: 'signDate',
      nullable: true,
      describe: {uk: 'Коли підписано', en: 'When it was signed'},
    }),
    amount_uah: column.decimal({
      from: 'currencyAmountUAH',
      unit: 'UAH',
      describe: {uk: 'Ціна договору', en: 'Value of the contract'},
    }),
    currency: column.text({from: 'currency', nullable: true, describe: {uk: 'Валюта', en: 'Currency'}}),
    contractor_code: column.text({
      from: 'contractors.identifier',
      nullable: true,
      describe: {
        uk: 'Код ЄДРПОУ контрагента – юридичної особи; порожньо – підприємець',
        en: 'EDRPOU code of a contractor that is a legal entity; empty for a person who trades',
      },
    }),
    contractor_name: column.text({
      from: 'contractors.name',
      nullable: true,
      describe: {uk: 'Контрагент – юридична особа', en: 'Contractor that is a legal entity'},
    }),
    contractor_type: column.text({
      from: 'contractors.contractorType',
      nullable: true,
      describe: {uk: 'Юридична особа чи підприємець', en: 'Legal entity or person who trades, in Ukrainian'},
    }),
    contractor_address: column.text({
      from: 'contractors.address',
      nullable: true,
      privacy: 'forbidden',
      describe: {uk: 'Адреса контрагента', en: 'Address of the contractor'},
    }),
    from_date: column.date({
      from: 'fromDate',
      nullable: true,
      describe: {uk: 'Початок дії', en: 'In force from'},
    }),
    to_date: column.date({from: 'toDate', nullable: true, describe: {uk: 'Кінець дії', en: 'In force to'}}),
    subject: column.text({
      from: 'subject',
      nullable: true,
      freeText: 'redact',
      describe: {uk: 'Предмет', en: 'Subject, in Ukrainian'},
    }),
    includes_vat: column.boolean({
      from: 'pdvInclude',
      nullable: true,
      describe: {uk: 'Чи ціна з ПДВ', en: 'Does the value include VAT'},
    }),
    vat_uah: column.decimal({
      from: 'pdvAmount',
      nullable: true,
      unit: 'UAH',
      describe: {uk: 'Сума ПДВ', en: 'Amount of VAT'},
    }),
    tender_id: column.text({
      from: 'tender',
      nullable: true,
      describe: {
        uk: 'Номер торгів; порожньо, якщо без торгів',
        en: 'Number of the tender; empty where there was none',
      },
    }),
    no_tender_reason: column.text({
      from: 'reason',
      nullable: true,
      freeText: 'redact',
      describe: {uk: 'Чому без торгів', en: 'Why there was no tender, in Ukrainian'},
    }),
    cpv: column.text({
      from: 'procurementItems.cpvCode',
      nullable: true,
      describe: {
        uk: 'Код предмета за Єдиним закупівельним словником (ДК 021:2015)',
        en: 'Code of the subject in the Common Procurement Vocabulary (CPV)',
      },
    }),
    cpv_name: column.text({
      from: 'procurementItems.nameUa',
      nullable: true,
      describe: {uk: 'Назва коду предмета', en: 'Name of the code, in Ukrainian'},
    }),
  },
  checks: [
    check.range('amount_uah', {from: 0.01}),
    check.order('contract_date', '<=', 'to_date'),
    check.order('from_date', '<=', 'to_date'),
    check.order('vat_uah', '<', 'amount_uah'),
    check.past('contract_date'),
    check.pattern('payer_code', ...forms.edrpou),
    check.pattern('contractor_code', ...forms.edrpouOrPerson),
    check.pattern('cpv', /^\d{8}-\d$/, {
      uk: 'код ДК 021: 8 цифр, риска, цифра',
      en: 'a CPV code: 8 digits, a dash, a digit',
    }),
    check.required('amount_uah', {severity: 'block', allow: {share: 0.01}}),
  ],
})
