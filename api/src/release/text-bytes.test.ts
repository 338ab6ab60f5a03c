import {type DuckDBConnection, DuckDBInstance, VARCHAR} from '@duckdb/node-api'
import fc from 'fast-check'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {rawVector} from './raw-vector.ts'
import {textAt, textBytes} from './text-bytes.ts'

let instance: DuckDBInstance
let connection: DuckDBConnection
beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:')
  connection = await instance.connect()
  await connection.run('create table texts (text varchar)')
})
afterAll(() => {
  connection.closeSync()
  instance.closeSync()
})

/** The texts as the database gives them back through a query, by our reading. */
async function readBack(
  texts: (string | null)[],
  expression: string,
): Promise<{together: string; each: (string | null)[]}> {
  await connection.run('delete from texts')
  const appender = await connection.createAppender('texts')
  for (const text of texts) {
    if (text === null) appender.appendNull()
    else appender.appendVarchar(text)
    appender.endRow()
  }
  appender.closeSync()
  const result = await connection.stream(`select ${expression} from texts`)
  let together = ''
  const each: (string | null)[] = []
  for (;;) {
    const chunk = await result.fetchChunk()
    if (!chunk || chunk.rowCount === 0) break
    const vector = chunk.getColumnVector(0)
    together += textBytes(vector).toString('utf8')
    const {bytes, isMissing} = rawVector(vector)
    for (let row = 0; row < chunk.rowCount; row++)
      each.push(isMissing(row) ? null : Buffer.from(textAt(bytes, row)).toString('utf8'))
  }
  return {together, each}
}

// Shorter and longer than the 12 bytes that a slot holds, and texts of several bytes a letter.
const text = fc.oneof(
  fc.string({unit: 'grapheme', maxLength: 30}),
  fc.constantFrom(
    '',
    'twelve bytes',
    'thirteen byte',
    'Яма на дорозі',
    'яяяяяя',
    '🌳🌳🌳',
    'a\0b',
    'x'.repeat(5000),
  ),
)

test.each(['text', "concat(text, '')", "text || ' and some more text'"])(
  'every text of %s is read whole and once',
  async expression => {
    const after = expression.endsWith("text'") ? ' and some more text' : ''
    await fc.assert(
      fc.asyncProperty(fc.array(fc.option(text, {nil: null}), {maxLength: 300}), async texts => {
        const expected = texts.map(each =>
          each === null ? (expression.startsWith('concat') ? '' : null) : each + after,
        )
        const {together, each} = await readBack(texts, expression)
        expect(each).toEqual(expected)
        expect(together).toBe(expected.filter(each => each !== null).join(''))
      }),
      {numRuns: 60},
    )
  },
)

test('texts of many chunks come in order', async () => {
  const texts = Array.from({length: 10_000}, (_, index) => `row ${index} ${'я'.repeat(index % 20)}`)
  expect((await readBack(texts, "concat(text, ';')")).together).toBe(texts.map(each => `${each};`).join(''))
})

test('the type is that of texts', async () => {
  expect((await connection.stream('select text from texts')).columnType(0)).toEqual(VARCHAR)
})
