import {expect, test} from 'vitest'
import {highlightSql} from './highlight-sql.ts'

test('keywords and comments are marked, texts and column names are not', () => {
  expect(highlightSql("SELECT year, max(x) FROM t WHERE a = 'from' -- not\nGROUP BY year")).toBe(
    '<span class="k">SELECT</span> year, <span class="k">max</span>(x) <span class="k">FROM</span> t ' +
      '<span class="k">WHERE</span> a = &#39;from&#39; <span class="c">-- not</span>\n<span class="k">GROUP BY</span> year',
  )
})

test('what looks like markup stays text', () => {
  expect(highlightSql("x < 5 AND y = '<script>'")).toBe(
    'x &lt; 5 <span class="k">AND</span> y = &#39;&lt;script&gt;&#39;',
  )
})
