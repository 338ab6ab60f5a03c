import {expect, test} from 'vitest'
import {check} from './check.ts'
import {column} from './column.ts'
import {type Dataset, defineDataset} from './define-dataset.ts'
import {licences} from './licences.ts'
import {loadDatasets} from './load.ts'

const text = {uk: 'Перевірка', en: 'Test'}
const columns = {
  id: column.text({from: 'id', describe: text}),
  note: column.text({from: 'note', nullable: true, freeText: true, describe: text}),
  phone: column.text({from: 'phone', nullable: true, privacy: 'forbidden', describe: text}),
  lon: column.number({from: 'lon', nullable: true, describe: text}),
  lat: column.number({from: 'lat', nullable: true, describe: text}),
  is_shown: column.boolean({from: 'shown', nullable: true, describe: text}),
}
const declared = (over: Partial<Dataset<typeof columns>>) =>
  defineDataset({
    id: 'letters',
    title: text,
    describe: text,
    publisher: text,
    licence: licences.ccBy4,
    theme: 'GOVE',
    cadence: 'DAILY',
    key: ['id'],
    columns,
    ...(over as object),
  })

test('words on privacy that hold are taken as they are', () => {
  const homes = {lon: 'lon', lat: 'lat', shownWhere: 'is_shown', gridMetres: 100} as const
  expect(declared({homes, rowsAre: 'persons', leastCount: 10})).toMatchObject({homes, leastCount: 10})
  expect(columns.note.freeText).toBe('withhold')
  expect(column.text({from: 'a', freeText: 'redact', describe: text}).freeText).toBe('redact')
  expect(columns.id).not.toHaveProperty('freeText')
})

test.each([
  ['a key that people write', {key: ['note']}, 'column "note" is in the key, which cannot be withheld'],
  [
    'a number that people write',
    {columns: {...columns, lon: {...columns.lon, freeText: 'withhold'}}},
    'only texts are freeText',
  ],
  ['homes without a place', {homes: {lon: 'lon', lat: 'id'}}, 'homes needs two columns of numbers'],
  [
    'a party that must be named',
    {entities: [{code: 'id', name: 'note'}]},
    'entities needs texts that may be empty, and has "id"',
  ],
  ['consent that is no yes or no', {homes: {lon: 'lon', lat: 'lat', shownWhere: 'note'}}, '"note" is none'],
  [
    'squares as small as a house',
    {homes: {lon: 'lon', lat: 'lat', gridMetres: 20}},
    'squares under 100 m show single houses',
  ],
  ['a count of one', {leastCount: 1}, 'it must be a whole number from 2'],
  [
    'a rule about what no table has',
    {checks: [check.pattern('phone', /^\+/, text)]},
    'asks for "phone", which is forbidden',
  ],
])('%s is refused', (_, over, message) => {
  expect(() => declared(over as never)).toThrow(message)
})

test('texts that people write are declared so in the datasets that publish them', async () => {
  const written = [...(await loadDatasets()).values()].flatMap(({id, columns: all}) =>
    Object.entries(all).flatMap(([name, {freeText}]) => (freeText ? [`${id}.${name}`] : [])),
  )
  expect(written).toEqual(
    expect.arrayContaining([
      'contracts.subject',
      'participatory-projects.text',
      'participatory-projects.title',
      'petitions.answer',
      'petitions.text',
      'petitions.title',
    ]),
  )
})
