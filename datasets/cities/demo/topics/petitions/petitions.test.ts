import {describe, expect, test} from 'vitest'
import {parseDay, weekdayOf} from '../../tools/time/days.ts'
import {workingDaysBetween} from '../../tools/time/working-days.ts'
import {districts} from '../../world/districts.ts'
import {makeGround} from '../../world/ground/make-ground.ts'
import {placeReader} from './named-places.fixture.ts'
import {filingMinutes} from './petition-filings.ts'
import {funnel} from './petition-life.ts'
import {lateKind, petitionTopics} from './petition-topics.ts'
import {petitions} from './petitions.chapter.ts'
import {copiedTitle, dropTitle, nightSignatures, nightTitle, zeroTitle} from './planted-petitions.ts'
import {type Row, writeChapter} from './written-files.fixture.ts'

const list = 'petitions/petitions.demo.csv'
const snapshots = 'petitions/signatures-*.demo.csv'
const ground = makeGround({seed: 1, scale: 0.01})
const write = (scale = 1) => writeChapter(petitions, {ground: () => ground, scale})
const files = write()
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
    expect(write().written).toEqual(files.written)
    const small = write(0.1).rows(list).length
    expect(small).toBeGreaterThan(120)
    expect(small).toBeLessThan(260)
  })
})

const createdOn = (row: Row) => parseDay(row.uid!.slice(0, 10))
/** The site shows some titles in capitals. */
const plain = (row: Row) => row.title!.replace(/!!!$/, '').toLowerCase()

describe('what people ask for', () => {
  const read = placeReader(ground, events.renamedOn)
  const named = all.map(row => ({row, ...read(row.title!, createdOn(row))}))

  test('lies on the ground: every street, house, crossing, school, clinic, park, beach and district', () => {
    expect(named.flatMap(({unknown}) => unknown)).toEqual([])
    expect(named.filter(({count}) => count > 0).length).toBeGreaterThan(1200)
    expect(named.filter(({houses}) => houses.length > 0).length).toBeGreaterThan(150)
  })

  test('belongs to the district that the row names', () => {
    for (const {row, houses} of named)
      for (const house of houses) expect(row.district).toBe(districts[house.district]!.katottg)
  })

  test('a lift is asked for only where there is one', () => {
    const lifts = named.filter(({row, houses}) => /ліфт/i.test(row.title!) && houses.length > 0)
    expect(lifts.length).toBeGreaterThan(5)
    for (const {houses} of lifts) for (const {storeys} of houses) expect(storeys).toBeGreaterThanOrEqual(9)
  })

  test('has a title of its own, and a text of its own unless it is hidden', () => {
    expect(new Set(all.map(plain)).size).toBe(all.length)
    const hidden = all.filter(({content}) => content === 'Текст приховано модератором.')
    expect(hidden.map(({rejectedReason}) => rejectedReason!.slice(0, 14))).toEqual(
      hidden.map(() => 'Текст містить '),
    )
    const shown = all.filter(row => !hidden.includes(row))
    expect(new Set(shown.map(({content}) => content)).size / shown.length).toBeGreaterThan(0.99)
  })

  test('is of its time', () => {
    const on = (pattern: RegExp) =>
      all.filter(row => pattern.test(`${row.title} ${row.content}`.toLowerCase())).map(createdOn)
    const least = (days: number[]) => Math.min(...days)
    const most = (days: number[]) => Math.max(...days)
    expect(least(on(/укритт|тривоги|комендантськ|воєнн|війн|захисни[кц]|ветеран/))).toBeGreaterThan(
      parseDay('2022-04-14'),
    )
    expect(on(/комендантськ/).length).toBeGreaterThan(20)
    expect(most(on(/нічний автобус|автобус після 22|кінопокази|карантин|коронавірус/))).toBeLessThan(
      parseDay('2022-02-24'),
    )
    expect(least(on(/під час відключень|генератор/))).toBeGreaterThan(parseDay('2022-10-19'))
    const beach = on(/на пляжі «/)
    expect(beach.filter(at => at >= parseDay('2022-02-24') && at < parseDay('2024-04-01'))).toEqual([])
    expect(most(on(/перейменувати вулиці/))).toBeLessThan(events.renamedOn)
  })

  test('is told by a body of its own: of no train where fuel is the matter, of no classes in a kindergarten', () => {
    // What the title speaks of, and what its text must not.
    const strangers: [title: RegExp, text: RegExp][] = [
      [/ціни на пальне/, /поїзд|вагон|квит|залізниц|трас/],
      [/поїзд/, /бензин|пальн|трас/],
      [/трасу до обласного/, /поїзд|вагон|квит|бензин|пальн/],
      [/дитячому садку/, /[ «](клас|урок|учн|школ)|через екран|партами/],
      [/велопарковк/, /намальована на тротуарі/],
      [/зливову каналізацію|дощову воду/, /ґрунтова|загрейдерувати/],
      [/ліфт .*лікарн/, /пандус|грибк/],
      [/блокпост/, /моря|друга зміна/],
    ]
    for (const [title, text] of strangers) {
      const told = all.filter(row => title.test(plain(row)))
      expect(told.length, title.source).toBeGreaterThan(0)
      for (const row of told) expect(row.content!.toLowerCase(), plain(row)).not.toMatch(text)
    }
    for (const {content} of all) expect(content).not.toMatch(/звер[^.]*проханням[^.]*звернутися/i)
  })

  test('knows nothing of the war before it', () => {
    const early = all.filter(row => createdOn(row) < parseDay('2022-02-24'))
    expect(early.length).toBeGreaterThan(250)
    for (const row of early)
      expect(`${row.title} ${row.content}`.toLowerCase()).not.toMatch(
        /на часі|війн|воєнн|фронт|тривог[иу] |укритт|обстріл|комендант|блокпост|ветеран|дрон|переселен|прихист|поранен|евакуац|розмін|протез|перемог|вторгнен/,
      )
    const late = all.filter(row => /не на часі/.test(row.content!)).map(createdOn)
    expect(late.length).toBeGreaterThan(10)
    expect(Math.min(...late)).toBeGreaterThan(parseDay('2022-03-01'))
  })

  test('writes clean Ukrainian: no calques, no «та … та» in a title, no blanks out of place', () => {
    for (const row of all) {
      const text = `${plain(row)} ${row.content} ${row.answer}`
      expect(text).not.toMatch(/керуюч|занижен|співпада|приймати участь|на протязі|слідуюч|[{}]|undefined/i)
      expect(text).not.toMatch(/ {2}|^ | [,.:;!?]|[аеиіоуюяєї] у [аеиіоуюяєї]/i)
      expect(plain(row)).not.toMatch(/ та .* та /)
    }
  })
})

