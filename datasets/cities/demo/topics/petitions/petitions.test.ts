import {describe, expect, test} from 'vitest'
import {parseDay} from '../../tools/time/days.ts'
import {workingDaysBetween} from '../../tools/time/working-days.ts'
import {funnel} from './petition-life.ts'
import {lateKind, petitionTopics} from './petition-topics.ts'
import {petitions} from './petitions.chapter.ts'
import {copiedTitle, dropTitle, nightSignatures, nightTitle, zeroTitle} from './planted-petitions.ts'
import {type Row, writeChapter} from './written-files.fixture.ts'

const list = 'petitions/petitions.demo.csv'
const snapshots = 'petitions/signatures-*.demo.csv'
const files = writeChapter(petitions)
const {today, events} = files.scope

/** What a reader makes of a cell: nothing, or the day in either of the two ways of writing it. */
const filled = (cell: string) => cell !== '' && cell !== 'null'
const day = (cell: string) => parseDay(cell.replace(/^(\d\d)\.(\d\d)\.(\d{4})/, '$3-$2-$1').slice(0, 10))
const number = (cell: string) => Number(cell.replace(' ', ''))
const share = (rows: Row[], is: (row: Row) => boolean) => rows.filter(is).length / rows.length

const written = files.rows(list)
const all = [...new Map(written.map(row => [row.uid!, row])).values()]
const published = all.filter(row => filled(row.startDate!))
const over = published.filter(row => day(row.endDate!) < today)
const answered = published.filter(row => filled(row.answerDate!))

const shown = files.rows(snapshots)
const countsOf = new Map<string, Map<number, number>>()
for (const {uid, date, count} of shown) {
  if (!countsOf.has(uid!)) countsOf.set(uid!, new Map())
  countsOf.get(uid!)!.set(parseDay(date!), Number(count))
}
const titled = (title: string) => all.find(row => row.title === title)!

describe('the list', () => {
  test('has some 1,800 petitions and every topic in its share', () => {
    expect(all.length).toBeGreaterThan(1650)
    expect(all.length).toBeLessThan(1950)
    const weights = petitionTopics.reduce((sum, {weight}) => sum + weight, 0)
    for (const {kind, weight} of petitionTopics)
      expect(Math.abs(share(all, row => row.kind === kind) - weight / weights)).toBeLessThan(0.03)
  })

  test('loses at each step of the funnel what is configured', () => {
    expect(Math.abs(share(all, row => row.status === 'Відхилено') - funnel.rejected)).toBeLessThan(0.03)
    for (const [decision, wanted] of Object.entries(funnel.decisions))
      expect(Math.abs(share(answered, row => row.decision === decision) - wanted)).toBeLessThan(0.15)
  })

  test('says of each petition only what its status allows', () => {
    for (const row of all) {
      const has = (name: string) => filled(row[name]!)
      expect(has('startDate')).toBe(!['На модерації', 'Відхилено'].includes(row.status!))
      expect(has('rejectedReason')).toBe(row.status === 'Відхилено')
      expect(has('decision')).toBe(row.status === 'З відповіддю')
      if (has('thresholdDate')) expect(number(row.count!)).toBeGreaterThanOrEqual(Number(row.threshold))
      else expect(number(row.count!)).toBeLessThan(Number(filled(row.threshold!) ? row.threshold : 1))
    }
  })

  test('never knows the future, and dates follow one another', () => {
    for (const row of published) {
      const steps = ['createdDate', 'startDate', 'thresholdDate', 'noticeDate', 'answerDate']
      const days = steps.filter(name => filled(row[name]!)).map(name => day(row[name]!))
      expect([...days].sort((a, b) => a - b)).toEqual(days)
      expect(days.at(-1)).toBeLessThan(today)
    }
  })

  test('is the same twice, and a tenth of it at a tenth of the scale', () => {
    expect(writeChapter(petitions).written).toEqual(files.written)
    const small = writeChapter(petitions, {scale: 0.1}).rows(list).length
    expect(small).toBeGreaterThan(120)
    expect(small).toBeLessThan(260)
  })
})

