import {expect, test} from 'vitest'
import {type GivenRow, modelRows} from '../../../test/model-rows.fixture.ts'
import pairsOf from './int_petition_pairs.ts'
import piecesOf from './int_petition_pieces.ts'

/** Whole numbers below `count` that are drawn, and the same each time (Lehmer, multiplier of Park and Miller). */
function drawn(seed: number): (count: number) => number {
  let state = seed
  return count => {
    state = (state * 48_271) % 2_147_483_647
    return state % count
  }
}

const letters = 'абвгдежзиклмнопрстуфхц'
const word = (index: number) =>
  letters[index % 22]! + letters[Math.floor(index / 22) % 22]! + letters[index % 7]!

/** Texts of a few dozen words, most of them copies of others in which some words were changed. */
function texts(count: number): string[] {
  const next = drawn(11)
  const all: string[][] = []
  for (let i = 0; i < count; i++) {
    const copied = i > 4 && next(3) > 0 ? all[next(i)]! : null
    const words = copied ? [...copied] : Array.from({length: 3 + next(60)}, () => word(next(60)))
    for (let change = next(3); change > 0; change--) words[next(words.length)] = word(next(60))
    all.push(next(8) === 0 ? words.slice(0, Math.max(1, words.length - next(9))) : words)
  }
  return all.map(words => words.join(' '))
}

/** Jaccard’s share of what two texts have in common of their three-word pieces. */
function similarity(one: string, other: string): number {
  const [a, b] = [one, other].map(text => {
    const words = text.split(' ')
    return new Set(words.slice(2).map((_, i) => words.slice(i, i + 3).join(' ')))
  }) as [Set<string>, Set<string>]
  const common = [...a].filter(piece => b.has(piece)).length
  return common / (a.size + b.size - common)
}

test('all pairs that are alike are found, and no others: those of a comparison of each with each', async () => {
  const written = texts(300)
  const at = (i: number) => new Date(Date.UTC(2025, 0, 1 + ((i * 37) % 400)))
  const stg_petitions = written.map(
    (text, i): GivenRow => ({
      city: i % 10 === 0 ? 'kyiv' : 'lutsk',
      petition_id: String(1000 + i),
      topic: i % 3 === 0 ? 'Дороги' : null,
      text,
      opened_at: at(i).toISOString(),
    }),
  )
  const pieces = await modelRows(piecesOf, {stg_petitions})
  const int_petition_pieces = pieces.map(
    (row): GivenRow => ({
      ...(row as GivenRow),
      piece: String(row.piece),
      opened_at: new Date(row.opened_at as Date).toISOString(),
    }),
  )
  const found = await modelRows(pairsOf, {stg_petitions, int_petition_pieces})

  const expected = written.flatMap((one, i) =>
    written.flatMap((other, j) => {
      const [a, b] = [stg_petitions[i]!, stg_petitions[j]!]
      const share = similarity(one, other)
      const days = Math.abs(at(i).getTime() - at(j).getTime()) / 86_400_000
      return j > i && a.city === b.city && a.topic === b.topic && days <= 180 && share >= 0.75
        ? [`${a.city} ${a.petition_id} ${b.petition_id} ${share.toFixed(9)}`]
        : []
    }),
  )
  expect(expected.length).toBeGreaterThan(20)
  expect(
    found
      .map(row => `${row.city} ${row.petition_id} ${row.other_id} ${Number(row.similarity).toFixed(9)}`)
      .sort(),
  ).toEqual(expected.sort())
})
