import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {realData} from '../.config/real-data.ts'
import {streetWords} from '../datasets/cities/demo/tools/language/street-words.ts'
import {Draw} from '../datasets/cities/demo/tools/numbers/draw.ts'
import {problems} from '../datasets/cities/demo/topics/appeals/problems.ts'
import type {About} from '../datasets/cities/demo/topics/appeals/texts/about.ts'
import {compose} from '../datasets/cities/demo/topics/appeals/texts/compose.ts'
import type {Confidence} from '../datasets/cities/demo/topics/appeals/texts/confidences.ts'
import {fitOf} from '../datasets/cities/demo/topics/appeals/texts/fitting.ts'
import {mattersOf} from '../datasets/cities/demo/topics/appeals/texts/write-texts.ts'
import {lines} from '../datasets/cities/demo/topics/transit/line-table.ts'
import {findPersonal} from '../warehouse/src/privacy/texts/find-personal.ts'
import type {TextRuleName} from '../warehouse/src/privacy/texts/rules.ts'

/** What the demo city's people give away, and the rule that is to find it. */
const planted: Record<Confidence | 'flat', TextRuleName> = {
  phone: 'phone',
  email: 'email',
  name: 'named_citizen',
  patronymic: 'full_name',
  taxNumber: 'tax_number',
  iban: 'iban',
  passport: 'passport',
  plate: 'plate',
  flat: 'flat',
}

const houses = [
  '',
  'lived',
  'lived, flats',
  'lived, flats, upstairs, entrances',
  'lived, flats, upstairs, entrances, floors, lift',
]
const times = ['', 'winter', 'summer', 'war', 'war, cuts', 'war, points', 'war, points, cuts, winter']
const streets = [
  'вул. Лиманна',
  'просп. Корабелів',
  'вул. Чайкіна Гора',
  'пров. Тихий',
  'бульв. Лавандовий',
].map(streetWords)

/** A text of an appeal as the demo city's residents write them, with what they give away in it. */
function written(draw: Draw, confidences: Confidence[], hasFlat: boolean): string {
  const topic = draw.pick(Object.keys(mattersOf))
  const words = [draw.pick(hasFlat ? houses.slice(2) : houses), draw.pick(times)].filter(Boolean).join(', ')
  const traits = fitOf(words).must
  const about: About = {
    matter: mattersOf[topic]!(draw, traits),
    isWoman: draw.chance(0.5),
    street: draw.pick(streets),
    house: draw.pick(['12-А', '5', '47/2', '3 корп. 2']),
    storeys: 9,
    dwellings: 144,
    entrances: 4,
    traits,
    line: null,
    drawLine: () => lines[0]!,
    hour: draw.below(24),
    month: 1 + draw.below(12),
    year: 2025,
    closedOn: '12.03.2025',
    flat: hasFlat ? `, кв. ${1 + draw.below(144)}` : '',
    said: new Map(),
  }
  return compose(
    about,
    {
      voice: draw.pick(['operator', 'screen', 'letter'] as const),
      isQuestion: problems.find(({id}) => id === topic)?.basis === 'consultation',
      isRepeated: draw.chance(0.1),
      isCollective: draw.chance(0.1),
      confidences,
    },
    draw,
  )
}

describe('of what people give away in ten thousand texts', () => {
  test.each(Object.entries(planted))('%s is found', (kind, rule) => {
    const draw = new Draw('recall', kind)
    const missed: string[] = []
    for (let index = 0; index < 10_000; index++) {
      const text = written(draw, kind === 'flat' ? [] : [kind as Confidence], kind === 'flat')
      if (!findPersonal(text, 'all').some(found => found.rule === rule)) missed.push(text)
    }
    expect(missed.length / 10_000, missed.slice(0, 3).join('\n')).toBeLessThanOrEqual(0.0005)
  })
})

test('hardly any text without such things is withheld', () => {
  const draw = new Draw('false alarms')
  const wrong: string[] = []
  for (let index = 0; index < 30_000; index++) {
    const text = written(draw, [], false)
    const [found] = findPersonal(text, 'all')
    if (found) wrong.push(`${found.rule}: ${text}`)
  }
  expect(wrong.length / 30_000, wrong.slice(0, 3).join('\n')).toBeLessThan(0.0005)
})

describe.skipIf(!realData())('on real texts', () => {
  const stringsOf = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(stringsOf)
        : []
  const share = (texts: string[]) =>
    texts.filter(text => findPersonal(text, 'but_names').length > 0).length / texts.length

  test('petitions, whose authors are public, pass but for those that tell more', async () => {
    const president = JSON.parse(
      await readFile(join(realData()!, 'petitions/ua_president_petitions_2015-08-31.json'), 'utf8'),
    ) as unknown
    expect(share(stringsOf(president))).toBe(0)
    const folder = join(realData()!, 'petitions/uk_parliament/petition')
    const texts: string[] = []
    for (const file of await readdir(folder))
      texts.push(...stringsOf(JSON.parse(await readFile(join(folder, file), 'utf8'))))
    expect(texts.length).toBeGreaterThan(50_000)
    expect(share(texts)).toBe(0)
  })

  test('projects of participatory budgets pass, and titles that name their authors do not', async () => {
    const projects = await readFile(join(realData()!, 'budgets/ua_participatory_budget_projects.csv'), 'utf8')
    const found = projects.split('\n').filter(text => findPersonal(text, 'all').length > 0)
    expect(found.length).toBeGreaterThan(20)
    expect(found.length / projects.split('\n').length).toBeLessThan(0.008)
  })

  test('the telephones in the register of Kyiv’s shelters are found', async () => {
    const register = await readFile(join(realData()!, 'geo/kyiv_shelters_redacted.csv'), 'utf8')
    const found = register
      .split('\n')
      .filter(line => findPersonal(line, 'all').some(({rule}) => rule === 'phone'))
    expect(found.length).toBeGreaterThan(600)
  })
})
