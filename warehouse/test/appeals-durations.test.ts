import {describe, expect, test} from 'vitest'
import {type AppealRow, atDay, townOfAppeals} from './appeals.fixture.ts'

/**
 * Remission of leukaemia under 6-mercaptopurine, weeks, + where it lasted when the study ended: Freireich et al., Blood
 * 21 (1963), as in Kalbfleisch and Prentice, table 1.1. Here weeks are days, and a remission that lasts is an open appeal.
 */
const remissions = '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+'
  .split(' ')
  .map(text => ({days: Number.parseInt(text, 10), isOver: !text.endsWith('+')}))

/** Watched until day 35: an appeal watched for d days came on day 35 − d. */
const rows: AppealRow[] = remissions.map(({days, isOver}) => ({
  received_at: atDay(35 - days),
  closed_at: isOver ? atDay(35) : '',
}))

test('the curve and its interval are those of the published remissions', async () => {
  const town = await townOfAppeals(rows, 'appeals_survival')
  const curve = await town.rows<Record<'days' | 'share_open' | 'share_open_low' | 'share_open_high', number>>(
    `select days, share_open, share_open_low, share_open_high from int_appeals_survival order by days`,
  )
  // Products of fractions, and log–log intervals computed by lifelines 0.30.3 (Python).
  const expected = [
    [6, 18 / 21, 0.619717955266, 0.951551747647],
    [7, (18 / 21) * (16 / 17), 0.563146564622, 0.922809019203],
    [10, (18 / 21) * (16 / 17) * (14 / 15), 0.5031995108, 0.889361835169],
    [13, 0.690196078431, 0.431610222486, 0.849065963349],
    [16, 0.627450980392, 0.367510855988, 0.804912189472],
    [22, 0.53781512605, 0.267778936767, 0.746790717635],
    [23, 0.448179271709, 0.188052005959, 0.680142628495],
  ]
  expect(curve.map(({days}) => days)).toEqual(expected.map(([days]) => days))
  for (const [index, [, share, low, high]] of expected.entries()) {
    expect(curve[index]!.share_open).toBeCloseTo(share!, 11)
    expect(curve[index]!.share_open_low).toBeCloseTo(low!, 11)
    expect(curve[index]!.share_open_high).toBeCloseTo(high!, 11)
  }
  await town.warehouse.close()
})

test('the quantiles of a topic and their intervals are those of the published remissions', async () => {
  const other = {category: 'Other', received_at: atDay(35), closed_at: atDay(35)}
  const town = await townOfAppeals([...rows, other], 'appeals_durations')
  // SAS PROC LIFETEST and R survfit(conf.type = "log-log") print a median of 23 with the interval from 13 to no end.
  expect(
    await town.row(
      `select received, still_open, median_days, median_low_days, median_high_days, p90_days
       from appeals_durations where category = 'Roads' and subcategory = '' and district = ''`,
    ),
  ).toEqual({
    received: 21,
    still_open: 12,
    median_days: 23,
    median_low_days: 13,
    median_high_days: null,
    p90_days: null,
  })
  await town.warehouse.close()
})

describe('terms', () => {
  test('come from the source, the norm of the service, and the law, in this order', async () => {
    const law = {legal_basis: 'звернення', received_at: '2025-01-31T10:00:00'}
    const request = {legal_basis: 'заявка', received_at: '2025-01-31T10:00:00'}
    const town = await townOfAppeals(
      [
        {appeal_id: 'law', ...law},
        {appeal_id: 'no study', ...law, due_term: 'P15D'},
        {appeal_id: 'extended', ...law, extended_to: '2025-06-01T00:00:00'},
        {appeal_id: 'extended a little', ...law, extended_to: '2025-03-05T12:00:00'},
        {appeal_id: 'norm', ...request, subcategory: 'Pothole'},
        {appeal_id: 'norm of the topic', ...request, subcategory: 'Kerb'},
        {appeal_id: 'own norm', ...request, subcategory: 'Pothole', due_term: 'PT6H'},
        {
          appeal_id: 'before the norm',
          ...request,
          subcategory: 'Pothole',
          received_at: '2024-06-01T10:00:00',
        },
        {appeal_id: 'said', ...law, due_at: '2025-02-03T23:59:00'},
        {appeal_id: 'question', legal_basis: 'консультація', received_at: '2025-01-31T10:00:00'},
        {appeal_id: 'silent', received_at: '2025-01-31T10:00:00'},
      ],
      'appeals',
      {
        appealNorms: [
          {category: 'Roads', term: 'P3D', source: 'Rules of the contact centre'},
          {category: 'Roads', subcategory: 'Pothole', term: 'PT48H', from: '2025-01-01', source: 'The same'},
        ],
      },
    )
    const found = await town.rows<{appeal_id: string; basis: string; term: string; due_at: Date}>(
      'select appeal_id, basis, term, due_at from appeals',
    )
    await town.warehouse.close()
    const due = Object.fromEntries(
      found.map(({appeal_id, term, due_at}) => [
        appeal_id,
        [term, due_at?.toISOString().slice(0, 16).replace('T', ' ') ?? null],
      ]),
    )
    expect(due).toEqual({
      // A month from the 31st of January is the last day of February.
      law: ['P1M', '2025-02-28 23:59'],
      'no study': ['P15D', '2025-02-15 23:59'],
      extended: ['P45D', '2025-03-17 23:59'],
      'extended a little': ['P45D', '2025-03-05 12:00'],
      norm: ['PT48H', '2025-02-02 10:00'],
      'norm of the topic': ['P3D', '2025-02-03 23:59'],
      'own norm': ['PT6H', '2025-01-31 16:00'],
      'before the norm': ['P3D', '2024-06-04 23:59'],
      said: ['P1M', '2025-02-03 23:59'],
      question: [null, null],
      silent: [null, null],
    })
  })
})

test('on time is told of closed appeals with a term, beside it the overdue of the open ones', async () => {
  const town = await townOfAppeals(
    [
      ...Array.from({length: 8}, () => ({
        received_at: atDay(0),
        due_at: atDay(5),
        closed_at: atDay(5),
      })),
      {received_at: atDay(0), due_at: atDay(5), closed_at: atDay(6)},
      {received_at: atDay(0), due_at: atDay(5), closed_at: atDay(7)},
      {received_at: atDay(0), closed_at: atDay(60)},
      {received_at: atDay(0), due_at: atDay(59)},
      {received_at: atDay(0), due_at: atDay(90)},
      {received_at: atDay(0), due_at: atDay(90)},
      {received_at: atDay(9), due_at: atDay(12), closed_at: atDay(8)},
    ],
    'appeals_durations',
  )
  const row = await town.row(
    `select received, left_out, still_open, closed_with_term, on_time_share, on_time_low, on_time_high,
       overdue_open, overdue_open_share
     from appeals_durations where category = ''`,
  )
  await town.warehouse.close()
  expect(row).toMatchObject({received: 15, left_out: 1, still_open: 3, closed_with_term: 10, overdue_open: 1})
  expect(row.on_time_share).toBeCloseTo(8 / 10, 12)
  expect(row.overdue_open_share).toBeCloseTo(1 / 3, 12)
  // Wilson's interval of 8 of 10, statsmodels 0.15 proportion_confint(8, 10, method='wilson').
  expect(row.on_time_low).toBeCloseTo(0.49016247153664183, 12)
  expect(row.on_time_high).toBeCloseTo(0.9433178485456247, 12)
})
