import {brotliDecompressSync} from 'node:zlib'
import {expect, test} from 'vitest'
import {Answer, PageCache} from './page-cache.ts'

const answer = (text: string) => new Answer(200, {}, Buffer.from(text))

test('same content, same ETag; the compressed form is the same text', () => {
  expect(answer('сторінка').etag).toBe(answer('сторінка').etag)
  expect(answer('сторінка').etag).not.toBe(answer('сторінки').etag)
  expect(brotliDecompressSync(answer('сторінка').brotli()).toString()).toBe('сторінка')
})

test('the least recently used is given up when the answers grow too large', () => {
  const cache = new PageCache({maxBytes: 25})
  for (const key of ['a', 'b']) cache.set(key, answer('0123456789'))
  expect(cache.get('a')).not.toBeNull()
  cache.set('c', answer('0123456789'))
  expect(['a', 'b', 'c'].map(key => cache.get(key) !== null)).toEqual([true, false, true])
})

test('an answer grows old', () => {
  let now = 0
  const cache = new PageCache({maxAge: 1000, now: () => now})
  cache.set('a', answer('x'))
  now = 1000
  expect(cache.get('a')).not.toBeNull()
  now = 1001
  expect(cache.get('a')).toBeNull()
})