describe('moderation', () => {
  const rejected = all.filter(row => row.status === 'Відхилено')
  const saying = (start: string) => rejected.filter(row => row.rejectedReason!.startsWith(start))

  test('a petition is refused as a copy of one that collects signatures on that day', () => {
    const copies = saying('Петицію з таким змістом')
    expect(copies.length).toBeGreaterThan(2)
    for (const row of copies) {
      const twin = all.find(
        ({uid}) => row.rejectedReason === `Петицію з таким змістом уже опубліковано: № ${uid}`,
      )!
      expect(twin.kind).toBe(row.kind)
      expect(day(twin.startDate!)).toBeLessThanOrEqual(day(row.rejectedDate!))
      expect(day(twin.endDate!)).toBeGreaterThan(day(row.rejectedDate!))
    }
  })

  test('what lacks a proposal has none, and whose matter it is depends on what is asked', () => {
    const vague = saying('Петиція не містить конкретної пропозиції')
    expect(vague.length).toBeGreaterThan(20)
    for (const {content} of vague)
      expect(content).not.toMatch(/^(Просимо|Прошу|Тому прошу|Вимагаємо|Пропону|Закликаємо)/m)
    const others = saying('Питання не належить до повноважень міської ради')
    expect(others.length).toBeGreaterThan(30)
    for (const row of others) {
      expect(row.kind).not.toBe('Пам’ять і назви')
      const asked: [RegExp, RegExp][] = [
        [/регулятор/, /тариф|газ|електро/],
        [/управителя/, /управител|під’їзд|дах/],
        [/ліфт/, /ліфт/],
        [/заказник/, /заказник/],
        [/Національна поліція/, /швидк|перегони/],
        [/аптек/, /аптечний/],
        [/алкогол/, /алкогол/],
        [/камери/, /камери/],
      ]
      const fitting = asked.filter(([reason]) => reason.test(row.rejectedReason!.slice(46)))
      for (const [, title] of fitting) expect(plain(row)).toMatch(title)
    }
  })
})

describe('the course of years and days', () => {
  test('hardly anybody wrote petitions in the first months of the invasion', () => {
    const between = (from: string, to: string) =>
      all.filter(row => createdOn(row) >= parseDay(from) && createdOn(row) < parseDay(to)).length
    const before = between('2021-03-01', '2021-06-01')
    expect(between('2022-03-01', '2022-06-01') / before).toBeLessThan(0.3)
    expect(between('2024-03-01', '2024-06-01') / before).toBeGreaterThan(0.8)
  })

  test('petitions come at all hours, most of them after supper and few before dawn', () => {
    const minutes = Array.from({length: 4000}, (_, index) =>
      filingMinutes(parseDay('2024-01-01') + index, 5, 1),
    ).flat()
    const in24 = (from: number, to: number) =>
      minutes.filter(minute => minute >= from * 60 && minute < to * 60).length / minutes.length
    // Shares of the configured weights: 154 and 58 of about 845.
    expect(in24(20, 22)).toBeCloseTo(0.18, 1)
    expect(in24(0, 6)).toBeGreaterThan(0.03)
    expect(in24(0, 6)).toBeLessThan(0.07)
    expect(in24(19, 23)).toBeGreaterThan(in24(9, 13))
    // 31 March 2024, when 3:00 was followed by 4:00.
    for (const minute of filingMinutes(parseDay('2024-03-31'), 3000, 1))
      expect(minute < 180 || minute >= 240).toBe(true)
    const hours = all.map(row => Number(/[TТ ](\d\d):/.exec(row.createdDate!)![1]))
    expect(new Set(hours).size).toBeGreaterThan(21)
  })

  test('numbers of a day follow the clock', () => {
    for (const rows of Map.groupBy(all, createdOn).values()) {
      const times = rows.map(row => row.createdDate!.slice(-5))
      expect([...times].sort()).toEqual(times)
    }
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
    const date = [...Map.groupBy(night, time => time.slice(0, 10))].sort(
      (a, b) => b[1].length - a[1].length,
    )[0]![0]
    // No night on which the clocks are changed, when three o’clock strikes twice or not at all.
    expect(weekdayOf(parseDay(date))).toBe(2)
    const leap = night.filter(time => time.startsWith(date))
    expect(leap.length).toBeGreaterThanOrEqual(nightSignatures)
    expect(leap.length).toBeLessThan(nightSignatures + 5)
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
