import districts from '../districts/dataset.ts'
import {check, column, defineDataset, licences} from '../src/index.ts'

/** What is not known is neither yes nor no. */
const known = (from: string, uk: string, en: string) =>
  column.boolean({from, nullable: true, describe: {uk, en}})

export default defineDataset({
  id: 'invincibility-points',
  title: {uk: 'Пункти незламності', en: 'Points of invincibility'},
  describe: {
    uk: 'Де зігрітися, зарядити телефон і вийти на звʼязок, коли немає світла. Додатка для них немає, структура порталу. Чи має пункт статичну адресу для моніторингу, сказано; сама адреса й телефони не публікуються.',
    en: 'Where to get warm, charge a telephone and be online when the power is out. No annex covers them; the structure is the portal’s. Whether a point has a static address for monitoring is told; the address and telephones are not published.',
  },
  publisher: {uk: 'Міська рада', en: 'City council'},
  theme: 'GOVE',
  cadence: 'MONTHLY',
  licence: licences.ccBy4,
  key: ['point_id'],
  columns: {
    point_id: column.text({from: 'uid', describe: {uk: 'Номер', en: 'Number'}}),
    name: column.text({from: 'name', describe: {uk: 'Назва', en: 'Name, in Ukrainian'}}),
    operator: column.text({
      from: 'type',
      nullable: true,
      allowed: ['state', 'municipal', 'business', 'rail'],
      describe: {
        uk: 'Хто утримує: state держава, municipal громада, business бізнес, rail залізниця',
        en: 'Who runs it: state, municipal, business or rail',
      },
    }),
    district_id: column.text({
      from: 'CATUTTC',
      nullable: true,
      describe: {uk: 'Район, код КАТОТТГ', en: 'District, KATOTTH code'},
    }),
    address: column.text({
      from: 'addressThoroughfare',
      nullable: true,
      describe: {uk: 'Вулиця', en: 'Street, in Ukrainian'},
    }),
    house: column.text({
      from: 'addressLocatorDesignator',
      nullable: true,
      describe: {uk: 'Номер будинку', en: 'House number'},
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
    capacity_persons: column.integer({
      from: 'capacity',
      nullable: true,
      unit: '1',
      describe: {uk: 'Місткість', en: 'Capacity'},
    }),
    is_open_always: known('open24h', 'Чи цілодобово', 'Is it always open?'),
    opening: column.text({
      from: 'hours',
      nullable: true,
      describe: {uk: 'Коли відчинено', en: 'Opening hours'},
    }),
    internet: column.text({
      from: 'internet',
      nullable: true,
      allowed: ['xpon', 'starlink', 'other', 'none'],
      describe: {
        uk: 'Інтернет: xpon, starlink, other інший, none немає',
        en: 'Internet: xpon, starlink, other or none',
      },
    }),
    has_monitoring: known(
      'staticIpMonitored',
      'Чи має статичну адресу для моніторингу',
      'Has it a static address for monitoring?',
    ),
    has_heating: known('heating', 'Чи є тепло', 'Is it heated?'),
    has_water: known('water', 'Чи є вода', 'Is there water?'),
    power: column.text({
      from: 'power',
      nullable: true,
      allowed: ['generator', 'battery'],
      describe: {
        uk: 'Резервне живлення: generator генератор, battery акумулятор',
        en: 'Backup power: generator or battery',
      },
    }),
    has_charging: known('charging', 'Чи можна зарядити телефон', 'Can telephones be charged?'),
    has_first_aid: known('medical', 'Чи є аптечка або медик', 'Is there first aid?'),
    has_child_area: known('childArea', 'Чи є місце для дітей', 'Is there room for children?'),
    accessible: column.text({
      from: 'accessible',
      nullable: true,
      allowed: ['yes', 'partly', 'no'],
      describe: {uk: 'Доступність для людей на кріслах колісних', en: 'Access for wheelchair users'},
    }),
    status: column.text({
      from: 'status',
      allowed: ['active', 'reserve', 'closed'],
      describe: {
        uk: 'Стан: active діє, reserve у резерві, closed закрито',
        en: 'State: active, reserve or closed',
      },
    }),
    checked_date: column.date({
      from: 'checkedAt',
      nullable: true,
      describe: {uk: 'Коли перевірено', en: 'When it was checked'},
    }),
    phone: column.text({
      from: 'phone',
      nullable: true,
      privacy: 'forbidden',
      describe: {uk: 'Телефон', en: 'Telephone'},
    }),
  },
  checks: [
    check.inCity('lon', 'lat'),
    check.relation('district_id', districts, 'district_id'),
    check.range('capacity_persons', {from: 1, to: 5000}),
    check.filled('capacity_persons', {allow: {share: 0.1}}),
    check.past('checked_date'),
  ],
})
