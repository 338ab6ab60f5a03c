import {inflateRawSync} from 'node:zlib'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {packText} from '../packed-text.ts'
import {readStory, type Story, StoryFault, storyFromHash, storyToHash, writeStory} from './story.ts'
import {storyBlocks} from './story-blocks.ts'

const story: Story = {
  city: 'demo',
  title: 'Що видно згори',
  slides: [
    {title: 'Місто', text: 'Перший абзац.\n\n- один\n- **два**', view: 'at=31.3,45.9,44,348,-22,5600&v=1'},
    {title: '', text: '<script>alert(1)</script>', view: '', plan: 'q1YqSy0qzszPU7JSSk'},
  ],
}
const text = writeStory(story)
const changed = (change: (one: {slides: Record<string, unknown>[]} & Record<string, unknown>) => void) => {
  const copy = JSON.parse(text)
  change(copy)
  return JSON.stringify(copy)
}

test('what is written is read, from a file and from an address', async () => {
  expect(readStory(text)).toEqual(story)
  const hash = await storyToHash(story)
  expect(hash).toMatch(/^[\w-]+$/)
  expect(await storyFromHash(hash)).toEqual(story)
  // Node's own inflate reads it too: raw DEFLATE, as RFC 1951 has it.
  expect(JSON.parse(inflateRawSync(Buffer.from(hash, 'base64url')).toString())).toEqual(JSON.parse(text))
})

test('what else a file holds is left out', () => {
  const read = readStory(changed(one => Object.assign(one.slides[0]!, {onload: 'x', __proto__: {a: 1}})))
  expect(read).toEqual(story)
})

test.each([
  ['{', 'NOT_JSON', ''],
  ['null', 'NOT_A_STORY', ''],
  ['[]', 'NOT_A_STORY', ''],
  ['{}', 'NOT_A_STORY', 'schema'],
  ['{"type":"FeatureCollection","features":[]}', 'NOT_A_STORY', 'schema'],
  [changed(one => Object.assign(one, {schema: 'hromada-story/9'})), 'UNKNOWN_VERSION', 'schema'],
  [changed(one => Object.assign(one, {slides: []})), 'NOT_A_STORY', 'slides'],
  [changed(one => Object.assign(one, {slides: Array(61).fill(one.slides[0])})), 'TOO_LARGE', 'slides'],
  [changed(one => Object.assign(one, {city: 7})), 'NOT_A_STORY', 'city'],
  [changed(one => one.slides.push(null as never)), 'NOT_A_STORY', 'slides[2]'],
  [changed(one => Object.assign(one.slides[1]!, {text: ['a']})), 'NOT_A_STORY', 'slides[1].text'],
  [changed(one => Object.assign(one.slides[1]!, {text: 'x'.repeat(5001)})), 'TOO_LARGE', 'slides[1].text'],
  [changed(one => Object.assign(one.slides[0]!, {view: '#plan=x'})), 'NOT_A_STORY', 'slides[0].view'],
  [changed(one => Object.assign(one.slides[0]!, {plan: '"><img>'})), 'NOT_A_STORY', 'slides[0].plan'],
  [' '.repeat(2_000_001), 'TOO_LARGE', ''],
])('a hostile file is refused with a code and a place: %.40s', (file, code, place) => {
  const fault = faultOf(() => readStory(file))
  expect([fault.code, fault.place]).toEqual([code, place])
  expect(fault.message.length).toBeLessThan(200)
})

test('a damaged address, and one that unpacks to far too much', async () => {
  const codes = async (hash: string) => storyFromHash(hash).catch((error: StoryFault) => error.code)
  expect(await codes('%%%')).toBe('NOT_JSON')
  expect(await codes('AAAA')).toBe('NOT_JSON')
  expect(await codes(await packText('0'.repeat(3_000_000)))).toBe('TOO_LARGE')
})

test('whatever a file holds, reading it gives a story or a fault of ours', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), file => {
      try {
        readStory(file)
      } catch (error) {
        expect(error).toBeInstanceOf(StoryFault)
      }
    }),
    {numRuns: 200},
  )
})

test('paragraphs, lists and strong words; everything else is text as it is', () => {
  const plain = (words: string) => ({text: words, isStrong: false})
  const strong = (words: string) => ({text: words, isStrong: true})
  expect(storyBlocks('Один\nрядок **два** *три*.\r\n\r\n- а\n- **б** <b>\n\n2 ** 3 ** 4')).toEqual([
    {kind: 'paragraph', runs: [plain('Один рядок '), strong('два'), plain(' *три*.')]},
    {kind: 'list', items: [[plain('а')], [strong('б'), plain(' <b>')]]},
    {kind: 'paragraph', runs: [plain('2 ** 3 ** 4')]},
  ])
  expect(storyBlocks(' \n\n')).toEqual([])
  expect(storyBlocks('слово\n- а')).toHaveLength(2)
})

function faultOf(act: () => unknown): StoryFault {
  try {
    act()
  } catch (error) {
    if (error instanceof StoryFault) return error
    throw error
  }
  throw new Error('There was no fault.')
}
