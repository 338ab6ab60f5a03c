import buildings from '../buildings/dataset.ts'
import {check, column, defineDataset, forms, licences} from '../src/index.ts'

export default defineDataset({
  id: 'addresses',
  title: {uk: 'Адресний реєстр', en: 'Register of addresses'},
  describe: {
    uk: 'Адреси будівель. Структура за додатком 37 до постанови № 835, доповнена координатами й кодом будівлі. Хто просив про адресу – не публікується.',
    en: 'Addresses of buildings. The structure of annex 37 to resolution No. 835 plus coordinates and the key of the building. Who asked for the address is not published.',
  },
  publisher: {uk: 'Міська рада', en: 'City council'},
  theme: 'REGI',
  cadence: 'MONTHLY',
  licence: licences.ccBy4,
  key: ['address_id'],
  columns: {
    address_id: column.text({from: 'uid', describe: {uk: 'Реєстраційний номер', en: 'Register number'}}),
    katottg: column.text({
      from: 'CATUTTC',
      describe: {uk: 'Код КАТОТТГ району', en: 'KATOTTH code of the district'},
    }),
    postcode: column.text({
      from: 'addressPostCode',
      nullable: true,
      describe: {uk: 'Поштовий індекс', en: 'Postcode'},
    }),
    settlement: column.text({
      from: 'addressPostName',
      describe: {uk: 'Населений пункт, без типу', en: 'Settlement, in Ukrainian'},
    }),
    object_name: column.text({
      from: 'addressObjectName',
      nullable: true,
      describe: {
        uk: 'Назва обʼєкта, якщо адреса не на вулиці',
        en: 'Name of the place, where there is no street',
      },
    }),
    street: column.text({
      from: 'addressThoroughfare',
      nullable: true,
      describe: {uk: 'Вулиця з типом', en: 'Street with its type, in Ukrainian'},
    }),
    house: column.text({
      from: 'addressLocatorDesignator',
      describe: {uk: 'Номер будинку: 12-А, 3/5', en: 'House number: 12-А, 3/5'},
    }),
    block: column.text({
      from: 'addressLocatorBuilding',
      nullable: true,
      describe: {uk: 'Номер корпусу', en: 'Number of the block'},
    }),
    status: column.text({
      from: 'statusType',
      allowed: ['Чинна', 'Чинна зі змінами', 'Скасована', 'Чинність відновлено'],
      describe: {uk: 'Статус адреси', en: 'Status of the address, in Ukrainian'},
    }),
    status_reason: column.text({
      from: 'statusDescription',
      nullable: true,
      freeText: true,
      describe: {uk: 'Підстава зміни статусу', en: 'What the status was changed by'},
    }),
    decision_number: column.text({
      from: 'decisionNumber',
      describe: {uk: 'Номер рішення', en: 'Number of the decision'},
    }),
    decision_date: column.date({
      from: 'decisionIssuedDate',
      nullable: true,
      describe: {uk: 'Дата рішення', en: 'Date of the decision'},
    }),
    decision_url: column.text({
      from: 'decisionUrl',
      nullable: true,
      describe: {uk: 'Посилання на рішення', en: 'Address of the decision'},
    }),
    cadastral_number: column.text({
      from: 'cadastralNumber',
      nullable: true,
      describe: {uk: 'Кадастровий номер ділянки', en: 'Cadastral number of the plot'},
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
    building_id: column.text({
      from: 'buildingId',
      nullable: true,
      describe: {uk: 'Код будівлі', en: 'Key of the building'},
    }),
    applicant: column.text({
      from: 'applicantName',
      nullable: true,
      privacy: 'internal',
      describe: {uk: 'Хто просив про адресу', en: 'Who asked for the address'},
    }),
  },
  checks: [
    // A file whose axes are swapped is no register of this city.
    check.inCity('lon', 'lat', {id: 'mostly_outside_city', allow: {share: 0.5}, severity: 'block'}),
    check.inCity('lon', 'lat'),
    check.pattern('katottg', ...forms.katottg),
    check.pattern('postcode', ...forms.postcode),
    check.relation('building_id', buildings, 'building_id'),
    check.past('decision_date'),
    check.filled('lon', {allow: {share: 0.02}}),
  ],
})