describe('snapshots', () => {
  test('end with the count of the list', () => {
    for (const row of published) {
      if (day(row.startDate!) >= today) continue
      const counts = [...(countsOf.get(row.uid!) ?? new Map<number, number>()).entries()]
      // A petition whose whole collection fell on days without snapshots has none.
      if (counts.length > 0) expect(counts.at(-1)![1]).toBeLessThanOrEqual(number(row.count!))
    }
    const same = published.filter(
      row => [...(countsOf.get(row.uid!)?.values() ?? [])].at(-1) === number(row.count!),
    )
    // Only the last day can be missing, on one of the days without snapshots.
    expect(same.length / published.length).toBeGreaterThan(0.98)
  })

  test('fall nowhere but where it is planted', () => {
    const falls = [...countsOf].flatMap(([uid, counts]) => {
      const values = [...counts.values()]
      return values.flatMap((count, index) => (index > 0 && count < values[index - 1]! ? [uid] : []))
    })
    expect(falls.sort()).toEqual([titled(dropTitle).uid, titled(zeroTitle).uid].sort())
  })

  test('cover the days of collecting and no others', () => {
    for (const row of published) {
      const days = [...(countsOf.get(row.uid!)?.keys() ?? [])]
      if (days.length === 0) continue
      expect(days[0]).toBeGreaterThanOrEqual(day(row.startDate!))
      expect(days.at(-1)).toBeLessThan(day(row.endDate!))
    }
  })
})

describe('truths', () => {
  test('petition-signed-at-night', () => {
    const times = files.rows('petitions/signature-times.demo.csv')
    const {uid, threshold} = titled(nightTitle)
    const signed = times.filter(row => row.uid === uid).map(row => row.signedAt!)
    const night = signed.filter(time => /T0[23]:/.test(time))
    const date = night[0]!.slice(0, 10)
    const leap = night.filter(time => time.startsWith(date))
    expect(leap.length).toBeGreaterThanOrEqual(nightSignatures)
    // Evenly: no minute of the two hours is empty, none has more than twice its share.
    const minutes = Map.groupBy(leap, time => time.slice(11, 16))
    expect(minutes.size).toBe(120)
    expect(Math.max(...[...minutes.values()].map(one => one.length))).toBeLessThanOrEqual(15)
    // No other petition has a tenth of that in any such night.
    const others = Map.groupBy(
      times.filter(row => row.uid !== uid && /T0[23]:/.test(row.signedAt!)),
      row => row.uid! + row.signedAt!.slice(0, 10),
    )
    expect(Math.max(...[...others.values()].map(one => one.length))).toBeLessThan(90)
    const counts = countsOf.get(uid!)!
    expect(counts.get(parseDay(date) - 1)).toBeLessThan(Number(threshold))
    expect(counts.get(parseDay(date))! - counts.get(parseDay(date) - 1)!).toBeGreaterThan(850)
  })

  test('petition-rules-changed', () => {
    const isAfter = (row: Row) => day(row.startDate!) >= events.petitionRulesChanged
    const rules = new Set(over.map(row => `${isAfter(row)} ${row.scope} ${row.threshold}`))
    expect([...rules].sort()).toEqual([
      'false загальноміська 1000',
      'false районна 350',
      'true загальноміська 600',
      'true районна 200',
    ])
    for (const row of over) expect(day(row.endDate!) - day(row.startDate!)).toBe(isAfter(row) ? 60 : 90)
    const rate = (rows: Row[]) => share(rows, row => filled(row.thresholdDate!))
    const after = rate(over.filter(isAfter))
    const before = rate(over.filter(row => !isAfter(row)))
    expect(after / before).toBeGreaterThan(1.5)
  })

  test('petition-topic-answered-late', () => {
    const delay = (row: Row) => workingDaysBetween(day(row.noticeDate!), day(row.answerDate!))
    const onTime = (rows: Row[]) => share(rows, row => delay(row) <= 10)
    const late = answered.filter(row => row.kind === lateKind)
    expect(late.length).toBeGreaterThan(5)
    expect(onTime(late)).toBe(0)
    const others = answered.filter(row => row.kind !== lateKind)
    expect(Math.abs(onTime(others) - funnel.onTime)).toBeLessThan(0.1)
  })

  test('petition-copied', () => {
    // Three-letter pieces of the text; what two have in common by Jaccard.
    const pieces = published.map(row => {
      const text = row.content!.toLowerCase().replaceAll(/[^а-яіїєґ’]+/g, ' ')
      return new Set(text.split(' ').map((_, index, words) => words.slice(index, index + 3).join(' ')))
    })
    const alike: Row[][] = []
    const taken = new Set<number>()
    for (let one = 0; one < pieces.length; one++) {
      if (taken.has(one)) continue
      const group = [one]
      for (let other = one + 1; other < pieces.length; other++) {
        const [small, large] = [pieces[one]!, pieces[other]!]
        if (published[one]!.kind !== published[other]!.kind) continue
        let common = 0
        for (const piece of small) if (large.has(piece)) common++
        if (common / (small.size + large.size - common) > 0.75) group.push(other)
      }
      for (const index of group) taken.add(index)
      if (group.length > 3) alike.push(group.map(index => published[index]!))
    }
    expect(alike).toHaveLength(1)
    const [copies] = alike
    expect(copies).toHaveLength(4)
    expect(copies![0]!.title).toBe(copiedTitle)
    const signatures = copies!.map(row => number(row.count!))
    expect(Math.max(...signatures)).toBeLessThan(600)
    expect(signatures.reduce((sum, count) => sum + count)).toBeGreaterThan(600)
  })

  test('petition-count-zero', () => {
    const zeros = shown.filter(row => row.count === '0')
    expect(new Set(zeros.map(row => row.uid))).toEqual(new Set([titled(zeroTitle).uid]))
    const counts = countsOf.get(zeros[0]!.uid!)!
    const at = parseDay(zeros[0]!.date!)
    expect(counts.get(at - 1)).toBeGreaterThan(100)
    expect(counts.get(at + 1)).toBeGreaterThanOrEqual(counts.get(at - 1)!)
  })

  test('petition-count-falls', () => {
    const values = [...countsOf.get(titled(dropTitle).uid!)!.values()]
    const at = values.findIndex((count, index) => index > 0 && count < values[index - 1]!)
    expect(values[at]! / values[at - 1]!).toBeCloseTo(0.95, 2)
  })
})

