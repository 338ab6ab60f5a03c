import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {defineCity} from '@hromada/datasets'
import {annex33Appeals} from '@hromada/datasets/cities/annex33.ts'
import {expect, test} from 'vitest'
import {temporaryFolder} from '../../.config/temporary-folder.ts'
import {modelsOf} from './appeals.fixture.ts'
import {builtCity} from './city.fixture.ts'

/** The structure and the ways of writing of annex 33: `null`, and the Cyrillic Т of its own example. */
const lines = [
  'uid,receivedDateTime,type,kind,content,accrualMethod,CATUTTC,addressPostCode,addressAdminUnitL1,addressAdminUnitL2,addressAdminUnitL3,addressAdminUnitL4,addressPostName,addressThoroughfare,addressLocatorDesignator,addressLocatorBuilding,status,organizationName,organizationId,result',
  '2019/102,2019-05-30Т10:45,Повідомлення про аварійну ситуацію,Водопостачання,Немає води,телефон,UA99020010010010001,null,Україна,Прикладна область,null,null,Приклад,вул. Харківська,1,null,Заявку прийнято,КП «Водоканал»,00123456,null',
  '2019/103,2019-05-30T11:00,Запит на інформацію,Транспорт,Розклад,електронна пошта,UA99020010010010001,null,Україна,Прикладна область,null,null,Приклад,null,null,null,Виконано,null,null,Надано відповідь',
]

test('a register of annex 33 feeds the same tables, and what it does not say stays unknown', async () => {
  const mirror = temporaryFolder('annex33')
  await writeFile(join(mirror, 'appeals.csv'), lines.join('\n'))
  const town = await builtCity(
    [
      defineCity({
        id: 'town',
        name: {uk: 'Місто', en: 'Town'},
        nameOf: {uk: 'Міста', en: 'Town'},
        country: 'UA',
        zone: 'Europe/Kyiv',
        bbox: [31, 45, 32, 46],
        feeds: [annex33Appeals({mirror: {path: 'appeals.csv', format: {kind: 'csv', delimiter: ','}}})],
      }),
    ],
    mirror,
    {models: await modelsOf('appeals_durations', 'appeals_monthly')},
  )
  expect(
    await town.rows(
      `select appeal_id, received_at, category, subcategory, channel_code, outcome, status, basis, due_at, closed_at, organization
       from appeals order by appeal_id`,
    ),
  ).toEqual([
    {
      appeal_id: '2019/102',
      received_at: new Date('2019-05-30T07:45:00Z'),
      category: 'Водопостачання',
      subcategory: 'Повідомлення про аварійну ситуацію',
      channel_code: 'phone',
      outcome: 'received',
      status: 'open',
      basis: 'unknown',
      due_at: null,
      closed_at: null,
      organization: 'КП «Водоканал»',
    },
    {
      appeal_id: '2019/103',
      received_at: new Date('2019-05-30T08:00:00Z'),
      category: 'Транспорт',
      subcategory: 'Запит на інформацію',
      channel_code: 'email',
      outcome: 'resolved',
      status: 'closed',
      basis: 'unknown',
      due_at: null,
      closed_at: null,
      organization: null,
    },
  ])
  expect(
    await town.row(
      `select received, left_out, still_open, median_days, on_time_share from appeals_durations where category = '' and district = ''`,
    ),
  ).toEqual({received: 2, left_out: 1, still_open: 1, median_days: null, on_time_share: null})
  // Closed nobody says when is not open.
  expect(
    await town.row('select sum(received) as n, sum(open_at_end) as left_open from appeals_monthly'),
  ).toEqual({n: 2, left_open: 1})
  expect(town.built.models.flatMap(({audits}) => audits.filter(({failures}) => failures > 0))).toEqual([])
  await town.warehouse.close()
})