describe('dirt', () => {
  const distinct = all
  test('petitions on two pages', () => {
    expect(written.length - all.length).toBe(
      files.dirt(list, 'the same petition on two neighbouring pages of the list'),
    )
    written.forEach((row, index) => {
      if (index > 0 && written[index - 1]!.uid === row.uid) expect(row).toEqual(written[index - 1])
    })
  })

  test('dates, counts, blanks and capitals', () => {
    const count = (is: (row: Row) => boolean) => distinct.filter(is).length
    expect(count(row => /^\d\d\.\d\d\.\d{4} /.test(row.createdDate!))).toBe(
      files.dirt(list, 'dates as dd.mm.yyyy'),
    )
    expect(count(row => row.createdDate!.includes('Т'))).toBe(
      files.dirt(list, 'a Cyrillic Т between date and time'),
    )
    expect(count(row => /^\d \d{3}$/.test(row.count!))).toBe(
      files.dirt(list, 'a blank after the thousands of a count'),
    )
    expect(count(row => Object.values(row).includes(''))).toBe(
      files.dirt(list, 'empty cells instead of null'),
    )
    expect(count(row => row.title!.endsWith('!!!'))).toBe(files.dirt(list, 'a title all in capitals'))
    for (const name of ['dates as dd.mm.yyyy', 'a blank after the thousands of a count'])
      expect(files.dirt(list, name)).toBeGreaterThan(0)
  })

  test('days without a snapshot and days with two', () => {
    const days = Map.groupBy(shown, row => row.date!)
    let missing = 0
    for (let at = files.scope.firstDay + 10; at < today; at++)
      if (![...days.keys()].some(date => parseDay(date) === at)) missing++
    expect(missing).toBe(files.dirt(snapshots, 'a day without any snapshot'))
    const doubled = [...days.values()].filter(rows => new Set(rows.map(row => row.uid)).size < rows.length)
    expect(doubled).toHaveLength(files.dirt(snapshots, 'a day whose snapshot was written twice'))
  })
})

test('the author’s name stands in a column of its own and nowhere else', () => {
  for (const row of all.slice(0, 300)) {
    const [surname] = row.creator!.split(' ')
    expect(row.content).not.toContain(surname)
  }
})
